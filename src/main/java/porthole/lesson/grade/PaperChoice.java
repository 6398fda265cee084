package porthole.lesson.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.handout.HandoutNotebook;

/**
 * Which of a lesson's papers a submission answers.
 *
 * @param paper that one; empty where it answers none
 * @param remark why none
 */
record PaperChoice(Optional<Paper> paper, Optional<Remark> remark) {
    private static PaperChoice none(String key, Object... parts) {
        return new PaperChoice(Optional.empty(), Optional.of(Remark.of(key, parts)));
    }

    static PaperChoice of(TaughtLesson lesson, Notebook submission) {
        JsonNode says = submission.metadata().path(HandoutNotebook.METADATA);
        String of = says.path("lesson").asText();
        if (!of.isEmpty() && !of.equals(lesson.lesson().name())) {
            return none("remark.other-lesson", of);
        }
        String programming = programming(submission.metadata());
        if (!programming.isEmpty() && !programming.equals("java")) {
            return none("remark.not-java", programming);
        }
        String language = says.path("language").asText();
        if (!language.isEmpty() && !lesson.papers().containsKey(language)) {
            return none(
                    "remark.language",
                    language,
                    String.join(", ", lesson.papers().keySet()));
        }
        Paper paper = Optional.ofNullable(lesson.papers().get(language)).orElseGet(() -> nearest(lesson, submission));
        long all = paper.cells().stream().filter(SubmittedScript::matters).count();
        int known = SubmittedScript.of(paper, submission).known();
        return known * 2L < all
                ? none("remark.foreign", known, all)
                : new PaperChoice(Optional.of(paper), Optional.empty());
    }

    private static String programming(JsonNode metadata) {
        String kernel = metadata.path("kernelspec").path("language").asText();
        return kernel.isEmpty() ? metadata.path("language_info").path("name").asText() : kernel;
    }

    /** The one most of whose texts are there. */
    private static Paper nearest(TaughtLesson lesson, Notebook submission) {
        Set<String> texts = submission.cells().stream()
                .map(cell -> cell.source().strip())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Paper> papers = List.copyOf(lesson.papers().values());
        Paper best = papers.get(0);
        for (Paper paper : papers) {
            best = shared(paper, texts) > shared(best, texts) ? paper : best;
        }
        return best;
    }

    private static long shared(Paper paper, Set<String> texts) {
        return paper.handout().cells().stream()
                .map(NotebookCell::source)
                .filter(source -> texts.contains(source.strip()))
                .count();
    }
}
