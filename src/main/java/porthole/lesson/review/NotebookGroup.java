package porthole.lesson.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import porthole.lesson.file.Lesson;

/**
 * One notebook in all its languages.
 *
 * @param folder the folder that the languages' folders are in; the notebook's own if it is in none
 * @param notebooks at least one; English first
 */
record NotebookGroup(Path folder, List<ReviewedNotebook> notebooks) {
    NotebookGroup {
        notebooks = List.copyOf(notebooks);
    }

    /** By which the others are measured. */
    ReviewedNotebook first() {
        return notebooks.get(0);
    }

    List<ReviewedNotebook> others() {
        return notebooks.subList(1, notebooks.size());
    }

    Optional<Lesson> lesson() {
        return notebooks.stream().flatMap(n -> n.lesson().stream()).findFirst();
    }
}
