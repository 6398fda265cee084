package porthole.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.command.ShellWords;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;

/** Questions as a person would type them: as docker commands where there is one, else as they were asked. */
final class InWords {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern OF_CONTAINER = Pattern.compile("/containers/([^/?]+)/([a-z]+)(?:\\?.*)?");
    private static final Pattern OF_NETWORK = Pattern.compile("/networks/([^/?]+)/(connect|disconnect)");
    private static final Pattern ONE = Pattern.compile("/(container|network|volume|service|image)s/([^/?]+)(?:\\?.*)?");
    private static final Pattern MADE = Pattern.compile("/(network|volume|service)s/create");
    private static final Pattern NAMED = Pattern.compile("[?&]name=([^&]*)");

    private InWords() {}

    /** The question in words; empty if no person would ask it. */
    static Optional<String> of(Asked asked) {
        if (asked.method().equals(Asked.MACHINE)) {
            boolean own = asked.path().matches("(?:process on port|cluster of|guest with) .*|docker-compose in PATH");
            return own ? Optional.empty() : Optional.of(asked.path());
        }
        Optional<String> command = switch (asked.method()) {
            case "POST" -> posted(asked.path(), body(asked));
            case "DELETE" ->
                matcher(ONE, asked.path()).map(one -> words("docker", one.group(1), "rm", brief(one.group(2))));
            default -> Optional.empty();
        };
        return asked.path().contains("porthole-guest-") ? Optional.empty() : command;
    }

    /** As {@link #of}, or the call of the API where there are no other words. */
    static String exactly(Asked asked) {
        return of(asked)
                .orElseGet(() -> ID.matcher(asked.method() + " " + asked.path())
                        .replaceAll(id -> EngineJson.shortId(id.group())));
    }

    /** All of them, each once. */
    static List<String> all(List<Asked> asked) {
        return asked.stream().flatMap(one -> of(one).stream()).distinct().toList();
    }

    private static Optional<String> posted(String path, JsonNode body) {
        if (path.startsWith("/containers/create")) {
            List<String> line = new ArrayList<>(List.of("docker", "run"));
            matcher(NAMED, path).ifPresent(name -> line.addAll(List.of("--name", name.group(1))));
            line.add(EngineJson.text(body, "Image"));
            return Optional.of(ShellWords.join(line));
        }
        return matcher(OF_CONTAINER, path)
                .flatMap(of -> container(brief(of.group(1)), of.group(2), body))
                .or(() -> matcher(OF_NETWORK, path)
                        .map(of -> words(
                                "docker",
                                "network",
                                of.group(2),
                                brief(of.group(1)),
                                brief(EngineJson.text(body, "Container")))))
                .or(() -> matcher(MADE, path)
                        .map(made -> words("docker", made.group(1), "create", EngineJson.text(body, "Name"))));
    }

    private static Optional<String> container(String name, String verb, JsonNode body) {
        if (verb.equals("exec")) {
            List<String> words = new ArrayList<>();
            body.path("Cmd").forEach(word -> words.add(word.asText()));
            boolean script = words.size() > 1 && words.get(1).equals("-c");
            return script
                    ? Optional.empty()
                    : Optional.of(
                            new CommandLine("docker", "exec", name).words(words).toString());
        }
        return List.of("stop", "kill", "restart", "pause", "unpause", "rename", "update")
                        .contains(verb)
                ? Optional.of(words("docker", verb, name))
                : Optional.empty();
    }

    private static String words(String... words) {
        return ShellWords.join(List.of(words));
    }

    private static String brief(String nameOrId) {
        return ID.matcher(nameOrId).matches() ? EngineJson.shortId(nameOrId) : nameOrId;
    }

    private static Optional<Matcher> matcher(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        boolean found = pattern == NAMED ? matcher.find() : matcher.matches();
        return found ? Optional.of(matcher) : Optional.empty();
    }

    private static JsonNode body(Asked asked) {
        try {
            return asked.body().isEmpty() ? EngineJson.object() : EngineJson.MAPPER.readTree(asked.body());
        } catch (JsonProcessingException e) {
            return EngineJson.object();
        }
    }
}
