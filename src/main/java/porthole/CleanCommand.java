package porthole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what carries Porthole's label, newest first: containers, then networks and volumes, then images. */
@Command(
        name = "clean",
        description = {
            "Removes all that Porthole made on the engine, running notebooks' things included.",
            "Nothing without Porthole's label is touched."
        })
final class CleanCommand implements Callable<Integer> {
    /** Everything that a notebook makes carries this label; its value names the kernel's session. */
    static final String SESSION = "porthole.session";

    /** The images of kernel/images carry this one. */
    static final String STAND_IN = "porthole.standin=true";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--images", description = "The stand-in images too (porthole/nginx and the others).")
    private boolean images;

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean onlySay;

    @Option(names = "--label", hidden = true, description = "The label to go by.")
    private String label = SESSION;

    private int count;

    @Override
    public Integer call() throws IOException {
        EngineSocket engine = EngineSocket.ofEnvironment();
        try {
            engine.call("GET", "/version");
        } catch (IOException e) {
            throw new IOException(
                    "No engine answers at " + engine.host() + " (" + e.getMessage()
                            + "), so there is nothing to clean.",
                    e);
        }
        String wanted = filter(label);
        remove(engine, "container", "/containers/json?all=1&filters=" + wanted, "/containers/%s?force=1&v=1");
        remove(engine, "network", "/networks?filters=" + wanted, "/networks/%s");
        remove(engine, "volume", "/volumes?filters=" + wanted, "/volumes/%s");
        if (images) {
            remove(engine, "image", "/images/json?filters=" + filter(STAND_IN), "/images/%s?force=1");
        }
        if (count == 0) {
            out().println("Nothing of Porthole's on the engine at " + engine.host() + ".");
        }
        return 0;
    }

    private void remove(EngineSocket engine, String kind, String list, String path) throws IOException {
        JsonNode answer = engine.call("GET", list);
        List<JsonNode> newestFirst = new ArrayList<>();
        (answer.has("Volumes") ? answer.path("Volumes") : answer).forEach(newestFirst::add);
        newestFirst.sort(Comparator.comparing((JsonNode thing) ->
                        thing.path("Created").asText() + thing.path("CreatedAt").asText())
                .reversed());
        for (JsonNode thing : newestFirst) {
            if (!onlySay) {
                String id = thing.has("Id")
                        ? thing.path("Id").asText()
                        : thing.path("Name").asText();
                engine.call("DELETE", path.formatted(id));
            }
            out().println((onlySay ? "Would remove " : "Removed ") + kind + " " + name(thing) + ".");
            count++;
        }
    }

    private static String name(JsonNode thing) {
        for (String field : List.of("Name", "Names", "RepoTags")) {
            JsonNode name = thing.path(field).isArray() ? thing.path(field).path(0) : thing.path(field);
            if (name.isTextual()) {
                return name.asText().replaceFirst("^/", "");
            }
        }
        return thing.path("Id").asText();
    }

    private static String filter(String label) {
        return URLEncoder.encode("{\"label\":[\"" + label + "\"]}", StandardCharsets.UTF_8);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
