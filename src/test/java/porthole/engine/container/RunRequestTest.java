package porthole.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porthole.engine.answer.Mapper;
import porthole.engine.owner.Owner;

class RunRequestTest {
    @Test
    void aStandInsContainerRemembersTheImageThatWasAskedFor() {
        JsonNode body = RunRequest.of(new RunSpec("nginx:1.25"), "porthole/nginx", Map.of(Owner.SESSION, "s"));
        assertEquals("porthole/nginx", body.path("Image").asText());
        assertEquals("nginx:1.25", body.path("Labels").path(Mapper.ASKED_IMAGE).asText());
        assertEquals("s", body.path("Labels").path(Owner.SESSION).asText());
    }
}
