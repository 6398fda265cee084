package porthole.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineException;
import porthole.engine.flag.Force;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.file.LocalText;

/** A lesson that can be begun from whatever state the engine is in. */
public final class Chapter {
    private static final Sentences SENTENCES = Sentences.of(Chapter.class);
    private static final Pattern CHOICE = Pattern.compile("(\\d{1,5})=(\\d{1,5})");

    private final Lesson lesson;
    private final Docker docker;
    private final Supplier<List<Removed>> reset;
    private final CommandLines lines;

    private Chapter(Lesson lesson, Docker docker, Supplier<List<Removed>> reset, CommandLines lines) {
        this.lesson = lesson;
        this.docker = docker;
        this.reset = reset;
        this.lines = lines;
    }

    /**
     * Opens a lesson.
     *
     * @param name the lesson's name
     * @param lessons where lessons are looked for
     * @param docker the engine
     * @param reset removes what this notebook has made, and gives what that was
     * @param lines runs the docker commands of the lesson's file
     * @return the lesson; nothing is done on the engine yet
     * @throws porthole.lesson.file.LessonException if there is no lesson of that name, or its file has a mistake
     */
    public static Chapter of(
            String name, LessonFiles lessons, Docker docker, Supplier<List<Removed>> reset, CommandLines lines) {
        return new Chapter(lessons.begin(name), docker, reset, lines);
    }

    /**
     * Brings the engine to the state from which the lesson starts: removes what this notebook has made, and makes what
     * the lesson needs.
     *
     * @return what was found and done
     * @throws EngineException if no engine answers, or something is in the way that this notebook did not make
     */
    public Readiness ready() {
        return ready(Map.of(), false);
    }

    /**
     * Brings the engine to the state from which the lesson starts, and removes, too, what other notebooks of Porthole
     * have left in the way.
     *
     * @param force the constant {@code FORCE}
     * @return what was found and done
     * @throws EngineException if no engine answers, or something is in the way that Porthole did not make
     */
    public Readiness ready(Force force) {
        return ready(Map.of(), true);
    }

    /**
     * Brings the engine to the state from which the lesson starts, with other ports of the host than the lesson's own.
     *
     * @param ports as in {@code 81=8081}: if a cell says 81, 8081 is used
     * @return what was found and done
     * @throws IllegalArgumentException if one is not of that form, is not a port (1 to 65535), or is not a port that
     *     the lesson lets one choose
     * @throws EngineException if no engine answers, or something is in the way that this notebook did not make
     */
    public Readiness ready(String... ports) {
        Map<Integer, Integer> choices = new HashMap<>();
        for (String each : ports) {
            Matcher choice = CHOICE.matcher(each.strip());
            if (!choice.matches() || !isPort(choice.group(1)) || !isPort(choice.group(2))) {
                throw new IllegalArgumentException(SENTENCES.say("chapter.port.bad", each));
            }
            int asked = Integer.parseInt(choice.group(1));
            if (!lesson.start().ports().contains(asked)) {
                throw new IllegalArgumentException(SENTENCES.say(
                        lesson.start().fixed().contains(asked) ? "chapter.port.fixed" : "chapter.port.other",
                        asked,
                        lesson.name(),
                        lesson.start().ports()));
            }
            choices.put(asked, Integer.parseInt(choice.group(2)));
        }
        return ready(choices, false);
    }

    private static boolean isPort(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 65535;
    }

    private Readiness ready(Map<Integer, Integer> choices, boolean force) {
        Stage stage = new Stage(lesson.name(), lesson.start(), lesson.folder(), docker);
        String engine = docker.snapshot().host().engineVersion();
        stage.tell(SENTENCES.say("ready.engine", engine));
        reset.get().forEach(removed -> stage.left(removed.kind(), removed.name()));
        docker.usePorts(choices);
        stage.clearTheWay(force, lines);
        stage.ports();
        stage.images();
        stage.build(lines);
        return new Readiness(
                lesson.name(),
                lesson.title().here(),
                lesson.minutes(),
                lesson.exerciseMinutes(),
                lesson.exercises().size(),
                lesson.goals().stream().map(LocalText::here).toList(),
                stage.done(),
                engine);
    }
}
