package porthole.lesson.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.file.Lesson;

/**
 * A notebook under review.
 *
 * @param file where it is
 * @param language its language's tag: that of its folder, else of its kernel
 * @param notebook what it says
 * @param lesson the lesson that it begins with {@code chapter("…")}; empty if there is none, or its file has a mistake
 */
record ReviewedNotebook(Path file, String language, Notebook notebook, Optional<Lesson> lesson) {
    List<NotebookCell> cells() {
        return notebook.cells();
    }

    /** The cell of a number from 1. */
    NotebookCell cell(int number) {
        return cells().get(number - 1);
    }

    /** The calls of a lesson's words, in order. */
    List<LessonCall> calls() {
        List<LessonCall> calls = new ArrayList<>();
        for (int i = 0; i < cells().size(); i++) {
            if (cells().get(i).isCode()) {
                calls.addAll(LessonCall.in(cells().get(i).source(), i + 1));
            }
        }
        return calls;
    }

    /** Those of one word. */
    List<LessonCall> calls(String word) {
        return calls().stream().filter(call -> call.word().equals(word)).toList();
    }

    ReviewFinding finding(int cell, ReviewRule rule, String sentence) {
        return new ReviewFinding(file, cell, rule, sentence);
    }
}
