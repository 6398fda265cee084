package porthole.picture.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How wide text is, from a table of DejaVu Sans's advances. With it the layout needs no font on the machine, and is the
 * same on all; DejaVu is the widest of the usual sans serifs, so what fits in it fits.
 */
final class TextWidths {
    private static final int EM = 2048;
    /** For code points that the table lacks: Chinese, Japanese and Korean characters are square. */
    private static final short SQUARE = EM;

    /** {@code veth0a1b2c3} and {@code br-0123456789ab}, as libnetwork makes them, and the name of a journey's call. */
    private static final Pattern MADE = Pattern.compile(
            "\\b(veth(?=[0-9a-f]{7}\\b)|br-(?=[0-9a-f]{12}\\b)|porthole-(?=[0-9a-f]{8}\\b))([0-9a-f]+)\\b");

    private static final short[] PLAIN = new short[0x2700];
    private static final short[] BOLD = new short[0x2700];

    static {
        Arrays.fill(PLAIN, SQUARE);
        Arrays.fill(BOLD, SQUARE);
        read();
    }

    private TextWidths() {}

    private static void read() {
        try (InputStream in = Objects.requireNonNull(
                        TextWidths.class.getResourceAsStream("dejavu-sans-advances.txt"),
                        "advances missing from the jar");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split(" ", -1);
                int c = Integer.parseInt(parts[0], 16);
                PLAIN[c] = Short.parseShort(parts[1]);
                BOLD[c] = Short.parseShort(parts[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The advance of {@code text} in pixels. A name that is made of random digits is as wide as the widest of its kind, so
     * that a picture has the same places in each run.
     */
    static double of(String text, Letters letters) {
        short[] table = letters.bold() ? BOLD : PLAIN;
        String widest = letters.bold() ? "b" : "0";
        String measured = MADE.matcher(text)
                .replaceAll(name -> name.group(1) + widest.repeat(name.group(2).length()));
        long sum = measured.codePoints()
                .mapToLong(c -> c < table.length ? table[c] : SQUARE)
                .sum();
        return sum * letters.size() / EM;
    }

    /**
     * {@code text}, with its middle left out where it is wider than {@code limit}: both ends tell names apart, and the
     * last part more than the first ({@code shop-backend-worker-1}).
     */
    static String fit(String text, Letters letters, double limit) {
        if (of(text, letters) <= limit) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        for (int kept = points.length - 1; kept > 1; kept--) {
            int head = Math.max(1, kept * 2 / 5);
            int tail = kept - head;
            String shorter = new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
            if (of(shorter, letters) <= limit) {
                return shorter;
            }
        }
        return "…";
    }
}
