package porthole.notebook.line;

import java.util.List;
import java.util.Optional;
import porthole.display.Listing;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.ContainerFlags;
import porthole.engine.sandbox.ExecSpec;
import porthole.jupyter.api.MagicException;
import porthole.network.Container;
import porthole.network.PortBinding;

/** What asks containers that there are, and runs commands in them. */
final class ContainerLines {
    private static final Sentences SENTENCES = Sentences.of(ContainerLines.class);
    private static final List<String> SHELLS = List.of("sh", "bash", "ash", "/bin/sh", "/bin/bash");

    private ContainerLines() {}

    static List<DockerCommand> of(Docker docker, Notices notices) {
        return List.of(
                DockerCommand.of(ContainerFlags.PS, "", typed -> ps(docker, typed)),
                DockerCommand.of(ContainerFlags.EXEC, "CONTAINER COMMAND...", typed -> exec(docker, notices, typed)),
                DockerCommand.of(
                        ContainerFlags.LOGS,
                        "CONTAINER",
                        typed -> docker.logs(typed.word(0), l -> typed.give(l::flag))),
                DockerCommand.of(ContainerFlags.PORT, "CONTAINER [PRIVATE_PORT[/PROTO]]", typed -> port(docker, typed)),
                DockerCommand.of(
                        ContainerFlags.WAIT,
                        "CONTAINER...",
                        typed -> Shown.lines(typed.words(0), name -> String.valueOf(docker.wait(name)))),
                DockerCommand.of(
                        ContainerFlags.TOP,
                        "CONTAINER [PS_OPTION...]",
                        typed -> docker.top(typed.word(0), typed.names(1))),
                DockerCommand.of(ContainerFlags.STATS, "[CONTAINER...]", typed -> stats(docker, typed)),
                DockerCommand.of(ContainerFlags.DIFF, "CONTAINER", typed -> docker.diff(typed.word(0))),
                DockerCommand.of(
                        ContainerFlags.INSPECT,
                        "NAME...",
                        typed -> Shown.inspected(
                                typed,
                                name -> typed.has("--type")
                                        ? docker.inspect(typed.last("--type"), name)
                                        : docker.inspect(name))));
    }

    private static Object ps(Docker docker, Typed typed) {
        return Shown.listed(
                typed,
                docker.ps(p -> typed.give((flag, value) -> {
                    if (flag.equals("--filter")) {
                        p.filter(value);
                    } else if (!flag.equals("--quiet")) {
                        p.flag(flag, value);
                    }
                })),
                Container::shortId);
    }

    private static Object exec(Docker docker, Notices notices, Typed typed) {
        List<String> command = typed.words(1);
        if (typed.on("--interactive") && command.size() == 1 && SHELLS.contains(command.get(0))) {
            notices.note(SENTENCES.say("exec.keyboard", typed.word(0)));
        }
        ExecSpec spec = new ExecSpec(typed.word(0), command);
        typed.give((flag, value) -> {
            if (!flag.equals("--interactive")) { // there is no keyboard whose input could be passed on
                spec.flag(flag, value);
            }
        });
        return docker.exec(spec);
    }

    /** All, or where the one leads from, a line for each. */
    private static Object port(Docker docker, Typed typed) throws MagicException {
        Listing<PortBinding> all = docker.port(typed.word(0));
        String port = typed.word(1);
        if (port.isEmpty()) {
            return all;
        }
        String wanted = port.contains("/") ? port : port + "/tcp";
        List<PortBinding> found = all.stream()
                .filter(p -> p.containerPort().toString().equals(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new MagicException(SENTENCES.say("port.none", wanted, typed.word(0)));
        }
        return Shown.lines(
                found,
                p -> (p.hostAddress().contains(":") ? "[" + p.hostAddress() + "]" : p.hostAddress()) + ":"
                        + p.hostPort());
    }

    private static Object stats(Docker docker, Typed typed) throws MagicException {
        Optional<String> endless = typed.on("--no-stream") ? Optional.empty() : Flags.endless(List.of("stats"));
        if (endless.isPresent()) {
            throw new MagicException(endless.get());
        }
        return docker.stats(typed.on("--all"), typed.names(0));
    }
}
