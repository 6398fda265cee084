package porthole.display;

import java.util.regex.Pattern;

/**
 * Text from outside (names, logs, what a program prints), made safe to read: what would steer a terminal or turn the
 * direction of a line is shown as a sign of its own, so that nothing can hide or pose as something else.
 */
public final class Visible {
    /** Colours and weights, which only decorate: {@code ESC [ 31 m}. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*m");

    private static final int PICTURES = 0x2400;
    private static final char DELETE = 0x7f;
    private static final char DELETE_PICTURE = '\u2421';

    private Visible() {}

    /**
     * {@code text} without colours; each other control character but tab and line end becomes its picture ({@code ␛} for
     * Escape), and each character that changes the direction of text its number in hexadecimal.
     */
    public static String of(String text) {
        if (text.chars().noneMatch(Visible::steers)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        String plain = COLOUR.matcher(text.replace("\r\n", "\n")).replaceAll("");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!steers(c)) {
                safe.append(c);
            } else if (c < ' ') {
                safe.append((char) (PICTURES + c));
            } else {
                safe.append(c == DELETE ? String.valueOf(DELETE_PICTURE) : String.format("\\u%04X", (int) c));
            }
        }
        return safe.toString();
    }

    private static boolean steers(int c) {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= DELETE && c < 0xa0);
        boolean direction = (c >= 0x200e && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x061c;
        return control || direction || c == 0x2028 || c == 0x2029;
    }
}
