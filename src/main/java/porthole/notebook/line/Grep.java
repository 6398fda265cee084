package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.engine.format.Inspection;
import porthole.jupyter.api.MagicException;

/**
 * {@code | grep …} after a command: of an inspection, the hits with the path that leads to each; of all else, and where
 * a flag asks for lines, the lines of its text.
 *
 * @param pattern what to look for
 * @param flags of {@code v}, {@code n}, {@code o}, {@code c} those that were given
 * @param before how many lines before each hit ({@code -B}, {@code -C})
 * @param after how many lines after each hit ({@code -A}, {@code -C})
 */
record Grep(Pattern pattern, String flags, int before, int after) implements Filter {
    private static final Sentences SENTENCES = Sentences.of(Grep.class);
    private static final String SWITCHES = "ivnocwEFqs";

    /** Reads the words after {@code grep}. */
    static Grep of(List<String> words) throws MagicException {
        StringBuilder switches = new StringBuilder();
        List<String> given = new ArrayList<>();
        int[] around = {0, 0};
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("-[ABC]\\d*")) {
                String number = word.length() > 2 ? word.substring(2) : i + 1 < words.size() ? words.get(++i) : "";
                if (!number.matches("\\d{1,6}")) {
                    throw new MagicException(SENTENCES.say("grep.lines", word));
                }
                around[0] = word.charAt(1) == 'A' ? around[0] : Integer.parseInt(number);
                around[1] = word.charAt(1) == 'B' ? around[1] : Integer.parseInt(number);
            } else if (word.equals("-e") && i + 1 < words.size()) {
                given.add(words.get(++i));
            } else if (word.startsWith("-") && word.length() > 1) {
                switches.append(word.startsWith("--colo") ? "" : switches(word));
            } else {
                given.add(word);
            }
        }
        if (given.size() != 1) {
            throw new MagicException(
                    SENTENCES.say(given.isEmpty() ? "grep.none" : "grep.several", String.join(", ", given)));
        }
        return new Grep(pattern(given.get(0), switches.toString()), switches.toString(), around[0], around[1]);
    }

    /** The text that {@code grep} of an inspection takes, if that finds just the same. */
    Optional<String> inJava() {
        boolean same =
                flags.equals("i") && before + after == 0 && pattern.pattern().matches("[\\w ]+");
        return same ? Optional.of(pattern.pattern()) : Optional.empty();
    }

    private static String switches(String word) throws MagicException {
        String letters = word.equals("--ignore-case") ? "i" : word.equals("--invert-match") ? "v" : word.substring(1);
        for (int i = 0; i < letters.length(); i++) {
            if (SWITCHES.indexOf(letters.charAt(i)) < 0) {
                throw new MagicException(SENTENCES.say("grep.flag", word, String.join(" -", SWITCHES.split(""))));
            }
        }
        return letters;
    }

    private static Pattern pattern(String text, String switches) throws MagicException {
        String expression = switches.contains("F") ? Pattern.quote(text) : switches.contains("E") ? text : basic(text);
        String whole = switches.contains("w") ? "(?<!\\w)(?:" + expression + ")(?!\\w)" : expression;
        try {
            return Pattern.compile(whole, switches.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        } catch (PatternSyntaxException e) {
            throw new MagicException(SENTENCES.say("grep.expression", text, e.getDescription()));
        }
    }

    /** A basic expression, in which + ? | ( ) { } mean something only after a backslash. */
    private static String basic(String text) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length();
            char letter = escaped ? text.charAt(++i) : c;
            boolean special = "+?|(){}".indexOf(letter) >= 0;
            expression.append(special != escaped ? "\\" : "").append(letter);
        }
        return expression.toString();
    }

    @Override
    public @Nullable Object apply(@Nullable Object value) {
        if (flags.contains("q")) {
            return null;
        }
        boolean lines = before > 0 || after > 0 || !flags.matches("[iwEFvs]*");
        if (value instanceof Inspection inspection && !lines) {
            return inspection.grep(this::wanted);
        }
        List<String> all = Filter.lines(value);
        if (flags.contains("c")) {
            return String.valueOf(all.stream().filter(this::wanted).count());
        }
        return flags.contains("o") ? parts(all) : context(all);
    }

    /** Whether a line was found. */
    @Override
    public boolean succeeds(@Nullable Object value) {
        return value instanceof Inspection inspection
                ? !inspection.grep(this::wanted).isEmpty()
                : Filter.lines(value).stream().anyMatch(this::wanted);
    }

    private boolean wanted(String line) {
        return pattern.matcher(line).find() != flags.contains("v");
    }

    private String parts(List<String> all) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Matcher m = pattern.matcher(all.get(i)); m.find(); ) {
                parts.add((flags.contains("n") ? (i + 1) + ":" : "") + m.group());
            }
        }
        return String.join("\n", parts);
    }

    /** As grep prints it: "--" between groups, and ":" after a hit's number, "-" after a neighbour's. */
    private String context(List<String> all) {
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            if (!near(all, i)) {
                continue;
            }
            if (before + after > 0 && last >= 0 && last < i - 1) {
                shown.add("--");
            }
            last = i;
            String number = flags.contains("n") ? (i + 1) + (wanted(all.get(i)) ? ":" : "-") : "";
            shown.add(number + all.get(i));
        }
        return String.join("\n", shown);
    }

    private boolean near(List<String> all, int i) {
        for (int j = Math.max(0, i - after); j <= Math.min(all.size() - 1, i + before); j++) {
            if (wanted(all.get(j))) {
                return true;
            }
        }
        return false;
    }
}
