package porthole.notebook.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.jupyter.api.MagicException;

/** The filters that turn lines into lines: {@code head}, {@code tail}, {@code wc}, {@code sort}, {@code uniq}. */
interface Lines {
    /** {@code 5}, {@code +5} or {@code -5}, as it follows {@code -n}, or {@code -5} alone. */
    Pattern NUMBER = Pattern.compile("(?:-n|--lines[= ]?)\\s?([+-]?)(\\d{1,9})|-()(\\d{1,9})");

    /** The lines that are left. */
    List<String> of(List<String> all);

    private static Filter filter(Lines change) {
        return value -> String.join("\n", change.of(Filter.lines(value)));
    }

    /** {@code cat}. */
    static Filter all(List<String> words) throws MagicException {
        understood(words, words.size() == 1);
        return filter(all -> all);
    }

    /** {@code head} and {@code tail} with a number of lines. */
    static Filter part(List<String> words) throws MagicException {
        String flags = String.join(" ", words.subList(1, words.size()));
        Matcher number = NUMBER.matcher(flags.isEmpty() ? "-n 10" : flags);
        understood(words, number.matches());
        String sign = number.group(1) == null ? "" : number.group(1);
        int n = Integer.parseInt(number.group(2) == null ? number.group(4) : number.group(2));
        if (words.get(0).equals("head")) {
            return filter(all ->
                    all.subList(0, Math.min(all.size(), sign.equals("-") ? Math.max(0, all.size() - n) : n)));
        }
        return filter(all -> all.subList(
                sign.equals("+") ? Math.min(Math.max(0, n - 1), all.size()) : Math.max(0, all.size() - n), all.size()));
    }

    /** {@code wc -l}. */
    static Filter count(List<String> words) throws MagicException {
        List<String> flags = words.subList(1, words.size());
        understood(words, flags.equals(List.of("-l")) || flags.equals(List.of("--lines")));
        return filter(all -> List.of(String.valueOf(all.size())));
    }

    /** {@code sort} with {@code -r}, {@code -n} and {@code -u}. */
    static Filter sorted(List<String> words) throws MagicException {
        List<String> flags = words.subList(1, words.size());
        understood(words, flags.stream().allMatch(w -> w.matches("-[rnu]+")));
        String letters = flags.stream().map(w -> w.substring(1)).collect(Collectors.joining());
        Comparator<String> order = letters.contains("n")
                ? Comparator.comparingDouble(Lines::number).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        Comparator<String> wanted = letters.contains("r") ? order.reversed() : order;
        return filter(all -> (letters.contains("u") ? all.stream().distinct() : all.stream())
                .sorted(wanted)
                .toList());
    }

    private static double number(String line) {
        String digits = line.strip().replaceFirst("^(-?\\d+(\\.\\d+)?).*$", "$1");
        return digits.matches("-?\\d+(\\.\\d+)?") ? Double.parseDouble(digits) : 0;
    }

    /** {@code uniq}, and {@code uniq -c} with how often each line stood there. */
    static Filter unique(List<String> words) throws MagicException {
        List<String> flags = words.subList(1, words.size());
        boolean counts = flags.equals(List.of("-c")) || flags.equals(List.of("--count"));
        understood(words, flags.isEmpty() || counts);
        return filter(all -> {
            List<String> kept = new ArrayList<>();
            for (int i = 0, first = 0; i < all.size(); i++) {
                if (i + 1 == all.size() || !all.get(i + 1).equals(all.get(i))) {
                    kept.add(counts ? String.format(Locale.ROOT, "%7d %s", i + 1 - first, all.get(i)) : all.get(i));
                    first = i + 1;
                }
            }
            return kept;
        });
    }

    private static void understood(List<String> words, boolean understood) throws MagicException {
        if (!understood) {
            throw Filter.refused(words);
        }
    }
}
