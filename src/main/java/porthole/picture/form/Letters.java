package porthole.picture.form;

/**
 * How text is set.
 *
 * @param size in pixels
 * @param bold whether bold
 * @param italic whether oblique
 */
public record Letters(double size, boolean bold, boolean italic) {
    public static final Letters TITLE = new Letters(20, true, false);
    public static final Letters ANSWER = new Letters(13, false, false);
    public static final Letters HOST = new Letters(12.5, true, false);
    public static final Letters BOX = new Letters(13.5, true, false);
    public static final Letters BAND = new Letters(13, true, false);
    public static final Letters SOCKET = new Letters(12, true, false);
    public static final Letters SMALL = new Letters(10.5, false, false);
    public static final Letters SMALL_BOLD = new Letters(10.5, true, false);
    public static final Letters ASIDE = new Letters(10.5, false, true);

    public double width(String text) {
        return TextWidths.of(text, this);
    }

    public String fit(String text, double limit) {
        return TextWidths.fit(text, this, limit);
    }
}
