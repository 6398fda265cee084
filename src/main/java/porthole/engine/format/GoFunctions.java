package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;

/** The functions that a template of the command line may call: Go's own, and those that Docker adds. */
final class GoFunctions {
    private static final Pattern VERB = Pattern.compile("%([-+0 #]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%])");

    private static final Map<String, Function<List<JsonNode>, JsonNode>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "json",
                    a -> TextNode.valueOf(
                            a.get(0).isMissingNode() ? "null" : a.get(0).toString())),
            Map.entry("index", GoFunctions::index),
            Map.entry(
                    "len",
                    a -> IntNode.valueOf(
                            a.get(0).isTextual()
                                    ? a.get(0).asText().length()
                                    : a.get(0).size())),
            Map.entry("join", a -> TextNode.valueOf(items(a.get(0)).collect(Collectors.joining(text(a.get(1)))))),
            Map.entry("split", a -> EngineJson.array(List.of(text(a.get(0)).split(Pattern.quote(text(a.get(1))), -1)))),
            Map.entry("upper", a -> TextNode.valueOf(text(a.get(0)).toUpperCase(Locale.ROOT))),
            Map.entry("lower", a -> TextNode.valueOf(text(a.get(0)).toLowerCase(Locale.ROOT))),
            Map.entry("slice", GoFunctions::slice),
            Map.entry("truncate", a -> TextNode.valueOf(truncated(text(a.get(0)), number(a.get(1))))),
            Map.entry(
                    "pad",
                    a -> TextNode.valueOf(
                            " ".repeat(number(a.get(1))) + text(a.get(0)) + " ".repeat(number(a.get(2))))),
            Map.entry("title", a -> TextNode.valueOf(title(text(a.get(0))))),
            Map.entry(
                    "print",
                    a -> TextNode.valueOf(a.stream().map(GoFunctions::text).collect(Collectors.joining()))),
            Map.entry(
                    "println",
                    a -> TextNode.valueOf(
                            a.stream().map(GoFunctions::text).collect(Collectors.joining(" ", "", "\n")))),
            Map.entry("printf", a -> TextNode.valueOf(printf(text(a.get(0)), a.subList(1, a.size())))),
            Map.entry("not", a -> BooleanNode.valueOf(!isTrue(a.get(0)))),
            Map.entry("and", a -> a.stream().filter(v -> !isTrue(v)).findFirst().orElse(a.get(a.size() - 1))),
            Map.entry(
                    "or",
                    a -> a.stream().filter(GoFunctions::isTrue).findFirst().orElse(a.get(a.size() - 1))),
            Map.entry(
                    "eq",
                    a -> BooleanNode.valueOf(a.subList(1, a.size()).stream().anyMatch(v -> compare(a.get(0), v) == 0))),
            Map.entry("ne", a -> BooleanNode.valueOf(compare(a.get(0), a.get(1)) != 0)),
            Map.entry("lt", a -> BooleanNode.valueOf(compare(a.get(0), a.get(1)) < 0)),
            Map.entry("le", a -> BooleanNode.valueOf(compare(a.get(0), a.get(1)) <= 0)),
            Map.entry("gt", a -> BooleanNode.valueOf(compare(a.get(0), a.get(1)) > 0)),
            Map.entry("ge", a -> BooleanNode.valueOf(compare(a.get(0), a.get(1)) >= 0))));

    private GoFunctions() {}

    static void require(String name) {
        if (!ALL.containsKey(name)) {
            throw EngineSentences.sentence("format.function", name, String.join(", ", ALL.keySet()));
        }
    }

    static JsonNode call(String name, List<JsonNode> arguments) {
        try {
            Function<List<JsonNode>, JsonNode> function = ALL.get(name);
            if (function == null) {
                throw EngineSentences.sentence("format.function", name, String.join(", ", ALL.keySet()));
            }
            return function.apply(arguments);
        } catch (IndexOutOfBoundsException e) {
            throw EngineSentences.sentence("format.arguments", name, arguments.size());
        }
    }

    private static java.util.stream.Stream<String> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(GoFunctions::text);
    }

    private static JsonNode index(List<JsonNode> arguments) {
        JsonNode node = arguments.get(0);
        for (JsonNode key : arguments.subList(1, arguments.size())) {
            if (node.isArray() && (!key.isIntegralNumber() || key.asInt() < 0 || key.asInt() >= node.size())) {
                throw EngineSentences.sentence("format.index", text(key), node.size());
            }
            JsonNode found = node.isArray() ? node.get(key.asInt()) : node.get(text(key));
            node = found == null ? NullNode.getInstance() : found;
        }
        return node;
    }

    /** {@code slice x 1 3}: of a text or a list, from the one to before the other. */
    private static JsonNode slice(List<JsonNode> arguments) {
        JsonNode of = arguments.get(0);
        int size = of.isArray() ? of.size() : text(of).length();
        int from = arguments.size() > 1 ? number(arguments.get(1)) : 0;
        int to = arguments.size() > 2 ? number(arguments.get(2)) : size;
        if (from > to || to > size) {
            throw EngineSentences.sentence("format.index", Math.max(from, to), size);
        }
        if (!of.isArray()) {
            return TextNode.valueOf(text(of).substring(from, to));
        }
        var part = EngineJson.array();
        for (int i = from; i < to; i++) {
            part.add(of.get(i));
        }
        return part;
    }

    private static int number(JsonNode value) {
        if (!value.isIntegralNumber() || value.asInt() < 0) {
            throw EngineSentences.sentence("format.number", text(value));
        }
        return value.asInt();
    }

    private static String truncated(String text, int length) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length()))));
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : text(one).compareTo(text(other));
    }

    private static String title(String text) {
        return Pattern.compile("\\b\\p{L}")
                .matcher(text)
                .replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
    }

    private static String printf(String form, List<JsonNode> values) {
        StringBuilder out = new StringBuilder();
        Matcher verb = VERB.matcher(form);
        int used = 0;
        int done = 0;
        while (verb.find()) {
            out.append(form, done, verb.start());
            done = verb.end();
            String letter = String.valueOf(verb.group(4));
            if (letter.equals("%")) {
                out.append('%');
                continue;
            }
            JsonNode value = values.get(used++);
            String flags = verb.group(1) + verb.group(2);
            out.append(
                    switch (letter) {
                        case "s", "v" ->
                            String.format(
                                    Locale.ROOT,
                                    "%" + flags.replaceAll("[+# ]|^0+", "") + "s",
                                    verb.group(3) == null
                                            ? text(value)
                                            : truncated(text(value), Integer.parseInt(verb.group(3))));
                        case "q" -> TextNode.valueOf(text(value)).toString();
                        case "d" -> String.format(Locale.ROOT, "%" + flags + "d", value.asLong());
                        case "t" -> String.valueOf(value.asBoolean());
                        case "f" ->
                            String.format(
                                    Locale.ROOT,
                                    "%" + flags + (verb.group(3) == null ? "" : "." + verb.group(3)) + "f",
                                    value.asDouble());
                        default -> throw EngineSentences.sentence("format.verb", verb.group());
                    });
        }
        return out.append(form.substring(done)).toString();
    }

    /** Go's idea of truth: all but false, 0, null and what is empty. */
    static boolean isTrue(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return false;
        } else if (value.isNumber()) {
            return value.asDouble() != 0;
        } else if (value.isTextual()) {
            return !value.asText().isEmpty();
        }
        return value.isBoolean() ? value.asBoolean() : !value.isEmpty();
    }

    /** As Go prints values: lists as {@code [a b]}, maps as {@code map[key:value]}, in the order of their keys. */
    static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        } else if (value.isNull()) {
            return "<no value>";
        } else if (value.isArray()) {
            return items(value).collect(Collectors.joining(" ", "[", "]"));
        } else if (value.isObject()) {
            return value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> e.getKey() + ":" + text(e.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value.asText();
    }
}
