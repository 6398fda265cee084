package porthole.engine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void anInspectedContainerOpensAtItsNetworksAndLosesNothing() throws IOException {
        String html = html("""
                {"Id": "77", "Path": "/docker-entrypoint.sh", "ResolvConfPath": "/var/lib/x", "Config": {"Image": "nginx"},
                 "Name": "/web", "NetworkSettings": {"SandboxID": "88", "Ports": {"80/tcp": [{"HostPort": "81"}]},
                  "Networks": {"shop": {"IPAddress": "10.9.0.2", "Aliases": ["shopfront"]}}}}""");
        String inSight = inSight(html);
        assertTrue(inSight.contains("10.9.0.2") && inSight.contains("/web"), inSight);
        assertTrue(inSight.contains("shopfront") && inSight.contains("81"), inSight);
        for (String later : List.of("77", "docker-entrypoint", "ResolvConfPath", "88", "nginx")) {
            assertTrue(!inSight.contains(later) && html.contains(later), later + " in " + inSight);
        }
    }

    @Test
    void anInspectedNetworkOpensAtItsSubnetAndItsContainers() throws IOException {
        String html = html("""
                {"Name": "shop", "Id": "77", "Created": "2026", "Driver": "bridge", "Scope": "local",
                 "IPAM": {"Driver": "default", "Config": [{"Subnet": "10.9.0.0/24"}]},
                 "Containers": {"99": {"Name": "web", "IPv4Address": "10.9.0.2/24"}}, "Labels": {"a": "b66"}}""");
        String inSight = inSight(html);
        assertTrue(inSight.contains("10.9.0.0/24") && inSight.contains("10.9.0.2/24"), inSight);
        assertTrue(!inSight.contains("77") && !inSight.contains("b66") && html.contains("b66"), inSight);
    }

    private static String html(String json) throws IOException {
        Inspection inspection = new Inspection(EngineJson.MAPPER.readTree(json));
        return String.valueOf(inspection.outputs().get(0).data().get("text/html"));
    }

    /** Without what stands in closed parts, which contain no open ones. */
    private static String inSight(String html) {
        Matcher tags = Pattern.compile("<details[^>]*?( open)?>|</details>").matcher(html);
        StringBuilder seen = new StringBuilder();
        Deque<Boolean> open = new ArrayDeque<>();
        int from = 0;
        while (tags.find()) {
            if (!open.contains(false)) {
                seen.append(html, from, tags.start());
            }
            from = tags.end();
            if (tags.group().startsWith("</")) {
                open.pop();
            } else {
                open.push(tags.group(1) != null);
            }
        }
        return seen + html.substring(from);
    }
}
