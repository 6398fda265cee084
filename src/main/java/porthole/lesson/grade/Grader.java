package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import porthole.display.Sentences;
import porthole.lesson.enclosure.Enclosure;
import porthole.lesson.enclosure.EnclosureSlot;
import porthole.lesson.handout.HandoutException;

/**
 * Runs scripts of one lesson, each in an enclosure of its own.
 *
 * @param given what is in the enclosure's home folder
 * @param taught what the examiner alone sees
 * @param inSession the tasks whose tests need the submission's session; a run of the teacher's solution finds them
 */
record Grader(Path given, Path taught, RunLimits limits, Set<String> inSession) {
    private static final Sentences SENTENCES = Sentences.of(Grader.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path HOME = Path.of("/home");

    /**
     * Runs one to its end.
     *
     * @param language the notebook's
     * @param finding whether to find out which tests need the session
     * @throws HandoutException where the enclosure's engine does not start: nothing is said about the script then
     */
    ScriptRun run(EnclosureSlot slot, List<ScriptCell> script, String language, boolean finding)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("PORTHOLE_LANG", language, "PORTHOLE_HISTORY", "off");
        List<String> cells = List.of("cells");
        try (Enclosure enclosure = slot.enclosure(given, taught);
                CellSession own = new CellSession(enclosure.session(HOME.resolve(language), environment, cells));
                CellSession examiner =
                        new CellSession(enclosure.examiner(environment, List.of("cells", "--no-names")))) {
            CellAnswer ready = examiner.run(ScriptRun.ENGINE, START);
            if (ready.end() != CellAnswer.End.OK) {
                throw new HandoutException(SENTENCES.say("grade.engine", enclosure.complaint()));
            }
            ScriptRun run = new ScriptRun(own, examiner, enclosure.seal(), limits, inSession, finding);
            run.run(script);
            run.lookAtEngine();
            return run;
        }
    }
}
