package porthole.jupyter.shell;

/**
 * Where a snippet stands.
 *
 * @param name of its cell, as {@code In[3]}, or of the file it came from
 * @param code the whole text of that
 * @param offset where in {@code code} the snippet begins
 */
record Place(String name, String code, int offset) {
    /** The name of what the session itself runs before the first cell. */
    static final String START = "start";

    /** The cell's line, from 1, of a position in the snippet; a position beyond the cell is at its end. */
    int lineAt(int position) {
        int end = Math.min(code.length(), offset + position);
        return 1 + (int) code.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** The cell's line of the snippet's own line; both count from 1. */
    int line(int snippetLine) {
        return lineAt(0) + snippetLine - 1;
    }

    /** The text of the cell's line, from 1; empty where there is none. */
    String text(int line) {
        String[] lines = code.split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1].stripTrailing() : "";
    }

    /** Where in the cell its line, from 1, begins. */
    int start(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int next = code.indexOf('\n', start);
            if (next < 0) {
                return code.length();
            }
            start = next + 1;
        }
        return start;
    }
}
