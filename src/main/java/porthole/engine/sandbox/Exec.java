package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.LineFile;
import porthole.engine.api.NotRunning;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.api.StreamFrames;

/** {@code docker exec}. Where the wait is interrupted, the process in the container is ended. */
public final class Exec {
    /**
     * Ends a process of the host's and its children, with 1 s for a tidy end; only where it belongs to the container.
     */
    private static final String END = """
            pid=%d; container=%s
            if [ -r /proc/$pid/cgroup ] && ! grep -q "$container" /proc/$pid/cgroup; then exit; fi
            tree() { local c; for c in $(cat /proc/$1/task/*/children 2>/dev/null); do tree $c; done; echo $1; }
            all=$(tree $pid)
            kill -TERM $all 2>/dev/null
            for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 $pid 2>/dev/null || exit; sleep 0.1; done
            kill -KILL $all 2>/dev/null
            """;

    /** How runc says that the folder to work in is missing. */
    private static final Pattern FOLDER = Pattern.compile("chdir to cwd \\(\"(.*?)\"\\)");
    /** From the end of what a process says until the engine knows how it ended. */
    private static final long GRACE_MILLISECONDS = 1000;
    /** What engines (20.10 seen) note of a process, however it ended, once they could not hand on what it said. */
    private static final int NOT_STARTED = 126;

    private final EngineSession session;
    private final Api api;
    private final Lookup lookup;
    private final Guests guests;

    public Exec(EngineSession session, Guests guests) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.guests = guests;
    }

    public ExecResult run(ExecSpec spec) {
        session.notices().command(spec.commandLine());
        if (spec.command.isEmpty()) {
            throw EngineSentences.sentence("exec.empty", spec.container);
        }
        try (LiveOutput live = new LiveOutput(session.notices())) {
            ExecResult result = run(spec, live, false);
            live.done();
            return result;
        }
    }

    /** Without telling the command line: for what this room asks of its own accord. */
    public ExecResult quietly(String container, List<String> words) {
        return run(new ExecSpec(container, words), (text, complaint) -> false, true);
    }

    private ExecResult run(ExecSpec spec, StreamFrames.Listener listener, boolean quiet) {
        try {
            String id = EngineJson.text(api.post(Query.of("/containers/{}/exec", spec.container), request(spec)), "Id");
            return start(spec, id, listener, quiet);
        } catch (ApiFailure e) {
            throw failure(e, spec.container);
        }
    }

    private ExecResult start(ExecSpec spec, String id, StreamFrames.Listener listener, boolean quiet) {
        ObjectNode start = EngineJson.object().put("Detach", spec.isDetached()).put("Tty", spec.hasTerminal());
        try {
            StreamFrames said = api.call(
                    "POST",
                    Query.of("/exec/{}/start", id),
                    start,
                    body -> spec.hasTerminal()
                            ? StreamFrames.readTerminal(body, listener)
                            : StreamFrames.read(body, listener));
            return result(spec.command, spec.isDetached() ? 0 : exitCode(spec, id, quiet), said);
        } catch (InterruptedCall e) {
            api.tidying().run(() -> end(id));
            throw e;
        }
    }

    /**
     * How it ended. What it says may end before it does: where it shuts its output, and where the connection is cut. Then
     * what it says from there on is missing, which is told, and its end is waited for.
     */
    private int exitCode(ExecSpec spec, String id, boolean quiet) {
        long grace = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLISECONDS);
        boolean told = false;
        while (true) {
            JsonNode process = api.find(Query.of("/exec/{}/json", id))
                    .orElseThrow(() -> EngineSentences.sentence("exec.lost", line(spec), spec.container));
            JsonNode code = process.path("ExitCode");
            if (!process.path("Running").asBoolean() && code.isNumber()) {
                if (told && code.asInt() == NOT_STARTED) {
                    throw EngineSentences.sentence("exec.lost", line(spec), spec.container);
                }
                return code.asInt();
            }
            if (System.nanoTime() > grace) {
                if (quiet || !process.path("Running").asBoolean()) {
                    throw EngineSentences.sentence("exec.lost", line(spec), spec.container);
                }
                if (!told) {
                    session.notices().warning(EngineSentences.SENTENCES.say("exec.cut", line(spec), spec.container));
                    told = true;
                }
            }
            Pause.millis(told ? 100 : 5);
        }
    }

    private static String line(ExecSpec spec) {
        return String.join(" ", spec.command);
    }

    /** The API can start a process in a container, but not end one. */
    private void end(String id) {
        JsonNode process = api.get(Query.of("/exec/{}/json", id));
        int pid = process.path("Pid").asInt();
        if (process.path("Running").asBoolean() && pid > 1) {
            guests.run(Guest.ofHost().amongAllProcesses(), END.formatted(pid, EngineJson.text(process, "ContainerID")));
        }
    }

    private static ObjectNode request(ExecSpec spec) {
        ObjectNode body =
                EngineJson.object().put("AttachStdout", !spec.isDetached()).put("AttachStderr", !spec.isDetached());
        spec.settings.into(body);
        body.set("Cmd", EngineJson.array(spec.command));
        body.set("Env", LineFile.env(spec.environment()));
        return body;
    }

    /** A program that is not there ends with 126 or 127 and runc's complaint, which runc writes to stdout. */
    private static ExecResult result(List<String> words, int exitCode, StreamFrames said) {
        boolean runc = (exitCode == 126 || exitCode == 127) && said.stdout().startsWith("OCI runtime exec failed");
        if (!runc) {
            return new ExecResult(words, exitCode, said.stdout(), said.stderr());
        }
        Matcher folder = FOLDER.matcher(said.stdout());
        if (folder.find()) {
            return new ExecResult(words, 126, "", EngineSentences.SENTENCES.say("exec.folder", folder.group(1)));
        }
        boolean missing = said.stdout().contains("not found") || said.stdout().contains("no such file or directory");
        return missing
                ? new ExecResult(words, 127, "", EngineSentences.SENTENCES.say("exec.program", words.get(0)))
                : new ExecResult(words, exitCode, "", said.stdout());
    }

    private EngineException failure(ApiFailure e, String container) {
        if (e.says("is not running") || e.says("is paused") || e.says("is restarting")) {
            return lookup.container(container)
                    .<EngineException>map(NotRunning::of)
                    .orElse(e);
        }
        return lookup.unknown(e, container, "");
    }
}
