package porthole.engine.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.answer.Mapper;

/**
 * What of a Compose file must be known before it is used: read from {@code compose config}, which prints every file in one
 * canonical form (block style, two blanks a level), so that no YAML library is needed.
 *
 * @param name the project's name where Compose tells it (version 2)
 * @param version the {@code version:} line, which a second file must repeat for Compose v1
 * @param services each service's image; empty where it is built
 */
record ComposeOutline(Optional<String> name, Optional<String> version, Map<String, String> services) {
    private static final Pattern KEY = Pattern.compile("^( *)([^ #:\\-][^:]*|'[^']*'|\"[^\"]*\"):(?: (.*))?$");

    /**
     * @param config what {@code compose config} printed
     * @param text the file as the user wrote it
     */
    static ComposeOutline read(String config, String text) {
        Map<String, String> services = new LinkedHashMap<>();
        String section = "";
        String entry = "";
        for (String line : config.lines().toList()) {
            Matcher key = KEY.matcher(line);
            if (!key.matches()) {
                continue;
            }
            int depth = key.group(1).length();
            String word = unquote(key.group(2));
            String value = key.group(3) == null ? "" : unquote(key.group(3));
            if (depth == 0) {
                section = word;
            } else if (depth == 2 && section.equals("services")) {
                entry = word;
                services.put(entry, "");
            } else if (depth == 4 && section.equals("services") && word.equals("image")) {
                services.put(entry, value);
            }
        }
        return new ComposeOutline(top(config, "name"), top(text, "version"), services);
    }

    private static Optional<String> top(String text, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + ":\\s*(\\S+)\\s*$").matcher(text);
        return line.find() ? Optional.of(unquote(line.group(1))) : Optional.empty();
    }

    /**
     * A second Compose file that names other images for the services that need one, and nothing else: whatever else stands
     * in a second file, Compose v1 puts in the place of what the user wrote.
     *
     * @param image the image to use for one that is asked for; mostly the same
     * @return empty where all services use what they ask for
     */
    Optional<String> standIns(UnaryOperator<String> image) {
        StringBuilder yaml = new StringBuilder();
        services.forEach((service, asked) -> {
            String used = asked.isEmpty() ? "" : image.apply(asked);
            if (!used.equals(asked)) {
                yaml.append("  ").append(quote(service)).append(":\n");
                yaml.append("    image: ").append(quote(used)).append('\n');
                yaml.append("    labels:\n      ")
                        .append(quote(Mapper.ASKED_IMAGE))
                        .append(": ");
                // Compose replaces $; a doubled one stands for itself.
                yaml.append(quote(asked.replace("$", "$$"))).append('\n');
            }
        });
        if (yaml.length() == 0) {
            return Optional.empty();
        }
        String head = version.map(v -> "version: " + quote(v) + "\n").orElse("");
        return Optional.of(head + "services:\n" + yaml);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String unquote(String text) {
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
