package porthole.picture.form;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColourTest {
    private static final List<Colour.Pair> PAIRS = List.of(
            Colour.DEFAULT_BRIDGE,
            Colour.OVERLAY,
            Colour.LAN,
            Colour.GREY,
            Colour.OF_HOST,
            Colour.userBridge(0),
            Colour.userBridge(1),
            Colour.userBridge(2));

    @Test
    void allTextHasAContrastOfFourAndAHalfAtLeast() {
        for (Colour.Pair pair : PAIRS) {
            for (String text : List.of(pair.stroke(), Colour.INK, Colour.QUIET)) {
                assertContrast(text, pair.tint());
                assertContrast(text, Colour.NEW);
                assertContrast(text, Colour.PAPER);
                assertContrast(text, Colour.HOST);
            }
        }
        assertContrast(Colour.WARNING, Colour.HOST);
    }

    private static void assertContrast(String text, String ground) {
        double a = luminance(text);
        double b = luminance(ground);
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= 4.5, text + " on " + ground + " has a contrast of " + contrast);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
