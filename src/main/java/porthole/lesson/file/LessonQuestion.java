package porthole.lesson.file;

import java.util.Map;
import java.util.Optional;
import porthole.lesson.expect.Expectation;

/**
 * A question of a lesson.
 *
 * @param name by which {@code predict} and {@code check} find it
 * @param text the question
 * @param choices by name, in the order to show; at least two
 * @param answer the choice that engines are known to confirm; empty if it depends
 * @param why why it is so
 */
public record LessonQuestion(
        String name, LocalText text, Map<String, Choice> choices, Optional<String> answer, Optional<LocalText> why) {
    /**
     * A choice.
     *
     * @param words the choice in words
     * @param reply a sentence for whoever has chosen it
     * @param when what has to be measured for it to be the answer; empty if the cell measures
     */
    public record Choice(LocalText words, Optional<LocalText> reply, Optional<Expectation> when) {}
}
