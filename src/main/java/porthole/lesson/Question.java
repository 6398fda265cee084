package porthole.lesson;

import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.display.Language;
import porthole.display.Sentences;

/**
 * A question with its choices. Those of the course have their words in two languages in {@code questions.properties}:
 * under {@code ID} the question, under {@code ID.CHOICE} each choice, under {@code ID.expected} the choice that an engine
 * is known to confirm, and under {@code ID.why} why. Any other question is its own words.
 *
 * @param id the course's name for it, or the question itself
 * @param choices in the order to show: names of choices, or the choices themselves
 */
public record Question(String id, List<String> choices) {
    private static final Sentences WORDS = Sentences.of(Question.class, "questions");

    public Question {
        choices = List.copyOf(choices);
    }

    String text() {
        return words(id).orElse(id);
    }

    /** A choice in words. */
    String choice(String name) {
        return words(id + "." + name).orElse(name);
    }

    Optional<String> why() {
        return words(id + ".why");
    }

    /** The choice that this course's authors saw on every engine they tried; empty where it depends. */
    Optional<String> expected() {
        return words(id + ".expected");
    }

    /** {@code a}, {@code b}… or the choice's name, as a person types it; empty where it is none of them. */
    Optional<String> typed(String line) {
        String answer = line.strip();
        if (answer.length() == 1 && Character.isLetter(answer.charAt(0))) {
            int index = Character.toLowerCase(answer.charAt(0)) - 'a';
            if (index >= 0 && index < choices.size()) {
                return Optional.of(choices.get(index));
            }
        }
        return choices.stream()
                .filter(c -> c.equalsIgnoreCase(answer) || choice(c).equalsIgnoreCase(answer))
                .findFirst();
    }

    /** Whether the course has words for it. */
    boolean ofTheCourse() {
        return words(id).isPresent();
    }

    /** The choice that an engine's answer is, by its name or in its words; empty where it is none of them. */
    Optional<String> answer(@Nullable Object said) {
        String answer = String.valueOf(said);
        String truth = said instanceof Boolean yes && !choices.contains(answer) ? (yes ? "yes" : "no") : answer;
        return choices.contains(truth)
                ? Optional.of(truth)
                : choices.stream().filter(c -> choice(c).equals(answer)).findFirst();
    }

    /** {@code a} for the first. */
    String letter(String name) {
        return String.valueOf((char) ('a' + choices.indexOf(name)));
    }

    private static Optional<String> words(String key) {
        try {
            return Optional.of(WORDS.say(Language.current(), key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
