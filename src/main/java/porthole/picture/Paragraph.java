package porthole.picture;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = text.substring(start, end);
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
}
