package porthole.lesson.review;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.display.Sentences;

/**
 * Terms that an earlier notebook of the folder explains, and that a later one uses without a link to where that is. Only the
 * first use in a notebook counts; a notebook that explains the term again needs no link. Headings, code, and the texts of
 * the lesson file, which hold no links, are left out.
 */
final class UnlinkedTerms {
    private static final Sentences SENTENCES = Sentences.of(UnlinkedTerms.class);

    /** Where a term is explained, as a link of a notebook in the same folder leads there. */
    private final Map<Path, Map<TechnicalTerm, String>> explained = new HashMap<>();

    List<ReviewFinding> of(ReviewedNotebook notebook) {
        Map<TechnicalTerm, String> before =
                explained.computeIfAbsent(notebook.file().resolveSibling(""), f -> new LinkedHashMap<>());
        List<ReviewFinding> findings = before.entrySet().stream()
                .flatMap(each -> unlinked(notebook, each.getKey(), each.getValue()).stream())
                .toList();
        TechnicalTerm.ofNetworking().stream()
                .filter(term -> !before.containsKey(term))
                .forEach(term -> where(notebook, term).ifPresent(link -> before.put(term, link)));
        return findings;
    }

    private static Optional<ReviewFinding> unlinked(ReviewedNotebook notebook, TechnicalTerm term, String target) {
        return texts(notebook)
                .filter(i -> term.isIn(text(notebook, i).running()))
                .boxed()
                .findFirst()
                .filter(i -> {
                    MarkdownText text = text(notebook, i);
                    return text.links().stream().noneMatch(link -> term.isIn(link.text()))
                            && text.emphasised().stream().noneMatch(term::isIn);
                })
                .map(i -> {
                    String form = term.form(text(notebook, i).running()).orElseThrow();
                    return notebook.finding(i, ReviewRule.UNLINKED, SENTENCES.say("review.unlinked", form, target));
                });
    }

    /** The heading above the explanation. */
    private static Optional<String> where(ReviewedNotebook notebook, TechnicalTerm term) {
        return texts(notebook)
                .filter(i -> text(notebook, i).emphasised().stream().anyMatch(term::isIn))
                .boxed()
                .findFirst()
                .map(cell -> {
                    String file = notebook.file().getFileName().toString();
                    return texts(notebook)
                            .filter(i -> i <= cell)
                            .boxed()
                            .flatMap(i -> text(notebook, i).headings().stream())
                            .reduce((first, second) -> second)
                            .map(heading -> file + "#" + heading.anchor())
                            .orElse(file);
                });
    }

    private static IntStream texts(ReviewedNotebook notebook) {
        return IntStream.rangeClosed(1, notebook.cells().size())
                .filter(i -> !notebook.cell(i).isCode());
    }

    private static MarkdownText text(ReviewedNotebook notebook, int cell) {
        return new MarkdownText(notebook.cell(cell).source());
    }
}
