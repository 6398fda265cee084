package porthole.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/**
 * What it took to bring an engine to the state from which a lesson starts.
 *
 * @param lesson the lesson's name
 * @param title the lesson's title, in the reader's language
 * @param minutes how long the lesson takes, without its exercises if {@code exerciseMinutes} is there; empty if its author
 *     does not say
 * @param exerciseMinutes how long its exercises take together; empty if its author does not say
 * @param exercises how many it has
 * @param goals what the reader can do after it, a sentence each
 * @param done what was found and done, a sentence each
 * @param engine the version of the engine
 */
public record Readiness(
        String lesson,
        String title,
        Optional<Integer> minutes,
        Optional<Integer> exerciseMinutes,
        int exercises,
        List<String> goals,
        List<String> done,
        String engine)
        implements Displayable {
    /**
     * The form in which "./porthole publish" reads it, as JSON: {@code title}, {@code goals} and {@code engine}, and
     * {@code minutes} and {@code exerciseMinutes} if there are any, as the components.
     */
    public static final String LESSON = "application/vnd.porthole.lesson+json";

    private static final Sentences SENTENCES = Sentences.of(Readiness.class);

    public Readiness {
        goals = List.copyOf(goals);
        done = List.copyOf(done);
    }

    @Override
    public List<MimeBundle> outputs() {
        String heading = SENTENCES.say("ready.title", title);
        List<String> before = new ArrayList<>();
        minutes.ifPresent(m -> before.add(time(m)));
        if (!goals.isEmpty()) {
            before.add(SENTENCES.say("ready.goals"));
            goals.forEach(goal -> before.add("• " + goal));
        }
        String html = "<div><b>" + Html.escape(heading) + "</b>"
                + before.stream().map(l -> "<div>" + Html.escape(l) + "</div>").collect(Collectors.joining())
                + done.stream()
                        .map(line -> "<li style=\"list-style:none\">✓ " + Html.escape(line) + "</li>")
                        .collect(Collectors.joining("", "<ul style=\"margin:2px 0;padding:0\">", "</ul></div>"));
        String text = heading
                + before.stream().map(line -> "\n" + line).collect(Collectors.joining())
                + done.stream().map(line -> "\n✓ " + line).collect(Collectors.joining());
        return List.of(MimeBundle.html(html, text).with(LESSON, told()));
    }

    private String time(int lesson) {
        if (exercises == 0) {
            return SENTENCES.say("ready.minutes", lesson);
        }
        return exerciseMinutes
                .map(m -> SENTENCES.say(
                        exercises == 1 ? "ready.minutes.one" : "ready.minutes.more", lesson, m, exercises))
                .orElseGet(() -> SENTENCES.say("ready.minutes.exercises", lesson));
    }

    private Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>(Map.of("title", title, "goals", goals, "engine", engine));
        minutes.ifPresent(m -> told.put("minutes", m));
        exerciseMinutes.ifPresent(m -> told.put("exerciseMinutes", m));
        return told;
    }

    @Override
    public String toString() {
        return outputs().get(0).plain();
    }
}
