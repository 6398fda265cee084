package porthole.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.engine.api.EngineException;

class PublishedPortsTest {
    @Test
    void publishedPortsBecomeBindings() {
        PublishedPorts ports = new PublishedPorts(
                List.of("81:80", "127.0.0.1:53:53/udp", "443", "[::1]:90:90", "8000-8001:9000-9001"), List.of("9"));
        assertEquals("81", host(ports, "80/tcp").path("HostPort").asText());
        assertEquals("127.0.0.1", host(ports, "53/udp").path("HostIp").asText());
        assertEquals("", host(ports, "443/tcp").path("HostPort").asText());
        assertEquals("::1", host(ports, "90/tcp").path("HostIp").asText());
        assertEquals("8001", host(ports, "9001/tcp").path("HostPort").asText());
        PublishedPorts written =
                new PublishedPorts(List.of("published=81,target=80,protocol=UDP", "0:9/TCP"), List.of());
        assertEquals("81", host(written, "80/udp").path("HostPort").asText());
        assertEquals("", host(written, "9/tcp").path("HostPort").asText());
        assertEquals(7, ports.exposed.size());
        assertEquals(6, ports.bindings.size());
    }

    private static JsonNode host(PublishedPorts ports, String port) {
        return ports.bindings.path(port).path(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eighty",
                "80:0",
                "70000:80",
                "81:80/ip",
                "1:2:3:4",
                "90-80:80",
                "x:81:80",
                "published=81,goal=80"
            })
    void nonsenseIsNoPort(String text) {
        assertThrows(EngineException.class, () -> new PublishedPorts(List.of(text), List.of()));
    }
}
