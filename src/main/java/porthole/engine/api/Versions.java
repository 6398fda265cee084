package porthole.engine.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The versions of both sides. The one in use is the newest that both know: a fixed one fails either on old engines (1.44
 * on 20.10) or on new ones (1.41 on 29).
 *
 * @param engine the engine's own version
 * @param newest the newest API that the engine speaks
 * @param oldest the oldest that it still accepts
 * @param used what is spoken
 * @param platform {@code linux/amd64}
 * @param isPodman whether it is Podman that speaks Docker's API
 */
public record Versions(String engine, String newest, String oldest, String used, String platform, boolean isPodman) {
    /** The newest whose answers this room was tried on (engine 28.5). */
    static final String NEWEST_KNOWN = "1.51";
    /** The oldest that has what this room needs (engine 1.13, of 2017): prune, and warnings from create. */
    static final String OLDEST_KNOWN = "1.25";

    /** From the answer to {@code GET /version}, which every engine gives without a version in its path. */
    static Versions negotiate(JsonNode answer) {
        String newest = answer.path("ApiVersion").asText("");
        String oldest = answer.path("MinAPIVersion").asText(OLDEST_KNOWN);
        String engine = answer.path("Version").asText("?");
        if (!newest.matches("[0-9]+\\.[0-9]+") || compare(newest, OLDEST_KNOWN) < 0) {
            throw EngineSentences.sentence("engine.old", engine, newest, OLDEST_KNOWN);
        }
        String used = compare(newest, NEWEST_KNOWN) < 0 ? newest : NEWEST_KNOWN;
        used = compare(used, oldest) < 0 ? oldest : used;
        String platform =
                answer.path("Os").asText("?") + "/" + answer.path("Arch").asText("?");
        return new Versions(engine, newest, oldest, used, platform, isPodman(answer));
    }

    private static boolean isPodman(JsonNode answer) {
        for (JsonNode part : answer.path("Components")) {
            if (part.path("Name").asText("").equals("Podman Engine")) {
                return true;
            }
        }
        return false;
    }

    String prefix() {
        return "/v" + used;
    }

    /** Whether the version in use is that or newer. */
    public boolean atLeast(String version) {
        return compare(used, version) >= 0;
    }

    static int compare(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        int major = Integer.compare(Integer.parseInt(a[0]), Integer.parseInt(b[0]));
        return major != 0 ? major : Integer.compare(Integer.parseInt(a[1]), Integer.parseInt(b[1]));
    }
}
