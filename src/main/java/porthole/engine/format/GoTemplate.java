package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExistingNames;

/**
 * A template of Go ({@code text/template}) as {@code --format} takes it: fields, variables, pipelines, {@code if}, {@code
 * range}, {@code with}, and the functions of {@link GoFunctions}. What is not understood is refused by name.
 *
 * @see <a href="https://pkg.go.dev/text/template">text/template</a>
 * @see <a href="https://docs.docker.com/engine/cli/formatting/">Format command and log output</a>
 */
final class GoTemplate {
    /** Fields that an engine leaves out where they are empty; to the command line they are empty then, not unknown. */
    private static final Set<String> OMITTED = Set.of(
            "Annotations",
            "AuxiliaryAddresses",
            "AuxAddress",
            "Domainname",
            "DriverOpts",
            "ExposedPorts",
            "Gateway",
            "Health",
            "Healthcheck",
            "IPRange",
            "MacAddress",
            "Mounts",
            "OnBuild",
            "Shell",
            "StopSignal",
            "StopTimeout",
            "Volumes");

    /** A part of a template. */
    sealed interface Part {}

    /** Text that stands as it is. */
    record Text(String text) implements Part {}

    /** The value of an expression; {@code variable} takes it where it is not empty, and then nothing is printed. */
    record Print(String variable, Expression value) implements Part {}

    /** {@code if}, {@code with} or {@code range}, with what stands until {@code else} and until {@code end}. */
    record Block(String word, List<String> variables, Expression value, List<Part> body, List<Part> otherwise)
            implements Part {}

    /** Something with a value. */
    sealed interface Expression {}

    record Literal(JsonNode value) implements Expression {}

    /** {@code .A.B}, or the same of a variable or of another expression; {@code $} is the variable of that name. */
    record Chain(Optional<Expression> of, String variable, List<String> fields) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}

    private final List<Part> parts;

    private GoTemplate(List<Part> parts) {
        this.parts = parts;
    }

    static GoTemplate of(String text) {
        return new GoTemplate(new GoTemplateParser(text).parse());
    }

    /** The text for {@code root}. */
    String render(JsonNode root) {
        StringBuilder out = new StringBuilder();
        new Run(root, out).parts(parts, root);
        return out.toString();
    }

    /** One use of the template. */
    private static final class Run {
        private final StringBuilder out;
        private final Deque<Map<String, JsonNode>> scopes = new ArrayDeque<>();

        Run(JsonNode root, StringBuilder out) {
            this.out = out;
            scopes.push(new HashMap<>(Map.of("$", root)));
        }

        void parts(List<Part> parts, JsonNode dot) {
            scopes.push(new HashMap<>());
            for (Part part : parts) {
                if (part instanceof Text text) {
                    out.append(text.text());
                } else if (part instanceof Print print) {
                    JsonNode value = value(print.value(), dot);
                    if (print.variable().isEmpty()) {
                        out.append(
                                print.value() instanceof Chain chain ? printed(value, chain) : GoFunctions.text(value));
                    } else {
                        scopes.element().put(print.variable(), value);
                    }
                } else if (part instanceof Block block) {
                    block(block, dot);
                }
            }
            scopes.pop();
        }

        private static String printed(JsonNode value, Chain chain) {
            List<String> fields = chain.fields();
            return GoPrinting.print(value, fields.isEmpty() ? "" : fields.get(fields.size() - 1));
        }

        private void block(Block block, JsonNode dot) {
            JsonNode value = value(block.value(), dot);
            if (!GoFunctions.isTrue(value)) {
                parts(block.otherwise(), dot);
            } else if (block.word().equals("range")) {
                range(block, value);
            } else {
                within(
                        block.variables(),
                        List.of(value),
                        block.body(),
                        block.word().equals("with") ? value : dot);
            }
        }

        private void range(Block block, JsonNode all) {
            if (!all.isContainerNode()) {
                throw EngineSentences.sentence("format.range", GoFunctions.text(all));
            }
            List<Map.Entry<JsonNode, JsonNode>> items = new ArrayList<>();
            if (all.isArray()) {
                for (int i = 0; i < all.size(); i++) {
                    items.add(Map.entry(com.fasterxml.jackson.databind.node.IntNode.valueOf(i), all.get(i)));
                }
            } else {
                // Go walks a map in the order of its keys.
                all.properties().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(e -> items.add(Map.entry(TextNode.valueOf(e.getKey()), e.getValue())));
            }
            for (Map.Entry<JsonNode, JsonNode> item : items) {
                List<JsonNode> values = block.variables().size() == 1
                        ? List.of(item.getValue())
                        : List.of(item.getKey(), item.getValue());
                within(block.variables(), values, block.body(), item.getValue());
            }
        }

        private void within(List<String> names, List<JsonNode> values, List<Part> body, JsonNode dot) {
            Map<String, JsonNode> scope = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                scope.put(names.get(i), values.get(i));
            }
            scopes.push(scope);
            parts(body, dot);
            scopes.pop();
        }

        private JsonNode value(Expression expression, JsonNode dot) {
            if (expression instanceof Literal literal) {
                return literal.value();
            } else if (expression instanceof Chain chain) {
                JsonNode start = chain.of().isPresent()
                        ? value(chain.of().get(), dot)
                        : chain.variable().isEmpty() ? dot : variable(chain.variable());
                for (String field : chain.fields()) {
                    start = field(start, field);
                }
                return start;
            }
            Call call = (Call) expression;
            return GoFunctions.call(
                    call.function(),
                    call.arguments().stream().map(a -> value(a, dot)).toList());
        }

        private JsonNode variable(String name) {
            return scopes.stream()
                    .filter(scope -> scope.containsKey(name))
                    .findFirst()
                    .map(scope -> scope.getOrDefault(name, NullNode.getInstance()))
                    .orElseThrow(() -> EngineSentences.sentence("format.variable", name));
        }

        /** The templates of the command line name Go's fields: {@code .ID} is what the API calls {@code Id}. */
        private static JsonNode field(JsonNode node, String name) {
            if (node.isNull() || node.isMissingNode()) {
                return node;
            }
            JsonNode exact = node.path(name);
            if (!exact.isMissingNode()) {
                return exact;
            }
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .filter(name::equalsIgnoreCase)
                    .findFirst()
                    .map(node::path)
                    .or(() -> OMITTED.contains(name) || GoPrinting.isOmitted(name)
                            ? Optional.of(MissingNode.getInstance())
                            : Optional.empty())
                    .orElseThrow(() -> EngineSentences.sentence(
                            "format.field", name, ExistingNames.list(names), ExistingNames.suggestion(name, names)));
        }
    }
}
