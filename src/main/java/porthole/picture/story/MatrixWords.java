package porthole.picture.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.network.Port;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Call;
import porthole.topology.Matrix.Try;
import porthole.topology.Verdict;

/** What a matrix says in words: a word and a line of ports for each cell, a sentence for all that is not reached. */
public record MatrixWords(Matrix matrix) {
    private static final Sentences SENTENCES = Sentences.of(MatrixWords.class);

    /** A caller or a called with what is particular about it: its state, or for how many more it stands. */
    public String name(String plain) {
        String state = matrix.states().get(plain);
        if (state != null) {
            return SENTENCES.say("matrix.state", plain, state);
        }
        return matrix.groups().stream()
                .filter(g -> g.get(0).equals(plain))
                .findFirst()
                .map(g -> SENTENCES.say("matrix.group", plain, g.size() - 1))
                .orElse(plain);
    }

    boolean isDoor(Call call) {
        return !matrix.names().contains(call.to());
    }

    /** A cell's first line. */
    public String word(Call call) {
        String word = SENTENCES.say("matrix." + kind(call));
        return call.asPredicted() ? word : word + " ≠";
    }

    private String kind(Call call) {
        if (isDoor(call)) {
            return call.outcome().word();
        }
        return call.byName()
                ? "name"
                : call.byAddress() ? "address" : addressed(call).word();
    }

    private static CallOutcome addressed(Call call) {
        return call.tries().stream()
                .filter(t -> t.name().isEmpty())
                .map(Try::outcome)
                .reduce((one, other) -> one.compareTo(other) <= 0 ? one : other)
                .orElse(call.outcome());
    }

    /** A cell's second line: each port with what came of it, and the family where only one arrives. */
    public String ports(Call call) {
        List<String> parts = new ArrayList<>();
        if (!isDoor(call)) {
            call.ports()
                    .map(t -> t.port().orElseThrow())
                    .distinct()
                    .sorted()
                    .forEach(port -> parts.add(number(port) + mark(call, port)));
        }
        if (call.byAddress() && !isDoor(call)) {
            boolean four = reached(call, false);
            boolean six = reached(call, true);
            if (six && !four && asked(call, false)) {
                parts.add(0, SENTENCES.say("matrix.six"));
            } else if (four && !six && asked(call, true)) {
                parts.add(0, SENTENCES.say("matrix.four"));
            }
        }
        return String.join(" ", parts);
    }

    private static String number(Port port) {
        return port.protocol().equals("tcp") ? String.valueOf(port.number()) : port.number() + "/" + port.protocol();
    }

    private static String mark(Call call, Port port) {
        CallOutcome best = call.ports()
                .filter(t -> t.port().filter(port::equals).isPresent())
                .map(Try::outcome)
                .reduce((one, other) -> one.compareTo(other) <= 0 ? one : other)
                .orElse(CallOutcome.DROPPED);
        return switch (best) {
            case REACHED -> " ✓";
            case SILENT -> " ?";
            default -> " ✗";
        };
    }

    private static boolean asked(Call call, boolean six) {
        return call.tries().stream()
                .anyMatch(t -> t.name().isEmpty()
                        && t.address().filter(a -> a.contains(":") == six).isPresent());
    }

    private static boolean reached(Call call, boolean six) {
        return call.tries().stream()
                .anyMatch(t -> t.name().isEmpty()
                        && t.outcome() == CallOutcome.REACHED
                        && t.address().filter(a -> a.contains(":") == six).isPresent());
    }

    /** What the words and signs mean that this matrix has, and no others, a line each; last, what was tried. */
    public String legend() {
        String ports = matrix.calls().stream().map(this::ports).collect(Collectors.joining(" "));
        Map<String, Boolean> signs = new LinkedHashMap<>();
        List<Call> pairs = matrix.calls().stream().filter(c -> !isDoor(c)).toList();
        signs.put("matrix.legend.name", pairs.stream().anyMatch(Call::byName));
        signs.put("matrix.legend.address", pairs.stream().anyMatch(c -> c.byAddress() && !c.byName()));
        List<String> kinds = matrix.calls().stream().map(this::kind).distinct().toList();
        for (String kind : List.of("reached", "refused", "dropped", "no-route", "name-unknown", "name-unanswered")) {
            signs.put("matrix.legend." + kind, kinds.contains(kind));
        }
        signs.put("matrix.legend.open", ports.contains("✓"));
        signs.put("matrix.legend.closed", ports.contains("✗"));
        signs.put("matrix.legend.silent", ports.contains("?"));
        signs.put("matrix.legend.surprise", matrix.calls().stream().anyMatch(c -> !c.asPredicted()));
        List<String> said = new ArrayList<>();
        signs.forEach((sign, occurs) -> {
            if (occurs) {
                said.add(SENTENCES.say(sign));
            }
        });
        said.add(tried());
        return String.join("\n", said);
    }

