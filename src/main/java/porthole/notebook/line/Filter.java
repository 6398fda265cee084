package porthole.notebook.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.jupyter.magic.MagicException;

/** What may stand behind a bar: it takes the value of what stands before it. */
interface Filter {
    /** What of {@code value} goes on. */
    Object apply(@Nullable Object value);

    /** Reads the words behind a bar. */
    static Filter of(List<String> words) throws MagicException {
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (name) {
            case "grep" -> Grep.of(rest);
            case "egrep" ->
                Grep.of(Stream.concat(Stream.of("-E"), rest.stream()).toList());
            case "head", "tail" -> part(name, rest);
            case "wc" -> count(rest);
            case "sort" -> sorted(rest);
            case "uniq" -> lines(words, rest.isEmpty(), Filter::withoutRepeats);
            case "cat" -> lines(words, rest.isEmpty(), all -> all);
            default -> throw refused(words);
        };
    }

    /** The lines of a value's text form. */
    static List<String> lines(@Nullable Object value) {
        String text = value instanceof Displayable shown
                ? shown.outputs().stream().map(o -> o.plain()).collect(Collectors.joining("\n"))
                : value == null ? "" : String.valueOf(value);
        return text.lines().toList();
    }

    private static MagicException refused(List<String> words) {
        return new MagicException("\"| " + String.join(" ", words)
                + "\" cannot stand behind %docker: only grep, head, tail, wc -l, sort and uniq can; for any other pipe"
                + " write !docker ….");
    }

    /** Something that turns lines into lines. */
    interface OfLines {
        /** The lines that are left. */
        List<String> of(List<String> all);
    }

    private static Filter lines(List<String> words, boolean understood, OfLines change) throws MagicException {
        if (!understood) {
            throw refused(words);
        }
        return value -> String.join("\n", change.of(lines(value)));
    }

    private static Filter part(String name, List<String> rest) throws MagicException {
        String number = rest.isEmpty() ? "10" : String.join("", rest).replaceFirst("^(-n|--lines=)?-?", "");
        boolean understood =
                number.matches("\\d{1,6}") && (rest.isEmpty() || rest.get(0).startsWith("-"));
        int n = understood ? Integer.parseInt(number) : 0;
        List<String> words = Stream.concat(Stream.of(name), rest.stream()).toList();
        return lines(
                words,
                understood,
                all -> name.equals("head")
                        ? all.subList(0, Math.min(n, all.size()))
                        : all.subList(Math.max(0, all.size() - n), all.size()));
    }

    private static Filter count(List<String> rest) throws MagicException {
        boolean understood = rest.equals(List.of("-l")) || rest.equals(List.of("--lines"));
        return lines(
                Stream.concat(Stream.of("wc"), rest.stream()).toList(),
                understood,
                all -> List.of(String.valueOf(all.size())));
    }

    private static Filter sorted(List<String> rest) throws MagicException {
        String letters = rest.stream().map(w -> w.replaceFirst("^-", "")).collect(Collectors.joining());
        boolean understood = letters.matches("[rnu]*") && rest.stream().allMatch(w -> w.matches("-[rnu]+"));
        Comparator<String> order = letters.contains("n")
                ? Comparator.comparingDouble(Filter::number).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        Comparator<String> wanted = letters.contains("r") ? order.reversed() : order;
        return lines(
                Stream.concat(Stream.of("sort"), rest.stream()).toList(),
                understood,
                all -> (letters.contains("u") ? all.stream().distinct() : all.stream())
                        .sorted(wanted)
                        .toList());
    }

    private static double number(String line) {
        String digits = line.strip().replaceFirst("^(-?\\d+(\\.\\d+)?).*$", "$1");
        return digits.matches("-?\\d+(\\.\\d+)?") ? Double.parseDouble(digits) : 0;
    }

    private static List<String> withoutRepeats(List<String> all) {
        List<String> kept = new ArrayList<>();
        for (String line : all) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(line)) {
                kept.add(line);
            }
        }
        return kept;
    }
}
