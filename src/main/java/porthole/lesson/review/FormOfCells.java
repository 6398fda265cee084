package porthole.lesson.review;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookException;
import porthole.lesson.review.MarkdownText.Link;

/** Cells that are short, images that say what they show, links that lead somewhere. */
final class FormOfCells {
    private static final Sentences SENTENCES = Sentences.of(FormOfCells.class);

    /** As many lines as a cell has at most. */
    private static final int MOST_LINES = 12;

    private FormOfCells() {}

    static List<ReviewFinding> of(ReviewedNotebook notebook) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (int i = 1; i <= notebook.cells().size(); i++) {
            NotebookCell cell = notebook.cell(i);
            long lines = cell.source().lines().count();
            if (cell.isCode() && lines > MOST_LINES) {
                findings.add(notebook.finding(
                        i, ReviewRule.LONG_CELL, SENTENCES.say("review.long-cell", lines, MOST_LINES)));
            }
            if (cell.kind() == NotebookCell.Kind.MARKDOWN) {
                for (Link link : new MarkdownText(cell.source()).links()) {
                    findings.addAll(link(notebook, i, link));
                }
            }
        }
        return findings;
    }

    private static List<ReviewFinding> link(ReviewedNotebook notebook, int cell, Link link) {
        List<ReviewFinding> findings = new ArrayList<>();
        String name = link.target().replaceFirst("^attachment:", "").replaceFirst(".*/", "");
        if (link.image() && (link.text().isEmpty() || link.text().equals(name))) {
            findings.add(notebook.finding(cell, ReviewRule.ALT_TEXT, SENTENCES.say("review.alt-text", link.target())));
        }
        wrong(notebook, cell, link.target())
                .ifPresent(said -> findings.add(notebook.finding(cell, ReviewRule.LINK, said)));
        return findings;
    }

    /** What is wrong with where a link leads. What is elsewhere on the Web is not asked. */
    private static Optional<String> wrong(ReviewedNotebook notebook, int cell, String target) {
        if (target.startsWith("attachment:")) {
            String name = decoded(target.substring("attachment:".length()));
            return notebook.cell(cell).json().path("attachments").has(name)
                    ? Optional.empty()
                    : Optional.of(SENTENCES.say("review.link-attachment", name));
        }
        if (target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*")) {
            return Optional.empty();
        }
        int hash = target.indexOf('#');
        String path = decoded(hash < 0 ? target : target.substring(0, hash));
        String anchor = hash < 0 ? "" : decoded(target.substring(hash + 1));
        if (path.startsWith("/")) {
            return Optional.of(SENTENCES.say("review.link-absolute", target));
        }
        try {
            Path file = path.isEmpty()
                    ? notebook.file()
                    : notebook.file().resolveSibling(path).normalize();
            if (!Files.exists(file)) {
                return Optional.of(SENTENCES.say("review.link-file", target, file));
            }
            return anchor.isEmpty() || !NotebookGroups.nameOf(file).endsWith(".ipynb")
                    ? Optional.empty()
                    : anchor(path.isEmpty() ? notebook.notebook() : Notebook.read(file), anchor, target);
        } catch (InvalidPathException | NotebookException e) {
            return Optional.of(SENTENCES.say("review.link-file", target, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<String> anchor(Notebook notebook, String anchor, String target) {
        List<String> anchors = notebook.cells().stream()
                .filter(cell -> cell.kind() == NotebookCell.Kind.MARKDOWN)
                .flatMap(cell -> new MarkdownText(cell.source()).headings().stream())
                .map(MarkdownText.Heading::anchor)
                .toList();
        return anchors.contains(anchor) || notebook.cells().stream().anyMatch(c -> named(c.source(), anchor))
                ? Optional.empty()
                : Optional.of(SENTENCES.say("review.link-anchor", target, Nearest.suggestion(anchor, anchors)));
    }

    private static boolean named(String source, String anchor) {
        return source.contains("id=\"" + anchor + "\"") || source.contains("name=\"" + anchor + "\"");
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
