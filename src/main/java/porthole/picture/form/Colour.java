package porthole.picture.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours, as {@code #rrggbb}. Hues after Okabe and Ito's set for colour-blind readers, darkened until text in them
 * has a contrast of 4.5:1 on white and on every tint (a test computes it). No colour tells anything alone. Each has a
 * counterpart for dark pages, {@link #dark}.
 */
public final class Colour {
    public static final String PAPER = "#ffffff";
    public static final String HOST = "#f5f7fa";
    /** Every second row of a grid. */
    public static final String STRIPE = "#e6ebf3";

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

    private static final Pair[] NETWORKS = {
        new Pair("#006b55", "#d9efe8"),
        new Pair("#9c1f66", "#f9e3ee"),
        new Pair("#4b4aa6", "#e5e5f7"),
        OVERLAY,
        new Pair("#4f6200", "#e8ebde"),
        new Pair("#b0202a", "#f9e2e3"),
        new Pair("#006a78", "#dbeef0"),
        new Pair("#6b4f2a", "#eee8df"),
    };

    private static final Map<String, String> DARK = new LinkedHashMap<>();

    static {
        String[][] pairs = {
            {PAPER, "#14191f"},
            {HOST, "#1b222a"},
            {STRIPE, "#222b35"},
            {NEW, "#3d3510"},
            {INK, "#e6ebf0"},
            {QUIET, "#aebac6"},
            {EDGE, "#6b7885"},
            {WARNING, "#ff8a80"},
            {DEFAULT_BRIDGE.stroke(), "#6cb8f0"},
            {DEFAULT_BRIDGE.tint(), "#243645"},
            {OVERLAY.stroke(), "#f5a26b"},
            {OVERLAY.tint(), "#3c322d"},
            {LAN.stroke(), "#e0b070"},
            {LAN.tint(), "#39342e"},
            {OF_HOST.stroke(), "#c7a3f2"},
            {GREY.stroke(), "#a9b6c3"},
            {GREY.tint(), "#2f353d"},
            {"#006b55", "#4fc7a5"},
            {"#d9efe8", "#1f3837"},
            {"#9c1f66", "#f08fc4"},
            {"#f9e3ee", "#3c2e3d"},
            {"#4b4aa6", "#a9a6f5"},
            {"#e5e5f7", "#2f3246"},
            {"#4f6200", "#b9c95a"},
            {"#e8ebde", "#32392a"},
            {"#b0202a", "#ff8f8f"},
            {"#f9e2e3", "#3e2e33"},
            {"#006a78", "#5cc9d6"},
            {"#dbeef0", "#213940"},
            {"#6b4f2a", "#d8b27c"},
            {"#eee8df", "#373530"},
        };
        for (String[] pair : pairs) {
            DARK.put(pair[0], pair[1]);
        }
    }

    private Colour() {}

    /** The colours of a network that is not the default bridge; eight in turn, so neighbours by creation differ. */
    public static Pair network(int index) {
        return NETWORKS[Math.floorMod(index, NETWORKS.length)];
    }

    /** How many colours {@link #network} has. */
    static int networks() {
        return NETWORKS.length;
    }

    /** What a colour is on a dark page; a colour that is not one of these stays. */
    public static String dark(String colour) {
        return DARK.getOrDefault(colour, colour);
    }

    /** All colours of light pages. */
    static Iterable<String> light() {
        return DARK.keySet();
    }
}
