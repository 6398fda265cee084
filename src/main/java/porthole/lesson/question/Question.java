package porthole.lesson.question;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuestion.Choice;
import porthole.lesson.file.LocalText;

/**
 * A question with its choices: one of a lesson, or one in words of one's own.
 *
 * @param id the name of the lesson's question, or the question itself
 * @param choices in the order to show: names of the lesson's choices, or the choices themselves
 * @param written what the lesson's file says of it; empty for a question in words of one's own
 */
public record Question(String id, List<String> choices, Optional<LessonQuestion> written) {
    private static final Sentences SENTENCES = Sentences.of(Question.class);

    public Question {
        choices = List.copyOf(choices);
    }

    /** A question in words. */
    Question(String words, List<String> choices) {
        this(words, choices, Optional.empty());
    }

    String text() {
        return written.map(q -> q.text().here()).orElse(id);
    }

    /** A choice in words. */
    String choice(String name) {
        return written(name).map(c -> c.words().here()).orElse(name);
    }

    /** What the lesson says to whoever has chosen it where it is not so. */
    Optional<String> reply(String name) {
        return written(name).flatMap(Choice::reply).map(LocalText::here);
    }

    private Optional<Choice> written(String name) {
        return written.flatMap(q -> Optional.ofNullable(q.choices().get(name)));
    }

    Optional<String> why() {
        return written.flatMap(LessonQuestion::why).map(LocalText::here);
    }

    /** The choice that the lesson's author saw on every engine they tried; empty where it depends. */
    Optional<String> expected() {
        return written.flatMap(LessonQuestion::answer);
    }

    /**
     * The choice that a person means: its name or its words, in any of the lesson's languages, or its letter as {@code b},
     * {@code B)}, {@code (b)} or {@code b) On 80}; empty where it is none of them.
     */
    Optional<String> typed(String line) {
        String answer = plain(line);
        return named(answer).or(() -> lettered(answer));
    }

    /** Letters and signs as a Japanese keyboard gives them, too ({@code ｂ）}), without quotes around and a full stop after. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceFirst("^[\"'「](.+)[\"'」]$", "$1")
                .replaceFirst("(?<=.)[.。]$", "");
    }

    private Optional<String> named(String answer) {
        return choices.stream()
                .filter(c -> plain(c).equalsIgnoreCase(answer)
                        || written(c).stream()
                                .flatMap(w -> w.words().in().values().stream())
                                .anyMatch(words -> plain(words).equalsIgnoreCase(answer)))
                .findFirst();
    }

    private Optional<String> lettered(String answer) {
        String bare = answer.replaceFirst("^[(（]", "");
        if (!bare.matches("\\p{L}|\\p{L}[)）.:].*")) {
            return Optional.empty();
        }
        int index = Character.toLowerCase(bare.charAt(0)) - 'a';
        if (index < 0 || index >= choices.size()) {
            return Optional.empty();
        }
        String rest = bare.substring(1).replaceFirst("^[)）.:]", "").strip();
        String choice = choices.get(index);
        return rest.isEmpty() || named(rest).filter(choice::equals).isPresent()
                ? Optional.of(choice)
                : Optional.empty();
    }

    /** Whether a lesson has words for it. */
    boolean ofALesson() {
        return written.isPresent();
    }

    /** The choice that an engine's answer is, by its name or in its words; empty where it is none of them. */
    Optional<String> answer(@Nullable Object said) {
        String answer = String.valueOf(said);
        String truth = said instanceof Boolean yes && !choices.contains(answer) ? (yes ? "yes" : "no") : answer;
        return choices.contains(truth)
                ? Optional.of(truth)
                : choices.stream()
                        .filter(c -> choice(c).equals(answer)
                                || written(c).filter(w -> w.words().is(answer)).isPresent())
                        .findFirst();
    }

    /** The letters to type: {@code a to d}, in words. */
    String letters() {
        String last = letter(choices.get(choices.size() - 1));
        return SENTENCES.say(choices.size() == 2 ? "predict.letters.two" : "predict.letters", "a", last);
    }

    /** A choice in words, behind its letter. */
    String labelled(String name) {
        return choices.contains(name) ? letter(name) + ") " + choice(name) : choice(name);
    }

    /** {@code a} for the first. */
    String letter(String name) {
        return String.valueOf((char) ('a' + choices.indexOf(name)));
    }
}
