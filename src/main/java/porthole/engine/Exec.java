package porthole.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code docker exec}. */
final class Exec {
    private final Session session;
    private final Api api;
    private final Lookup lookup;

    Exec(Session session) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
    }

    ExecResult run(String container, List<String> words) {
        session.notices()
                .command(new CommandLine("docker", "exec", container)
                        .words(words)
                        .toString());
        if (words.isEmpty()) {
            throw Errors.sentence("exec.empty", container);
        }
        return quietly(container, words);
    }

    /** Without telling the command line: for what this room asks of its own accord. */
    ExecResult quietly(String container, List<String> words) {
        ObjectNode body = Json.object().put("AttachStdout", true).put("AttachStderr", true);
        body.set("Cmd", Json.array(words));
        try {
            String id = Mapper.text(api.post(Query.of("/containers/{}/exec", container), body), "Id");
            ObjectNode start = Json.object().put("Detach", false).put("Tty", false);
            Frames said = api.call("POST", Query.of("/exec/{}/start", id), start, Frames::read);
            int exitCode =
                    api.get(Query.of("/exec/{}/json", id)).path("ExitCode").asInt();
            return result(words, exitCode, said);
        } catch (ApiFailure e) {
            throw failure(e, container);
        }
    }

    /** A program that is not there ends with 126 or 127 and runc's complaint, which runc writes to stdout. */
    private static ExecResult result(List<String> words, int exitCode, Frames said) {
        boolean runc = (exitCode == 126 || exitCode == 127) && said.stdout().startsWith("OCI runtime exec failed");
        return runc
                ? new ExecResult(words, 127, "", Errors.SENTENCES.say("exec.program", words.get(0)))
                : new ExecResult(words, exitCode, said.stdout(), said.stderr());
    }

    private EngineException failure(ApiFailure e, String container) {
        if (e.says("is not running") || e.says("is paused") || e.says("is restarting")) {
            return lookup.container(container)
                    .map(c -> Errors.sentence("container.stopped", c.name(), c.state()))
                    .orElse(e);
        }
        return lookup.unknown(e, container, "");
    }
}
