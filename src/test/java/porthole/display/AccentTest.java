package porthole.display;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccentTest {
    private static final Pattern COLOUR = Pattern.compile("#([0-9a-f]{6})");

    @ParameterizedTest
    @EnumSource
    void aBoxIsSeenAndAMarkIsReadOnWhiteAndInTheDark(Accent accent) {
        String colour = colour(accent.box(""));
        for (String page : new String[] {"ffffff", "131416", "111111", "1e1e1e"}) {
            assertTrue(contrast(colour, page) >= 3, colour + " on " + page);
        }
        String mark = accent.mark("✗");
        assertTrue(mark.contains("color:#fff"), mark);
        assertTrue(contrast(colour(mark), "ffffff") >= 4.5, mark);
    }

    private static String colour(String html) {
        Matcher found = COLOUR.matcher(html);
        assertTrue(found.find(), html);
        return found.group(1);
    }

    /** As the Web Content Accessibility Guidelines define it. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
