package porthole.picture.chart;

import java.awt.Color;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart that is dark on a dark page. Its greys change places, light for dark; a colour that a person has chosen stays
 * that colour, and is only lightened where it would not be seen (less than 3:1 against the ground, WCAG 1.4.11).
 */
final class DarkChart {
    private static final Pattern COLOUR = Pattern.compile("(fill|stroke)=\"(#[0-9a-f]{6})\"");
    private static final Color GROUND = new Color(0x14191f);
    private static final double SEEN = 3;
    private static final double GREY = 0.12;
    private static final float DARKEST = 0.1f;
    private static final float LIGHTEST = 0.92f;

    private DarkChart() {}

    /** The same document with a style sheet, for an image of its own rather than for a page's markup. */
    static String following(String svg) {
        Set<String> rules = new TreeSet<>();
        Matcher used = COLOUR.matcher(svg);
        while (used.find()) {
            String dark = dark(used.group(2));
            if (!dark.equals(used.group(2))) {
                rules.add("[" + used.group() + "]{" + used.group(1) + ":" + dark + "}");
            }
        }
        String sheet = "<style>@media (prefers-color-scheme:dark){" + String.join("", rules) + "}</style>";
        int start = svg.indexOf('>') + 1;
        return svg.substring(0, start) + sheet + svg.substring(start);
    }

    /** Whether a chart's ground is light, so that it has another form for dark pages. */
    static boolean isLight(Color ground) {
        return luminance(ground) > 0.5;
    }

    static String dark(String colour) {
        Color light = Color.decode(colour);
        int most = Math.max(light.getRed(), Math.max(light.getGreen(), light.getBlue()));
        int least = Math.min(light.getRed(), Math.min(light.getGreen(), light.getBlue()));
        if (most - least <= GREY * 255) {
            float grey = LIGHTEST - (LIGHTEST - DARKEST) * (most + least) / 510;
            return hex(new Color(grey, grey, grey));
        }
        Color lighter = light;
        while (contrast(lighter) < SEEN) {
            lighter = new Color(up(lighter.getRed()), up(lighter.getGreen()), up(lighter.getBlue()));
        }
        return hex(lighter);
    }

    private static int up(int part) {
        return part + (255 - part + 9) / 10;
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /** WCAG 2.1, contrast ratio with the dark ground. */
    static double contrast(Color colour) {
        double one = luminance(colour) + 0.05;
        double other = luminance(GROUND) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
