package porthole.jupyter.java;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.evaluate.CellFailure;
import porthole.jupyter.java.evaluate.Preferences;
import porthole.jupyter.java.magic.JavaMagics;
import porthole.jupyter.java.run.TextRunner;
import porthole.jupyter.magic.PathPatterns;

/**
 * What the environment wants done before the first cell. What fails is told on the first cell's stderr, and the session
 * goes on without it.
 */
final class StartScripts {
    private static final Sentences SENTENCES = Sentences.of(StartScripts.class);

    private final Preferences preferences;
    private final ClassPath classPath;
    private final JavaMagics magics;
    private final TextRunner runner;

    StartScripts(Preferences preferences, ClassPath classPath, JavaMagics magics, TextRunner runner) {
        this.preferences = preferences;
        this.classPath = classPath;
        this.magics = magics;
        this.runner = runner;
    }

    boolean isEmpty() {
        return preferences.classPath().isEmpty()
                && preferences.scripts().isEmpty()
                && preferences.script().isEmpty()
                && preferences.complaints().isEmpty();
    }

    /** Does it all; sentences about what could not be done. */
    List<String> run() {
        List<String> complaints = new ArrayList<>(preferences.complaints());
        for (String pattern : preferences.classPath()) {
            attempt(complaints, "", () -> {
                List<Path> found = PathPatterns.matches(pattern);
                if (found.isEmpty()) {
                    throw new MagicException(SENTENCES.say("start.classpath", pattern));
                }
                classPath.add(found);
            });
        }
        for (Path script : preferences.scripts()) {
            attempt(complaints, SENTENCES.say("start.script.file", script), () -> magics.loadFile(script.toString()));
        }
        if (!preferences.script().isEmpty()) {
            String name = SENTENCES.say("start.script.name");
            attempt(complaints, SENTENCES.say("start.script"), () -> runner.run(name, preferences.script()));
        }
        return complaints;
    }

    private interface Work {
        void call() throws Exception;
    }

    private static void attempt(List<String> complaints, String head, Work work) {
        try {
            work.call();
        } catch (CellFailure e) {
            Outcome.Failed failed = e.outcome();
            complaints.add(head + "\n" + String.join("\n", failed.traceback()));
        } catch (Exception e) {
            complaints.add((head + " " + e.getMessage()).strip());
        }
    }
}
