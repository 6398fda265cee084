package porthole.picture.form;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sentence broken into lines. */
public final class Paragraph {
    /** Where Japanese begins among the code points, punctuation included. */
    private static final int EAST = 0x2e80;

    /** It lengthens the sound before it, within a word. */
    private static final char LONG = 'ー';

    private Paragraph() {}

    /**
     * Breaks where lines may end. Japanese breaks before a word rather than before the particle that follows it, so no
     * line begins with へ. A word that is too long is shortened.
     */
    public static List<String> lines(String text, Letters letters, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words(text, letters, width)) {
            if (!line.isEmpty() && letters.width((line + word).stripTrailing()) > width) {
                lines.add(letters.fit(line.stripTrailing(), width));
                line = "";
            }
            line += word;
        }
        if (!line.isBlank()) {
            lines.add(letters.fit(line.stripTrailing(), width));
        }
        return lines;
    }

    /**
     * Breaks a name, which has no blanks, into at most so many lines: after its hyphens, dots and the like, where that is
     * possible. One that needs more lines loses its middle.
     */
    public static List<String> name(String name, Letters letters, double width, int most) {
        List<String> lines = pieces(name, letters, width);
        for (double limit = width * most; lines.size() > most && limit > 0; limit -= width / 8) {
            lines = pieces(letters.fit(name, limit), letters, width);
        }
        return lines;
    }

    private static List<String> pieces(String name, Letters letters, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : name.split("(?<=[-_.:/ ])", -1)) {
            if (!line.isEmpty() && letters.width((line + part).stripTrailing()) > width) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += part;
            while (letters.width(line.stripTrailing()) > width && line.codePointCount(0, line.length()) > 1) {
                int end = line.offsetByCodePoints(line.length(), -1);
                while (letters.width(line.substring(0, end)) > width && end > line.offsetByCodePoints(0, 1)) {
                    end = line.offsetByCodePoints(end, -1);
                }
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        if (!line.isBlank()) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private static List<String> words(String text, Letters letters, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        int earlier = start;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && !mayBreak(text, end)) {
                boolean tooLong = letters.width(text.substring(start, end)) > width;
                if (tooLong && earlier > start && text.charAt(earlier) > EAST) {
                    words.add(text.substring(start, earlier));
                    start = earlier;
                }
                earlier = end;
                continue;
            }
            words.add(text.substring(start, end));
            start = end;
            earlier = end;
        }
        return words;
    }

    /** Addresses, ranges and names stay whole: they hold only narrow characters and no blank. */
    private static boolean mayBreak(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (Character.isWhitespace(before)) {
            return !isHiragana(after);
        }
        boolean east = before > EAST || after > EAST;
        return east
                && !isHiragana(after)
                && after != LONG
                && (isHiragana(before) || isMark(before) || (before > EAST) != (after > EAST));
    }

    private static boolean isHiragana(char c) {
        return c >= 'ぁ' && c <= 'ゟ';
    }

    /** Japanese punctuation and wide brackets. */
    private static boolean isMark(char c) {
        return (c >= 0x3001 && c <= 0x303f) || c > 0xff00;
    }
}
