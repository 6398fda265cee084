package porthole.lesson.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonLines;

/** A review of lessons: their notebooks in all languages, and their files. */
public final class Review {
    private final List<NotebookGroup> groups;
    private final Set<ReviewFinding> findings = new LinkedHashSet<>();

    private Review(List<NotebookGroup> groups) {
        this.groups = groups;
    }

    /**
     * Reads lessons as they are written.
     *
     * @param paths notebooks, lesson files and folders of them
     * @throws IllegalArgumentException if one does not exist, or has no notebook
     * @throws porthole.lesson.file.LessonException if one is a lesson file that has a mistake
     * @throws IOException if a folder cannot be read
     */
    public static Review of(List<Path> paths) throws IOException {
        NotebookGroups found = new NotebookGroups();
        Review review = new Review(found.of(paths));
        review.findings.addAll(found.unreadable());
        review.read(found.withoutLesson());
        return review;
    }

    private void read(Set<Path> withoutLesson) throws IOException {
        UnexplainedTerms terms = new UnexplainedTerms();
        UnlinkedTerms links = new UnlinkedTerms();
        for (NotebookGroup group : groups) {
            findings.addAll(SameInAllLanguages.of(group));
            for (ReviewedNotebook notebook : group.notebooks()) {
                findings.addAll(NamesOfLesson.of(notebook));
                findings.addAll(ChecksThatCanFail.of(notebook));
                List<ReviewFinding> unexplained = terms.of(notebook);
                if (!withoutLesson.contains(notebook.file())) {
                    findings.addAll(unexplained);
                }
                findings.addAll(links.of(notebook));
                findings.addAll(FormOfCells.of(notebook));
            }
        }
        for (Map.Entry<Lesson, List<ReviewedNotebook>> each : lessons().entrySet()) {
            Lesson lesson = each.getKey();
            List<ReviewedNotebook> all = NotebookGroups.beginning(lesson);
            findings.addAll(NamesOfLesson.unused(lesson, all));
            findings.addAll(ChecksThatCanFail.of(lesson, all));
            findings.addAll(GuessableQuizzes.of(lesson));
            findings.addAll(MissingFiles.of(lesson));
            findings.addAll(WrittenMinutes.of(lesson, each.getValue()));
            List<String> languages = each.getValue().stream()
                    .map(ReviewedNotebook::language)
                    .distinct()
                    .toList();
            findings.addAll(LessonTexts.of(lesson).lacking(languages));
        }
    }

    private Map<Lesson, List<ReviewedNotebook>> lessons() {
        Map<Path, Lesson> byFile = new LinkedHashMap<>();
        Map<Lesson, List<ReviewedNotebook>> lessons = new LinkedHashMap<>();
        for (NotebookGroup group : groups) {
            for (ReviewedNotebook notebook : group.notebooks()) {
                notebook.lesson()
                        .ifPresent(lesson -> lessons.computeIfAbsent(
                                        byFile.computeIfAbsent(lesson.file(), f -> lesson), l -> new ArrayList<>())
                                .add(notebook));
            }
        }
        return lessons;
    }

    /**
     * Reads the docker lines of the lessons, and the names in them.
     *
     * @param reading reads a line without doing what it says
     */
    public void lines(NamesOfLine.Reading reading) throws IOException {
        for (Lesson lesson : lessons().keySet()) {
            findings.addAll(NamesInLines.of(lesson, NotebookGroups.beginning(lesson), reading));
        }
    }

    /** Reads what gives an answer away in the texts alone, where nothing is run. */
    public void answers() {
        notebooks().forEach(notebook -> findings.addAll(GivenAway.of(notebook, Optional.empty())));
    }

    /** Gives the files of the notebooks, in order. */
    public List<Path> files() {
        return notebooks().map(ReviewedNotebook::file).toList();
    }

    /**
     * Runs one of the notebooks and reads what it shows.
     *
     * @param file one of {@link #files()}
     * @param run how notebooks are run
     * @throws IOException if notebooks cannot be run here
     */
    public void run(Path file, NotebookRun run) throws IOException, InterruptedException {
        for (ReviewedNotebook notebook :
                notebooks().filter(n -> n.file().equals(file)).toList()) {
            ExecutedNotebook executed = ExecutedNotebook.of(notebook, run);
            findings.addAll(RunFindings.of(executed));
            findings.addAll(GivenAway.of(notebook, Optional.of(executed)));
        }
    }

    private Stream<ReviewedNotebook> notebooks() {
        return groups.stream().flatMap(group -> group.notebooks().stream());
    }

    /** Gives what was found, by file and place, without what a tag or a comment allows. */
    public List<ReviewFinding> findings() {
        return findings.stream()
                .filter(finding -> !allowed(finding))
                .sorted(Comparator.comparing(ReviewFinding::file).thenComparing(ReviewFinding::place))
                .toList();
    }

    private boolean allowed(ReviewFinding finding) {
        String tag = "allow-" + finding.rule().id();
        if (finding.place() == 0) {
            return false;
        }
        return notebooks()
                        .filter(notebook -> notebook.file().equals(finding.file()))
                        .anyMatch(notebook ->
                                notebook.cell(finding.place()).tags().contains(tag))
                || (finding.file().toString().endsWith(".yaml")
                        && LessonLines.of(finding.file()).commented(finding.place(), tag));
    }
}
