package porthole.jupyter.shell;

/** ANSI colours that read on light and dark pages; only ever beside a sign that says the same. */
enum Paint {
    RED("31"),
    BOLD("1"),
    DIM("2"),
    CYAN("36");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
