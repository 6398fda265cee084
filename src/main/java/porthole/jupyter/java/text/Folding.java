package porthole.jupyter.java.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width: between words, and in Japanese between letters. */
public final class Folding {
    private Folding() {}

    /** At least one line. A word that is wider by itself stays whole. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int breakAt = -1;
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            columns += isWide(c) ? 2 : 1;
            if (columns > width && breakAt > start) {
                lines.add(text.substring(start, breakAt).stripTrailing());
                start = breakAt;
                columns = width(text.substring(start, i + 1));
            }
            boolean opens = "(「『\"".indexOf(c) >= 0;
            boolean closes = i + 1 < text.length() && "、。」』)".indexOf(text.charAt(i + 1)) >= 0;
            if (c == ' ' || (isWide(c) && !opens && !closes)) {
                breakAt = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** Columns of a terminal that {@code text} takes. */
    public static int width(String text) {
        return text.chars().map(c -> isWide(c) ? 2 : 1).sum();
    }

    public static boolean isWide(int c) {
        return c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFF60));
    }
}
