package porthole.probe.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer as the text that a recording keeps of it: what was measured hangs on moments that no recording gives back.
 * Its lines are the container, the port, the sentence, and each count with tabs between its parts.
 */
final class KeptAnswer {
    private static final int COUNTS = 3;

    private KeptAnswer() {}

    static String write(Answerer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(answer.container().orElse(""));
        lines.add(answer.port().map(String::valueOf).orElse(""));
        lines.add(answer.answer());
        answer.evidence().forEach(e -> lines.add(e.place() + "\t" + e.before() + "\t" + e.during()));
        return String.join("\n", lines);
    }

    static Answerer read(String target, String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return new Answerer(
                target,
                Optional.of(lines.get(0)).filter(name -> !name.isEmpty()),
                Optional.of(lines.get(1)).filter(port -> !port.isEmpty()).map(Integer::valueOf),
                lines.get(2),
                lines.stream()
                        .skip(COUNTS)
                        .map(line -> line.split("\t", -1))
                        .map(parts ->
                                new Answerer.Evidence(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                        .toList());
    }
}
