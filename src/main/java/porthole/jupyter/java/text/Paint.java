package porthole.jupyter.java.text;

/** ANSI styles. No colours: each of them is too pale on a light page's errors or too dark on a dark one's. */
public enum Paint {
    BOLD("1"),
    DIM("2");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    public String on(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
