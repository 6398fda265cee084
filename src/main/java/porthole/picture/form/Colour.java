package porthole.picture.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colours, as {@code #rrggbb}. Text in them has a contrast of 4.5:1 on white and on every tint. Those of networks
 * differ in lightness as much as in hue, so that any two are told apart also by readers who do not see red, green or
 * blue (a test computes both, in light and in dark). No colour tells anything alone. Each has a counterpart for dark
 * pages, {@link #dark}.
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
    /** What is reached by name. */
    public static final Pair BY_NAME = new Pair("#006b55", "#d9efe8");

    public static final Pair GREY = new Pair("#5a6774", "#eef1f4");

    private static final Pair[] NETWORKS = {
        new Pair("#1f3608", "#d9efd0"),
        new Pair("#962639", "#f0e1e3"),
        new Pair("#4c2861", "#e6e1e9"),
        OVERLAY,
        new Pair("#7f2f6f", "#ede2eb"),
        new Pair("#0f4aa9", "#dde6f3"),
        new Pair("#5b4003", "#e8e4dc"),
        new Pair("#660e3c", "#eadde4"),
        new Pair("#172d8a", "#dfe2ef"),
        new Pair("#0c5942", "#dde8e5"),
        new Pair("#80557b", "#ede7ed"),
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
            {BY_NAME.stroke(), "#4fc7a5"},
            {BY_NAME.tint(), "#1f3837"},
            {GREY.stroke(), "#a9b6c3"},
            {GREY.tint(), "#2f353d"},
            {"#1f3608", "#9ef48b"},
            {"#d9efd0", "#2f4239"},
            {"#962639", "#ee8389"},
            {"#f0e1e3", "#3b3138"},
            {"#4c2861", "#fddafe"},
            {"#e6e1e9", "#3d3e4a"},
            {"#7f2f6f", "#d2abc9"},
            {"#ede2eb", "#363742"},
            {"#0f4aa9", "#a8c8ff"},
            {"#dde6f3", "#303b4a"},
            {"#5b4003", "#f5b946"},
            {"#e8e4dc", "#3c392e"},
            {"#660e3c", "#c48fb2"},
            {"#eadde4", "#34323e"},
            {"#172d8a", "#7b9bfa"},
            {"#dfe2ef", "#293449"},
            {"#0c5942", "#6fd69c"},
            {"#dde8e5", "#283d3b"},
            {"#80557b", "#fabbd5"},
            {"#ede7ed", "#3c3944"},
        };
        for (String[] pair : pairs) {
            DARK.put(pair[0], pair[1]);
        }
    }

    private Colour() {}

    /** The colours of a network that is not the default bridge; eleven in turn, so neighbours by creation differ. */
    public static Pair network(int index) {
        return NETWORKS[Math.floorMod(index, NETWORKS.length)];
    }

    /** How many colours {@link #network} has. */
    public static int networks() {
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
