package porthole.picture.form;

/**
 * How text is set. Nothing is smaller than 12.5 pixels, and nothing is slanted: Japanese has no slanted letters.
 *
 * @param size in pixels
 * @param bold whether bold
 */
public record Letters(double size, boolean bold) {
    public static final Letters TITLE = new Letters(20, true);
    public static final Letters ANSWER = new Letters(14, false);
    public static final Letters HOST = new Letters(13, true);
    public static final Letters BOX = new Letters(14, true);
    public static final Letters BAND = new Letters(13.5, true);
    public static final Letters SOCKET = new Letters(12.5, true);
    public static final Letters SMALL = new Letters(12.5, false);
    public static final Letters SMALL_BOLD = new Letters(12.5, true);

    public double width(String text) {
        return TextWidths.of(text, this);
    }

    public String fit(String text, double limit) {
        return TextWidths.fit(text, this, limit);
    }
}
