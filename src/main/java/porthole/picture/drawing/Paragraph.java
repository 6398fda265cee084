package porthole.picture.drawing;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import porthole.picture.form.Letters;

/** A sentence broken into lines. */
final class Paragraph {
    private Paragraph() {}

    /** Breaks where lines may end; in Japanese that is nearly everywhere. A word that is too long is shortened. */
    static List<String> lines(String text, Letters letters, double width) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        String line = "";
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && !mayBreak(text, end)) {
                continue;
            }
            String word = text.substring(start, end);
            if (!line.isEmpty() && letters.width((line + word).stripTrailing()) > width) {
                lines.add(letters.fit(line.stripTrailing(), width));
                line = "";
            }
            line += word;
            start = end;
        }
        if (!line.isBlank()) {
            lines.add(letters.fit(line.stripTrailing(), width));
        }
        return lines;
    }

    /** Addresses, ranges and names stay whole: they hold only narrow characters and no blank. */
    private static boolean mayBreak(String text, int at) {
        return Character.isWhitespace(text.charAt(at - 1))
                || Character.isIdeographic(text.codePointAt(at))
                || text.charAt(at - 1) > 0x2e80
                || text.charAt(at) > 0x2e80;
    }
}