    /** What was asked of each pair. */
    private String tried() {
        return SENTENCES.say(
                "matrix.asked",
                matrix.ports().isEmpty()
                        ? SENTENCES.say("matrix.asked.ports")
                        : SENTENCES.say(
                                "matrix.asked.chosen",
                                matrix.ports().stream().map(Port::toString).collect(Collectors.joining(", "))));
    }

    /** The answer under the title. */
    public String answer() {
        List<Call> pairs = matrix.calls().stream().filter(c -> !isDoor(c)).toList();
        List<Call> doors = matrix.calls().stream().filter(this::isDoor).toList();
        long named = pairs.stream().filter(Call::byName).count();
        StringBuilder answer = new StringBuilder(SENTENCES.say(
                named == 0 ? "matrix.answer.nameless" : "matrix.answer",
                pairs.size(),
                pairs.stream().filter(Call::reaches).count(),
                named));
        if (!doors.isEmpty()) {
            long open = doors.stream().filter(Call::reaches).count();
            answer.append(SENTENCES.say("matrix.doors", doors.size(), open));
        }
        if (!matrix.groups().isEmpty()) {
            int all = matrix.names().size()
                    + matrix.groups().stream().mapToInt(g -> g.size() - 1).sum();
            answer.append(SENTENCES.say("matrix.groups", all, matrix.names().size()));
        }
        int odd = matrix.surprises().size();
        answer.append(odd == 0 ? SENTENCES.say("matrix.as-predicted") : SENTENCES.say("matrix.surprises", odd));
        return answer.toString();
    }

    /** Everything that was not reached, a row each: who, whom, what was asked, what came of it, why. */
    public Table reasons() {
        List<List<String>> rows = new ArrayList<>();
        for (Call call : matrix.calls()) {
            if (call.tries().isEmpty()) {
                rows.add(List.of(
                        name(call.from()),
                        name(call.to()),
                        "",
                        outcome(call.predicted().outcome()),
                        because(call, call.predicted())));
            }
            Map<List<String>, List<String>> alike = new LinkedHashMap<>();
            call.tries().stream()
                    .filter(t -> t.outcome() != CallOutcome.REACHED || !t.asPredicted())
                    .forEach(t -> alike.computeIfAbsent(
                                    List.of(outcome(t.outcome()), reason(call, t)), any -> new ArrayList<>())
                            .add(asked(t)));
            alike.forEach((what, asked) -> rows.add(
                    List.of(name(call.from()), name(call.to()), String.join(", ", asked), what.get(0), what.get(1))));
        }
        return new Table(
                List.of(
                        SENTENCES.say("matrix.column.from"),
                        SENTENCES.say("matrix.column.to"),
                        SENTENCES.say("matrix.column.asked"),
                        SENTENCES.say("matrix.column.outcome"),
                        SENTENCES.say("matrix.column.reason")),
                rows);
    }

    public static String outcome(CallOutcome outcome) {
        return SENTENCES.say("outcome." + outcome.word());
    }

    private String because(Call call, Verdict verdict) {
        return verdict.because(name(call.from()), name(call.to()));
    }

    private String reason(Call call, Try made) {
        String because = because(call, made.predicted());
        return made.asPredicted()
                ? because
                : "≠ "
                        + SENTENCES.say(
                                "matrix.surprise",
                                outcome(made.outcome()),
                                outcome(made.predicted().outcome()),
                                because);
    }

    private static String asked(Try made) {
        if (made.name().isPresent()) {
            return SENTENCES.say("matrix.by-name");
        }
        String address = made.address().orElse("");
        return made.port()
                .map(port -> (address.contains(":") ? "[" + address + "]" : address) + ":" + number(port))
                .orElse(address);
    }

    /** A sentence for each cell in which something is not reached. */
    public List<String> sentences() {
        return reasons().rows().stream()
                .map(r -> r.get(2).isEmpty()
                        ? SENTENCES.say("matrix.sentence.untried", r.get(0), r.get(1), r.get(3), r.get(4))
                        : SENTENCES.say("matrix.sentence", r.get(0), r.get(1), r.get(2), r.get(3), r.get(4)))
                .toList();
    }
}
