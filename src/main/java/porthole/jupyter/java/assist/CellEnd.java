package porthole.jupyter.java.assist;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.java.evaluate.JShellSession;
import porthole.jupyter.java.text.CellParts;
import porthole.jupyter.java.text.Tokens;

/** Whether a cell could be run as it stands, and where its next line would begin. */
final class CellEnd {
    private static final String STEP = "    ";

    private final Supplier<JShellSession> snippets;
    private final Predicate<String> isMagic;

    CellEnd(Supplier<JShellSession> snippets, Predicate<String> isMagic) {
        this.snippets = snippets;
        this.isMagic = isMagic;
    }

    Completeness of(String code) {
        if (code.startsWith("%%", Tokens.skipBlank(code, 0))) {
            boolean open = code.contains("\n") && !code.endsWith("\n");
            return open ? new Completeness.Incomplete("") : new Completeness.Complete();
        }
        if (code.endsWith("\\") && isContinued(code)) {
            return new Completeness.Incomplete("");
        }
        for (CellParts.Part part : CellParts.of(code, snippets.get().analysis(), isMagic)) {
            if (part instanceof CellParts.Java java) {
                Completeness found = ofJava(java.text());
                if (!(found instanceof Completeness.Complete)) {
                    return found;
                }
            }
        }
        return new Completeness.Complete();
    }

    private static boolean isContinued(String code) {
        String last = code.substring(code.lastIndexOf('\n') + 1);
        return last.startsWith("%") || last.startsWith("!");
    }

    private Completeness ofJava(String text) {
        String rest = text;
        while (!Tokens.isEmpty(rest)) {
            CompletionInfo unit = snippets.get().analysis().analyzeCompletion(rest);
            switch (unit.completeness()) {
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new Completeness.Incomplete(indent(text));
                }
                case UNKNOWN -> {
                    return new Completeness.Invalid();
                }
                default -> rest = unit.remaining();
            }
        }
        return Tokens.endsInComment(text) ? new Completeness.Incomplete(indent(text)) : new Completeness.Complete();
    }

    /** One step more than the line that opened what is open; inside a text block or a comment, as the last line. */
    private static String indent(String text) {
        List<Tokens.Token> tokens = Tokens.of(text);
        String line = lastLine(text.stripTrailing());
        String own = line.substring(0, line.length() - line.stripLeading().length());
        if (tokens.isEmpty() || tokens.get(tokens.size() - 1).text().startsWith("\"\"\"")) {
            return own;
        }
        String last = tokens.get(tokens.size() - 1).text();
        if (Set.of("{", "(", "[", "->", ">", ":").contains(last)
                && !line.stripLeading().startsWith("//")) {
            return opens(last, text) ? own + STEP : own;
        }
        return own;
    }

    private static boolean opens(String last, String text) {
        return switch (last) {
            case ">" -> text.stripTrailing().endsWith("->");
            case ":" -> lastLine(text.stripTrailing()).stripLeading().matches("(case\\b.*|default\\s*):");
            default -> true;
        };
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
