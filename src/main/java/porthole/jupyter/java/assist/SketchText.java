package porthole.jupyter.java.assist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porthole.jupyter.java.reader.Sketch;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Tokens;
import porthole.jupyter.java.text.UnitKind;

/**
 * A sketch in the making. Variables and statements stand in one method, so that what an earlier line declares is known
 * in a later one though neither has run; methods and types stand beside it, but the one at the cursor stands among the
 * lines, whose variables it sees in a cell.
 */
final class SketchText {
    private final StringBuilder imports;
    private final StringBuilder members = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final int cursor;
    private int inBody;

    /** @param cursor a position in the cell */
    SketchText(String imports, int cursor) {
        this.imports = new StringBuilder(imports);
        this.cursor = cursor;
    }

    /** Adds a variable of an earlier cell whose type is all of {@code bounds}, as {@code A&B}, at once. */
    void variable(String name, String bounds) {
        String maker = "porthole$" + name;
        members.append("static <T extends " + bounds + "> T " + maker + "() { return null; }\n");
        body.append("var " + name + " = " + maker + "();\n");
    }

    /**
     * Adds a snippet of the cell.
     *
     * @param at where in the cell it begins
     * @param isLast whether none comes behind it
     */
    void add(String source, int at, boolean isLast) {
        boolean isHere = at <= cursor && (cursor < at + source.length() || isLast);
        List<Tokens.Token> tokens = Tokens.of(source);
        switch (UnitKind.of(tokens)) {
            case IMPORT -> imports.append(source).append('\n');
            case TYPE -> {
                if (isHere) {
                    addToBody("", source, "\n", at);
                } else {
                    members.append(source).append('\n');
                }
            }
            case METHOD -> {
                if (isHere) {
                    addToBody("class porthole$Method { ", source, " }\n", at);
                } else {
                    members.append(source).append('\n');
                }
            }
            case EXPRESSION -> {
                String last =
                        tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
                boolean isStatement = last.equals(";") || last.equals(")") || last.equals("}");
                addToBody(isStatement ? "" : "Object porthole$" + at + " = ", source, "\n;\n", at);
            }
            case VARIABLE, STATEMENT ->
                addToBody("", source, source.stripTrailing().endsWith(";") ? "\n" : "\n;\n", at);
        }
    }

    private void addToBody(String before, String source, String after, int at) {
        body.append(before);
        if (at <= cursor) {
            inBody = body.length() + Math.min(cursor - at, source.length());
        }
        body.append(source).append(after);
    }

    /** @param declared as {@link Sketch#declared} */
    Sketch sketch(Map<String, String> declared) {
        String head = "package " + JShellNames.PACKAGE + ";\n" + imports + "\nclass Cell {\n" + members
                + "\nObject porthole$run() throws Throwable {\n";
        Map<String, String> all = new HashMap<>(declared);
        if (isCommented(members)) {
            all.put("Cell", members.toString());
        }
        return new Sketch(head + body + "return null; }\n}\n", head.length() + inBody, all);
    }

    /** Whether there may be a comment of Javadoc's. */
    static boolean isCommented(CharSequence source) {
        String text = source.toString();
        return text.contains("/**") || text.contains("///");
    }
}
