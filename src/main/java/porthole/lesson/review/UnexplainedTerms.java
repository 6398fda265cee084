package porthole.lesson.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.file.LocalText;

/**
 * Terms that a text uses before they are explained. A term is explained where it is set in bold or italics, as its definition
 * is, and in the glossary of the lesson file. Notebooks of one folder are read in the order of their names.
 */
final class UnexplainedTerms {
    private static final Sentences SENTENCES = Sentences.of(UnexplainedTerms.class);

    /** By folder of a language. */
    private final Map<Path, Set<TechnicalTerm>> known = new HashMap<>();

    List<ReviewFinding> of(ReviewedNotebook notebook) {
        Set<TechnicalTerm> explained = known.computeIfAbsent(notebook.file().resolveSibling(""), f -> new HashSet<>());
        List<ReviewFinding> findings = new ArrayList<>();
        Set<String> glossary = notebook.lesson().map(l -> l.glossary().keySet()).orElse(Set.of());
        for (TechnicalTerm term : TechnicalTerm.ofNetworking()) {
            if (glossary.stream().anyMatch(term::isIn)) {
                explained.add(term);
            } else if (explained.add(term)) {
                Optional<ReviewFinding> finding = used(notebook, term, false);
                finding.ifPresent(findings::add);
                if (finding.isEmpty() && place(notebook, term, false).isEmpty()) {
                    explained.remove(term); // it was not met yet
                }
            }
        }
        for (String word : glossary) {
            used(notebook, TechnicalTerm.of(word), true).ifPresent(findings::add);
        }
        return findings;
    }

    /** The first use, where the term is explained later; for one of no glossary, also where it never is. */
    private static Optional<ReviewFinding> used(ReviewedNotebook notebook, TechnicalTerm term, boolean inGlossary) {
        Optional<Integer> use = place(notebook, term, false);
        Optional<Integer> explained = place(notebook, term, true);
        if (use.isEmpty() || (explained.isPresent() && explained.get() <= use.get())) {
            return Optional.empty();
        }
        String form = term.form(text(notebook, use.get())).orElse(term.forms().get(0));
        if (explained.isPresent()) {
            return Optional.of(notebook.finding(
                    use.get(), ReviewRule.UNEXPLAINED, SENTENCES.say("review.explained-late", form, explained.get())));
        }
        String tag = "allow-" + ReviewRule.UNEXPLAINED.id();
        if (inGlossary || notebook.cell(use.get()).tags().contains(tag)) {
            return Optional.empty();
        }
        return Optional.of(inLesson(notebook, use.get(), term)
                .map(line -> new ReviewFinding(
                        notebook.lesson().orElseThrow().file(),
                        line,
                        ReviewRule.UNEXPLAINED,
                        SENTENCES.say("review.unexplained-lesson", form)))
                .orElseGet(() -> notebook.finding(
                        use.get(), ReviewRule.UNEXPLAINED, SENTENCES.say("review.unexplained", form))));
    }

    /** The line of the lesson file that has the term, if the cell shows a text of that file. */
    private static Optional<Integer> inLesson(ReviewedNotebook notebook, int cell, TechnicalTerm term) {
        return shown(notebook, cell)
                .filter(words -> term.isIn(in(notebook, words)))
                .findFirst()
                .map(words -> LessonTexts.of(notebook.lesson().orElseThrow()).line(words));
    }

    private static Stream<LocalText> shown(ReviewedNotebook notebook, int cell) {
        return notebook.calls().stream()
                .filter(call -> call.cell() == cell)
                .flatMap(call -> notebook.lesson().stream().flatMap(lesson -> LessonTexts.at(lesson, call)));
    }

    private static String in(ReviewedNotebook notebook, LocalText words) {
        return words.in().getOrDefault(notebook.language(), words.in().getOrDefault("", ""));
    }

    private static Optional<Integer> place(ReviewedNotebook notebook, TechnicalTerm term, boolean explained) {
        for (int i = 1; i <= notebook.cells().size(); i++) {
            boolean met = explained
                    ? new MarkdownText(notebook.cell(i).source())
                            .emphasised().stream().anyMatch(term::isIn)
                    : term.isIn(text(notebook, i));
            if (met) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** What a reader reads at a cell: its own text, or that of the question or exercise that it names. */
    private static String text(ReviewedNotebook notebook, int cell) {
        if (!notebook.cell(cell).isCode()) {
            return new MarkdownText(notebook.cell(cell).source()).prose();
        }
        return shown(notebook, cell).map(words -> in(notebook, words)).collect(Collectors.joining("\n"));
    }
}
