package porthole;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import porthole.display.Listing;
import porthole.engine.Docker;
import porthole.engine.answer.Removed;
import porthole.engine.api.Notices;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;

/** Removes from the engine what Porthole has made. */
@Command(name = "clean")
final class CleanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--session", paramLabel = "ID")
    private String session = "";

    @Option(names = "--images")
    private boolean images;

    @Override
    public Integer call() {
        Owner owner = session.isEmpty() ? Owner.ofThisProcess("") : new Owner(session, "", KernelProcess.current());
        try (Docker docker = Docker.connect(Notices.none(), owner)) {
            Listing<Removed> removed = session.isEmpty() ? docker.removeAll() : docker.reset();
            removed.forEach(this::tell);
            int count = removed.size();
            if (images) {
                Listing<Removed> standIns = docker.removeStandIns();
                standIns.forEach(this::tell);
                count += standIns.size();
            }
            if (count == 0) {
                out().println(CommandSentences.say("clean.nothing"));
            }
            docker.unrecorded().forEach(this::stays);
        }
        return 0;
    }

    private void tell(Removed thing) {
        out().println(CommandSentences.say("clean.removed", kind(thing), thing.name()));
    }

    private void stays(Removed thing) {
        String remove = thing.kind().equals("network") ? "docker network rm " : "docker rm --force ";
        out().println(CommandSentences.say("clean.stays", kind(thing), thing.name(), remove + thing.name()));
    }

    private static String kind(Removed thing) {
        return CommandSentences.say("kind." + thing.kind());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
