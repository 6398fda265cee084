package porthole.engine.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import porthole.engine.owner.Belongings.Kind;

class BelongingsTest {
    private static String key(String created, String options) throws IOException {
        JsonNode volume = new ObjectMapper()
                .readTree("{\"Name\": \"data\", \"CreatedAt\": \"" + created + "\", \"Options\": " + options + "}");
        return Belongings.key(Kind.VOLUME, volume);
    }

    @Test
    void aVolumeOfThatNameThatIsMadeLaterIsAnotherOne() throws IOException {
        assertNotEquals(key("2026-11-27T12:36:47Z", "null"), key("2026-11-27T12:36:49Z", "null"));
    }

    /** As engine 20.10 tells them, before a container uses the volume and meanwhile. */
    @Test
    void aVolumeIsTheSameWhileItsDeviceIsMounted() throws IOException {
        String options = "{\"device\": \"tmpfs\", \"o\": \"size=1m\", \"type\": \"tmpfs\"}";
        assertEquals(key("2026-11-27T12:36:47Z", options), key("2026-11-27T12:36:49Z", options));
    }
}
