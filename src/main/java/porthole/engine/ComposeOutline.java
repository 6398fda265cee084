package porthole.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a Compose file must be known to label what it makes: read from {@code compose config}, which prints every file
 * in one canonical form (block style, two blanks a level), so that no YAML library is needed.
 *
 * @param name the project's name where the file gives one
 * @param version the {@code version:} line, which a second file must repeat for Compose v1
 * @param services each service's image; empty where it is built
 * @param networks the networks that are made, not the external ones
 * @param volumes the volumes that are made
 */
record ComposeOutline(
        Optional<String> name,
        Optional<String> version,
        Map<String, String> services,
        Set<String> networks,
        Set<String> volumes) {
    private static final Pattern KEY = Pattern.compile("^( *)([^ #:\\-][^:]*|'[^']*'|\"[^\"]*\"):(?: (.*))?$");

    /**
     * @param config what {@code compose config} printed
     * @param text the file as the user wrote it
     */
    static ComposeOutline read(String config, String text) {
        Map<String, String> services = new LinkedHashMap<>();
        Set<String> networks = new LinkedHashSet<>();
        Set<String> volumes = new LinkedHashSet<>();
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
            } else if (depth == 2) {
                entry = word;
                switch (section) {
                    case "services" -> services.put(entry, "");
                    case "networks" -> networks.add(entry);
                    case "volumes" -> volumes.add(entry);
                    default -> {}
                }
            } else if (depth == 4 && section.equals("services") && word.equals("image")) {
                services.put(entry, value);
            } else if (depth == 4 && word.equals("external") && !value.equals("false")) {
                (section.equals("networks") ? networks : volumes).remove(entry);
            }
        }
        if (!config.contains("network_mode:") || config.contains("\n    networks:")) {
            networks.add("default");
        }
        return new ComposeOutline(top(text, "name"), top(text, "version"), services, networks, volumes);
    }

    private static Optional<String> top(String text, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + ":\\s*(\\S+)\\s*$").matcher(text);
        return line.find() ? Optional.of(unquote(line.group(1))) : Optional.empty();
    }

    /** A second Compose file: labels for all, and other images where {@code image} names another. */
    String override(Map<String, String> labels, UnaryOperator<String> image) {
        StringBuilder yaml = new StringBuilder();
        version.ifPresent(v -> yaml.append("version: ").append(quote(v)).append('\n'));
        yaml.append("services:\n");
        services.forEach((service, asked) -> {
            yaml.append("  ").append(quote(service)).append(":\n");
            Map<String, String> all = new LinkedHashMap<>(labels);
            String used = asked.isEmpty() ? "" : image.apply(asked);
            if (!used.equals(asked)) {
                yaml.append("    image: ").append(quote(used)).append('\n');
                all.put(Mapper.ASKED_IMAGE, asked);
            }
            labels(yaml, all);
        });
        section(yaml, "networks", networks, labels);
        section(yaml, "volumes", volumes, labels);
        return yaml.toString();
    }

    private static void section(StringBuilder yaml, String title, Set<String> names, Map<String, String> labels) {
        if (!names.isEmpty()) {
            yaml.append(title).append(":\n");
            for (String name : names) {
                yaml.append("  ").append(quote(name)).append(":\n");
                labels(yaml, labels);
            }
        }
    }

    private static void labels(StringBuilder yaml, Map<String, String> labels) {
        yaml.append("    labels:\n");
        // Compose replaces $; a doubled one stands for itself.
        labels.forEach((key, value) -> yaml.append("      ")
                .append(quote(key))
                .append(": ")
                .append(quote(value.replace("$", "$$")))
                .append('\n'));
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
