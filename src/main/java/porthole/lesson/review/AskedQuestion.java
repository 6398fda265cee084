package porthole.lesson.review;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuestion.Choice;
import porthole.lesson.file.LocalText;

/**
 * A question where a notebook asks it.
 *
 * @param notebook the notebook
 * @param question the question
 * @param answer the name of the right choice
 * @param cell the number of the cell that asks it
 * @param names containers and networks that the lesson speaks of, in small letters
 * @param networks those of them that are networks
 */
record AskedQuestion(
        ReviewedNotebook notebook,
        LessonQuestion question,
        String answer,
        int cell,
        Set<String> names,
        Set<String> networks) {
    /** Networks and drivers that each engine has. */
    static final Set<String> PREDEFINED = Set.of("bridge", "host", "none", "null", "overlay", "macvlan", "ipvlan");

    static AskedQuestion of(
            ReviewedNotebook notebook, Lesson lesson, LessonQuestion question, String answer, int cell) {
        Set<String> networks = new HashSet<>(lesson.start().networks());
        Set<String> names = new HashSet<>(PREDEFINED);
        names.addAll(lesson.start().containers());
        lesson.exercises().values().forEach(e -> {
            names.addAll(e.scene().containers());
            networks.addAll(e.scene().networks());
        });
        names.addAll(networks);
        return new AskedQuestion(notebook, question, answer, cell, small(names), small(networks));
    }

    private static Set<String> small(Set<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    String name() {
        return question.name();
    }

    private Optional<LessonCall> check() {
        return notebook.calls("check").stream()
                .filter(call -> call.name().equals(name()))
                .findFirst();
    }

    /** The cell that checks it; the one that asks where none does. */
    int checked() {
        return check().map(LessonCall::cell).orElse(cell);
    }

    /** What its check measures, as it is typed in the cell or in the lesson's file; empty text where choices say it. */
    String measure() {
        return check().map(call -> String.join("\n", call.rest()))
                .filter(typed -> !typed.isEmpty())
                .or(question::measure)
                .orElse("");
    }

    private String here(LocalText text) {
        return text.in().getOrDefault(notebook.language(), text.in().getOrDefault("", ""));
    }

    /** The question in words. */
    String ask() {
        return here(question.text());
    }

    /** A choice in words. */
    String words(String choice) {
        Choice named = question.choices().get(choice);
        return named == null ? "" : here(named.words());
    }

    String why() {
        return question.why().map(this::here).orElse("");
    }

    boolean isName(String word) {
        return ContentWords.isName(word, names);
    }
}
