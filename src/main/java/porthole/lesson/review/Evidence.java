package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import porthole.lesson.document.NotebookOutput;

/**
 * A line that stands above a question.
 *
 * @param cell the number of its cell
 * @param kind where in the cell
 * @param line the line
 */
record Evidence(int cell, Kind kind, String line) {
    /** Where a line stands. */
    enum Kind {
        /** A heading. */
        HEADING,
        /** A sentence of a Markdown cell. */
        TEXT,
        /** A line of a code cell's output. */
        OUTPUT,
        /** The sentence under a picture's title, which says what the picture shows. */
        HEADLINE
    }

    /** Whose outputs are the questions themselves, or say what an exercise wants. */
    private static final Set<String> ASKING = Set.of("predict", "exercise");

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?] )|(?<=[。！？])");

    /** Whether a cell has shown it, and not a text. */
    boolean isShown() {
        return kind == Kind.OUTPUT || kind == Kind.HEADLINE;
    }

    boolean isWarning() {
        return isShown() && line.startsWith("⚠");
    }

    /** All that a reader can have read before a cell, in order; the outputs where there was a run. */
    static List<Evidence> above(ReviewedNotebook notebook, Optional<ExecutedNotebook> run, int cell) {
        List<Evidence> above = new ArrayList<>();
        for (int i = 1; i < cell; i++) {
            if (notebook.cell(i).isCode()) {
                int number = i;
                boolean asks = notebook.calls().stream()
                        .anyMatch(call -> call.cell() == number && ASKING.contains(call.word()));
                if (!asks && run.isPresent()) {
                    above.addAll(outputs(i, run.get().outputs(i)));
                }
            } else {
                above.addAll(texts(i, notebook.cell(i).source()));
            }
        }
        return above;
    }

    private static List<Evidence> outputs(int cell, List<NotebookOutput> outputs) {
        List<Evidence> lines = new ArrayList<>();
        for (NotebookOutput output : outputs) {
            boolean picture = output.data("image/svg+xml").isPresent();
            int number = 0;
            for (String line : output.text().lines().map(String::strip).toList()) {
                boolean headline = picture && number++ == 1;
                // what was done, and the command that a call equals, are no news
                if (!line.isEmpty() && !line.startsWith("✓ ") && !line.startsWith("$ ")) {
                    lines.add(new Evidence(cell, headline ? Kind.HEADLINE : Kind.OUTPUT, line));
                }
            }
        }
        return lines;
    }

    private static List<Evidence> texts(int cell, String source) {
        MarkdownText text = new MarkdownText(source);
        List<String> headings =
                text.headings().stream().map(MarkdownText.Heading::text).toList();
        List<Evidence> lines = new ArrayList<>();
        for (String line : text.lines()) {
            if (headings.contains(line)) {
                lines.add(new Evidence(cell, Kind.HEADING, line));
                continue;
            }
            SENTENCE.splitAsStream(line)
                    .map(String::strip)
                    .filter(sentence -> !sentence.isEmpty())
                    .forEach(sentence -> lines.add(new Evidence(cell, Kind.TEXT, sentence)));
        }
        return lines;
    }
}
