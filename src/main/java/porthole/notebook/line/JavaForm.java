package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call in Java that a line equals, for the lines of which there is an exact one. */
final class JavaForm {
    /** Flags whose method is not the flag's name in camel case, or that have a method of their own at all. */
    private static final Map<String, String> RUN = methods(
            "name hostname network network-alias ip ip6 mac-address publish expose env env-file volume label-file mount"
                    + " entrypoint workdir user pid restart cap-add cap-drop add-host dns memory",
            "rm interactive tty init privileged read-only publish-all no-healthcheck");

    private static final Map<String, String> CREATE = methods(
            "driver subnet gateway ip-range scope ipam-driver config-from",
            "internal attachable ingress ipv6 config-only");
    private static final Map<String, String> CONNECT = methods("alias ip ip6", "");
    private static final Map<String, String> EXEC = methods("env env-file user workdir", "tty privileged detach");
    private static final Map<String, String> LOGS = methods("since until", "timestamps details");
    private static final Map<String, String> PS = methods("filter", "all");

    private final Typed typed;

    private JavaForm(Typed typed) {
        this.typed = typed;
    }

    /** The call; empty if there is none that does just the same. */
    static Optional<String> of(Typed typed) {
        return new JavaForm(typed).call(typed.table().command());
    }

    private Optional<String> call(String command) {
        return switch (command) {
            case "ps" -> typed.on("--quiet") ? Optional.empty() : Optional.of("docker.ps(" + flagsOfPs() + ")");
            case "run" -> Optional.of(started("run"));
            case "create" -> Optional.of(started("create"));
            case "exec" -> exec();
            case "logs" -> Optional.of(spec("docker.logs(", "l", LOGS, "flag", List.of(), word(0)));
            case "inspect" ->
                inspected(typed.has("--type") ? text(typed.last("--type")) + ", " : "", "docker.inspect(");
            case "network inspect" ->
                inspected("", typed.on("--verbose") ? "docker.network.inspectVerbose(" : "docker.network.inspect(");
            case "network create" ->
                Optional.of(spec("docker.network.create(", "n", CREATE, "flag", List.of(), word(0)));
            case "network connect" ->
                Optional.of(spec("docker.network.connect(", "c", CONNECT, "flag", List.of(), word(0), word(1)));
            case "network ls" ->
                typed.on("--quiet")
                        ? Optional.empty()
                        : Optional.of("docker.network.ls(" + texts(typed.all("--filter")) + ")");
            case "images" -> typed.on("--quiet") ? Optional.empty() : plain("docker.images(");
            case "network disconnect" ->
                Optional.of("docker.network.disconnect(" + word(0) + ", " + word(1)
                        + (typed.on("--force") ? ", FORCE)" : ")"));
            case "network rm", "rm" ->
                typed.on("--volumes")
                        ? Optional.empty()
                        : Optional.of("docker." + command.replace(' ', '.') + "("
                                + (typed.on("--force") ? "FORCE, " : "") + texts(typed.words(0)) + ")");
            case "wait", "port" -> typed.words(0).size() == 1 ? plain("docker." + command + "(") : Optional.empty();
            case "stop", "restart", "kill" -> ended("docker." + command + "(");
            case "start", "pause", "unpause", "pull", "top", "diff", "info", "version", "rename" ->
                plain("docker." + command + "(");
            default -> Optional.empty();
        };
    }

    /** A call whose arguments are the words; empty if there are flags, too. */
    private Optional<String> plain(String call) {
        List<String> words = typed.words();
        boolean flags = typed.flags().findAny().isPresent();
        boolean onlyOne = !typed.table().command().equals("port")
                && !typed.table().command().equals("images");
        return flags || (!onlyOne && words.size() > 1) || (call.startsWith("docker.images") && !words.isEmpty())
                ? Optional.empty()
                : Optional.of(call + texts(words) + ")");
    }

    private Optional<String> ended(String call) {
        String flags = calls(Map.of(), "flag");
        return Optional.of(call + (flags.isEmpty() ? "" : "s -> s" + flags + ", ") + texts(typed.words(0)) + ")");
    }

    private String started(String word) {
        List<String> more = new ArrayList<>();
        if (word.equals("run") && !typed.on("--detach") && !typed.on("--tty")) {
            more.add("foreground()");
        }
        if (!typed.words(1).isEmpty()) {
            more.add("command(" + texts(typed.words(1)) + ")");
        }
        return spec("docker." + word + "(", "c", RUN, "option", more, word(0));
    }

    private Optional<String> exec() {
        List<String> words = typed.words(1);
        boolean flags = typed.flags().anyMatch(flag -> !flag.equals("--interactive"));
        boolean simple = words.stream().allMatch(w -> w.matches("[\\w./:=@%+,-]+"));
        if (simple) {
            return Optional.of(
                    spec("docker.exec(", "e", EXEC, "flag", List.of(), word(0), text(String.join(" ", words))));
        }
        return flags || words.size() < 2
                ? Optional.empty()
                : Optional.of("docker.exec(" + word(0) + ", " + texts(words) + ")");
    }

    private Optional<String> inspected(String type, String call) {
        if (typed.words(0).size() != 1 || typed.on("--size")) {
            return Optional.empty();
        }
        String format = typed.has("--format") ? ".format(" + text(typed.last("--format")) + ")" : "";
        return Optional.of(call + type + word(0) + ")" + format);
    }

    private String flagsOfPs() {
        List<String> flags = typed.flags().distinct().toList();
        if (flags.isEmpty() || flags.equals(List.of("--all"))) {
            return flags.isEmpty() ? "" : "all";
        }
        return "p -> p" + calls(PS, "flag");
    }

    /** A call with its flags as the calls of a lambda, which is left out if there are none. */
    private String spec(
            String call,
            String variable,
            Map<String, String> methods,
            String other,
            List<String> more,
            String... first) {
        String lambda = calls(methods, other) + more.stream().map(m -> "." + m).collect(Collectors.joining());
        return call + String.join(", ", first) + (lambda.isEmpty() ? "" : ", " + variable + " -> " + variable + lambda)
                + ")";
    }

    private String calls(Map<String, String> methods, String other) {
        StringBuilder calls = new StringBuilder();
        typed.give((flag, value) -> {
            String method = methods.getOrDefault(flag, "");
            boolean silent = (flag.equals("--detach") && other.equals("option"))
                    || (flag.equals("--interactive") && methods == EXEC);
            if (method.endsWith("()") && value.equals("true")) {
                calls.append('.').append(method);
            } else if (!method.isEmpty() && !method.endsWith("()")) {
                calls.append('.').append(method).append('(').append(text(value)).append(')');
            } else if (!silent) {
                calls.append('.')
                        .append(other)
                        .append('(')
                        .append(text(flag))
                        .append(", ")
                        .append(text(value))
                        .append(')');
            }
        });
        return calls.toString();
    }

    private String word(int index) {
        return text(typed.word(index));
    }

    private static String texts(List<String> words) {
        return words.stream().map(JavaForm::text).collect(Collectors.joining(", "));
    }

    /** As a literal of Java. */
    static String text(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    private static Map<String, String> methods(String withValue, String alone) {
        Function<String, String> camel = flag -> {
            StringBuilder name = new StringBuilder();
            for (String part : flag.split("-", -1)) {
                name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return name.toString();
        };
        return Stream.concat(
                        Stream.of(withValue.split(" ", -1)).map(f -> Map.entry("--" + f, camel.apply(f))),
                        Stream.of(alone.split(" ", -1))
                                .filter(f -> !f.isEmpty())
                                .map(f -> Map.entry("--" + f, camel.apply(f) + "()")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
