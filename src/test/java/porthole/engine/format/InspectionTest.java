package porthole.engine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.engine.answer.Hit;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;

class InspectionTest {
    private final Inspection inspection = new Inspection(tree());

    private static com.fasterxml.jackson.databind.JsonNode tree() {
        try {
            return EngineJson.MAPPER.readTree("""
                    {"Name": "/web", "Labels": {"com.example.floor": "2"}, "Mounts": [{"Source": "<a>"}],
                     "Networks": {"shop": {"IPAddress": "10.9.0.2", "Aliases": []}}}""");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHitHasItsPathAndItsLine() {
        assertEquals(
                List.of(new Hit("Networks.shop.IPAddress", "\"IPAddress\": \"10.9.0.2\",")),
                List.copyOf(inspection.grep("ipaddress")));
        assertEquals("Mounts[0].Source", inspection.grep("<a>").get(0).path());
    }

    @Test
    void aPathLeadsThroughArraysAndNamesWithDots() {
        assertEquals("<a>", inspection.get("Mounts[0].Source").text());
        assertEquals("2", inspection.get("Labels.com.example.floor").text());
        assertEquals(
                "10.9.0.2", inspection.get("Networks.shop").get("IPAddress").text());
        assertThrows(EngineException.class, () -> inspection.get("Mounts[9]"));
    }

    @Test
    void theTextIsIndentedAsTheCommandLineDoes() {
        assertTrue(inspection
                .text()
                .contains("\n    \"Mounts\": [\n        {\n            \"Source\": \"<a>\"\n        }\n    ],\n"));
        String html = String.valueOf(inspection.outputs().get(0).data().get("text/html"));
        assertTrue(html.contains("&lt;a&gt;") && !html.contains("<a>"));
    }
}
