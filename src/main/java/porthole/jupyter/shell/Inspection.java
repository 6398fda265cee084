package porthole.jupyter.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.MimeBundle;

/** Signatures and documentation of what stands at the cursor. */
final class Inspection {
    private static final int MOST = 5;

    private Inspection() {}

    static Optional<MimeBundle> of(Snippets snippets, String code, int cursor, boolean idle) {
        if (idle) {
            snippets.defaults().provide(code);
        }
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        SourceCodeAnalysis analysis = snippets.analysis();
        String upTo = lastStatement(analysis, code.substring(0, end));
        List<Documentation> found = List.of();
        if (!upTo.isBlank() && Character.isJavaIdentifierPart(upTo.charAt(upTo.length() - 1))) {
            found = analysis.documentation(upTo + "(", upTo.length() + 1, true);
        }
        if (found.isEmpty()) {
            found = analysis.documentation(upTo, upTo.length(), true);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(bundle(found));
    }

    private static String lastStatement(SourceCodeAnalysis analysis, String code) {
        String rest = code;
        while (true) {
            SourceCodeAnalysis.CompletionInfo unit = analysis.analyzeCompletion(rest);
            if (!unit.completeness().isComplete() || unit.remaining().isBlank()) {
                return rest;
            }
            rest = unit.remaining();
        }
    }

    private static MimeBundle bundle(List<Documentation> found) {
        List<Documentation> shown = found.subList(0, Math.min(MOST, found.size()));
        String more = found.size() > MOST ? "… and " + (found.size() - MOST) + " more" : "";
        String text =
                shown.stream().map(d -> d.signature() + plain(d.javadoc())).collect(Collectors.joining("\n\n"));
        String html = shown.stream()
                .map(d -> "<p><code><b>" + Html.escape(d.signature()) + "</b></code></p>" + html(d.javadoc()))
                .collect(Collectors.joining("\n<hr>\n"));
        return MimeBundle.html(html + "<p>" + more + "</p>", more.isEmpty() ? text : text + "\n\n" + more);
    }

    private static String plain(@Nullable String javadoc) {
        if (javadoc == null || javadoc.isBlank()) {
            return "";
        }
        String text = tags(javadoc, "$1").replaceAll("<[^>]+>", "");
        return "\n"
                + text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
    }

    private static String html(@Nullable String javadoc) {
        if (javadoc == null || javadoc.isBlank()) {
            return "";
        }
        String marked = tags(javadoc.strip(), "<code>$1</code>");
        return "<div>" + marked.replaceAll("(?m)^\\s*@(\\w+)", "<br><b>$1</b>") + "</div>";
    }

    private static String tags(String javadoc, String with) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|literal|value)\\s+([^}]*)\\}", with);
    }
}
