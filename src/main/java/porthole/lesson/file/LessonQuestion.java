package porthole.lesson.file;

import java.util.Map;
import java.util.Optional;
import porthole.lesson.expect.Expectation;

/**
 * A question of a lesson.
 *
 * @param name the name by which {@code predict} and {@code check} find it
 * @param text the question in words
 * @param choices the choices by their names, in the order to show; at least two
 * @param answer the name of the choice that all engines confirmed that the author tried; empty if it depends
 * @param measure an expression in Java that gives the choice that is true now, by its name or in its words; empty if the
 *     choices or the cell say how it is measured
 * @param why why that is so; empty if the author does not say
 */
public record LessonQuestion(
        String name,
        LocalText text,
        Map<String, Choice> choices,
        Optional<String> answer,
        Optional<String> measure,
        Optional<LocalText> why) {
    /**
     * A choice of a question.
     *
     * @param words the choice in words
     * @param reply a sentence for a reader who has chosen it, and wrongly; empty if there is none
     * @param when what has to hold for it to be the right one; empty if the cell measures
     */
    public record Choice(LocalText words, Optional<LocalText> reply, Optional<Expectation> when) {}
}
