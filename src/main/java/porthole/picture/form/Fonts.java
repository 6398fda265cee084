package porthole.picture.form;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** The fonts of a picture in pixels: DejaVu Sans, and for what it lacks the first that has it. */
final class Fonts {
    private static final String FIRST = "DejaVu Sans";
    private static final List<String> FURTHER =
            List.of("Noto Sans CJK JP", "Noto Sans JP", "IPAGothic", "VL Gothic", Font.SANS_SERIF);

    private Fonts() {}

    /** A stretch of text that one font can draw. */
    record Run(String text, Font font) {}

    static Font of(int style, float size) {
        return new Font(FIRST, style, 1).deriveFont(size);
    }

    /** {@code text} in stretches, each in the first font that has all of it. */
    static List<Run> runs(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Run(text, font));
        }
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Font chosen = chosen(text.codePointAt(start), font);
            int end = start;
            while (end < text.length() && chosen(text.codePointAt(end), font).equals(chosen)) {
                end += Character.charCount(text.codePointAt(end));
            }
            runs.add(new Run(text.substring(start, end), chosen));
            start = end;
        }
        return runs;
    }

    private static Font chosen(int codePoint, Font font) {
        if (font.canDisplay(codePoint)) {
            return font;
        }
        return FURTHER.stream()
                .map(name -> new Font(name, font.getStyle(), 1).deriveFont(font.getSize2D()))
                .filter(other -> other.canDisplay(codePoint))
                .findFirst()
                .orElse(font);
    }
}
