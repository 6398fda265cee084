package porthole.picture.drawing;

import java.util.List;
import java.util.Locale;

/**
 * Images of one size that follow each other: SVG with CSS animations, no script. Whoever has asked the system for less
 * motion sees the last one, and so does whoever's program knows no CSS animations.
 */
public final class FilmFrames {
    /** How long an image stays, in seconds. */
    private static final double STAY = 2.6;

    /** How much longer the last one stays. */
    private static final double END = 2.5;

    private FilmFrames() {}

    /**
     * The film as one SVG element.
     *
     * @param frames each an SVG element, all of one size
     * @param own the beginning of the names in its style, which no other picture of the page may have
     */
    public static String of(List<String> frames, String own) {
        String first = frames.get(0);
        if (frames.size() == 1) {
            return first;
        }
        double whole = frames.size() * STAY + END;
        StringBuilder svg = new StringBuilder(first.substring(0, first.indexOf('>') + 1)).append("\n<style>\n");
        for (int i = 0; i < frames.size(); i++) {
            double from = 100 * i * STAY / whole;
            double to = i == frames.size() - 1 ? 100 : 100 * (i + 1) * STAY / whole;
            // Step by step: a mixture of two images would let the page shine through.
            svg.append(text("@keyframes %s-%d{0%%{opacity:0}", own, i));
            svg.append(text("%.2f%%{opacity:1}%.2f%%,100%%{opacity:%d}}%n", from, to, to == 100 ? 1 : 0));
            svg.append(text(".%1$s-f%2$d{animation:%1$s-%2$d %3$.2fs step-end infinite}%n", own, i, whole));
        }
        String still = text("[class^=\"%s-f\"]{animation:none}", own);
        svg.append("@media (prefers-reduced-motion:reduce){").append(still).append("}\n");
        svg.append("@media print{").append(still).append("}\n</style>\n");
        for (int i = 0; i < frames.size(); i++) {
            svg.append(text("<g class=\"%s-f%d\" opacity=\"%d\">%n", own, i, i == frames.size() - 1 ? 1 : 0))
                    .append(frames.get(i))
                    .append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts).replace("\r\n", "\n");
    }
}
