package porthole.picture.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColourTest {
    private static final List<Colour.Pair> PAIRS = Stream.concat(
                    Stream.of(
                            Colour.DEFAULT_BRIDGE,
                            Colour.OVERLAY,
                            Colour.LAN,
                            Colour.GREY,
                            Colour.OF_HOST,
                            Colour.BY_NAME),
                    IntStream.range(0, Colour.networks()).mapToObj(Colour::network))
            .toList();

    @Test
    void allTextHasAContrastOfFourAndAHalfAtLeast() {
        inLight(UnaryOperator.identity());
    }

    @Test
    void soItHasOnADarkPage() {
        inLight(Colour::dark);
        for (String colour : Colour.light()) {
            assertNotEquals(colour, Colour.dark(colour), "every colour has a counterpart");
        }
    }

    private static void inLight(UnaryOperator<String> page) {
        for (Colour.Pair pair : PAIRS) {
            for (String text : List.of(pair.stroke(), Colour.INK, Colour.QUIET)) {
                for (String ground : List.of(pair.tint(), Colour.NEW, Colour.PAPER, Colour.HOST, Colour.STRIPE)) {
                    assertContrast(page.apply(text), page.apply(ground));
                }
            }
        }
        assertContrast(page.apply(Colour.WARNING), page.apply(Colour.HOST));
    }

    @Test
    void twelveNetworksHaveTwelveColours() {
        Set<String> strokes = networks().collect(Collectors.toSet());
        assertEquals(12, strokes.size());
    }

    /** The default bridge's and all that other networks get. */
    private static Stream<String> networks() {
        return Stream.concat(
                        Stream.of(Colour.DEFAULT_BRIDGE),
                        IntStream.range(0, Colour.networks()).mapToObj(Colour::network))
                .map(Colour.Pair::stroke);
    }

    @Test
    void anyTwoNetworksAreToldApartByReadersOfEveryColourVision() {
        for (UnaryOperator<String> page : List.<UnaryOperator<String>>of(UnaryOperator.identity(), Colour::dark)) {
            List<String> strokes = networks().map(page).toList();
            for (ColourVision vision : ColourVision.values()) {
                for (int i = 0; i < strokes.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        double distance = vision.distance(strokes.get(i), strokes.get(j));
                        String which = strokes.get(i) + " and " + strokes.get(j) + " in " + vision + ": " + distance;
                        assertTrue(distance >= 0.045, which);
                    }
                }
            }
        }
    }

    /** Neighbours by creation mostly stand beside each other. */
    @Test
    void neighboursDifferMoreThanAnyTwo() {
        for (UnaryOperator<String> page : List.<UnaryOperator<String>>of(UnaryOperator.identity(), Colour::dark)) {
            for (ColourVision vision : ColourVision.values()) {
                for (int i = 0; i < Colour.networks(); i++) {
                    String one = page.apply(Colour.network(i).stroke());
                    String other = page.apply(Colour.network(i + 1).stroke());
                    assertTrue(vision.distance(one, other) >= 0.065, one + " and " + other + " in " + vision);
                }
            }
        }
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

    static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
