package porthole.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import porthole.engine.api.EngineJson;

/**
 * A question to an engine or to its machine, without what differs each time it is asked: random names, the session's
 * labels, moments, the working directory.
 *
 * @param host the name of the cluster's host; empty for an engine that stands alone
 * @param method of HTTP, or {@link #MACHINE}
 * @param path of the API without its version; or the question to the machine
 * @param body the request's JSON; empty if it has none
 */
record Asked(String host, String method, String path, String body) {
    /** The method of a question to the machine. */
    static final String MACHINE = "MACHINE";

    private static final Pattern VERSION = Pattern.compile("^/v\\d+\\.\\d+(?=/)");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GUEST = Pattern.compile("porthole-guest-[0-9a-f-]{13}");
    private static final Pattern CLUSTER = Pattern.compile("porthole-[0-9a-f]{8}(?![0-9a-f-]{5})");
    private static final Pattern COMPOSE = Pattern.compile("\\S*porthole-compose\\d+\\.yaml");
    private static final Pattern MOMENT = Pattern.compile("(?<=[?&](?:since|until)=)[^&]*");
    private static final Pattern TOKEN = Pattern.compile("SWMTKN-1-[0-9a-z]+-[0-9a-z]+");
    /** As the engine takes it from anybody, and no one can join a swarm with. */
    private static final String NO_TOKEN = "SWMTKN-1-recorded-recorded";

    /** What neither makes nor changes anything although it is no GET. */
    private static final Pattern ASKING = Pattern.compile(
            "/containers/[^/]+/(?:exec|wait|attach|resize)(?:\\?.*)?|/exec/.*|/containers/create\\?name=porthole-guest-.*");

    private static final Set<String> READING = Set.of("GET", "HEAD", MACHINE);

    /** A call of the API. */
    static Asked ofEngine(String host, String method, String path, String body) {
        String plain = VERSION.matcher(path).replaceFirst("");
        return new Asked(host, method, same(MOMENT.matcher(plain).replaceAll("*")), same(withoutSession(body)));
    }

    /** A question to the machine. */
    static Asked ofMachine(String question) {
        Path here = Path.of("").toAbsolutePath();
        String text = question.replace(here.toString(), ".");
        Path above = here.getParent();
        if (above != null && above.getNameCount() > 0) {
            text = text.replace(above.toString(), "..");
        }
        return new Asked("", MACHINE, same(COMPOSE.matcher(text).replaceAll("porthole-compose*.yaml")), "");
    }

    private static String same(String text) {
        String plain = UUID.matcher(text).replaceAll("*");
        plain = GUEST.matcher(plain).replaceAll("porthole-guest-*");
        plain = CLUSTER.matcher(plain).replaceAll("porthole-*");
        return withoutTokens(plain);
    }

    /** The text without a swarm's tokens, with which whoever has the recording could join. */
    static String withoutTokens(String text) {
        return TOKEN.matcher(text).replaceAll(NO_TOKEN);
    }

    private static String withoutSession(String body) {
        if (!body.contains("porthole.")) {
            return body;
        }
        try {
            JsonNode tree = EngineJson.MAPPER.readTree(body);
            tree.findValues("Labels").forEach(labels -> {
                if (labels instanceof ObjectNode own) {
                    own.properties().removeIf(label -> label.getKey().startsWith("porthole."));
                }
            });
            return tree.toString();
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    /** Whether it makes or changes something on the engine. */
    boolean changes() {
        return !READING.contains(method) && !ASKING.matcher(path).matches();
    }

    /** Whether it only reads: then the last answer holds until something changes. */
    boolean reads() {
        return READING.contains(method);
    }
}
