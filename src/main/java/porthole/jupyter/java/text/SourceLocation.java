package porthole.jupyter.java.text;

import java.util.List;

/**
 * Where a snippet stands.
 *
 * @param name of its cell, as {@code In[3]}, or of the file it came from
 * @param code the whole text of that
 * @param offset where in {@code code} the snippet begins
 * @param insertions what the snippet has that {@code code} has not, from left to right
 */
public record SourceLocation(String name, String code, int offset, List<Insertion> insertions) {
    /** The name of what the session itself runs before the first cell. */
    public static final String START = "start";

    /** Where the snippet is as it was written. */
    public SourceLocation(String name, String code, int offset) {
        this(name, code, offset, List.of());
    }

    /**
     * Text that was put into a snippet.
     *
     * @param at where it begins in the snippet
     */
    record Insertion(int at, int length) {}

    /** The same for a snippet into which this was put. */
    SourceLocation with(List<Insertion> more) {
        return more.isEmpty() ? this : new SourceLocation(name, code, offset, List.copyOf(more));
    }

    /** The position in the code of one in the snippet; a position beyond the code is at its end. */
    public int at(int position) {
        int inserted = 0;
        for (Insertion one : insertions) {
            inserted += Math.max(0, Math.min(one.length, position - one.at));
        }
        return Math.min(code.length(), offset + position - inserted);
    }

    /** The cell's line, from 1, of a position in the snippet; a position beyond the cell is at its end. */
    public int lineAt(int position) {
        return 1
                + (int) code.substring(0, at(position))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** The cell's line of the snippet's own line; both count from 1. */
    int line(int snippetLine) {
        return lineAt(0) + snippetLine - 1;
    }

    /** The text of the cell's line, from 1; empty where there is none. */
    public String text(int line) {
        String[] lines = code.split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1].stripTrailing() : "";
    }

    /** Where in the cell its line, from 1, begins. */
    public int start(int line) {
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
