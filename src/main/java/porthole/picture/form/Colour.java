package porthole.picture.form;

/**
 * The colours, as {@code #rrggbb}. Hues after Okabe and Ito's set for colour-blind readers, darkened until text in them
 * has a contrast of 4.5:1 on white and on every tint (a test computes it). No colour tells anything alone.
 */
public final class Colour {
    public static final String PAPER = "#ffffff";
    public static final String HOST = "#f5f7fa";
    public static final String EDGE = "#8593a1";
    public static final String INK = "#1f2933";
    public static final String QUIET = "#52606d";
    public static final String WARNING = "#b42318";
    public static final String NEW = "#fff3bf";

    /** A stroke and the tint that fills what it outlines. */
    public record Pair(String stroke, String tint) {}

    public static final Pair DEFAULT_BRIDGE = new Pair("#0067a3", "#dceaf5");
    public static final Pair OVERLAY = new Pair("#a83e00", "#fbe6d8");
    public static final Pair LAN = new Pair("#7a4a00", "#f4e8da");
    public static final Pair OF_HOST = new Pair("#6f42a0", "#ffffff");
    public static final Pair GREY = new Pair("#5a6774", "#eef1f4");

    private static final Pair[] USER_BRIDGES = {
        new Pair("#006b55", "#d9efe8"), new Pair("#9c1f66", "#f9e3ee"), new Pair("#4b4aa6", "#e5e5f7"),
    };

    private Colour() {}

    /** The colours of a user's bridge; neighbours by creation differ. */
    public static Pair userBridge(int index) {
        return USER_BRIDGES[index % USER_BRIDGES.length];
    }
}
