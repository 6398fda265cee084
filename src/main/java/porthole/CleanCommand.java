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
@Command(
        name = "clean",
        description = {
            "Removes all that this user's Porthole made on the engine, running notebooks' things included.",
            "What Porthole has not noted as its own is never touched, whatever its labels say."
        })
final class CleanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Only what this session made (the value of the label " + Owner.SESSION + ").")
    private String session = "";

    @Option(names = "--images", description = "The stand-in images too (porthole/nginx and the others).")
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
                out().println("The engine has nothing of Porthole's to remove.");
            }
            docker.unrecorded().forEach(this::stays);
        }
        return 0;
    }

    private void tell(Removed thing) {
        out().println("Removed " + thing.kind() + " " + thing.name() + ".");
    }

    private void stays(Removed thing) {
        out().println("The " + thing.kind() + " " + thing.name()
                + " carries Porthole's label, but nothing on this machine"
                + " says that Porthole made it, so it stays: docker "
                + (thing.kind().equals("network") ? "network rm " : "rm --force ") + thing.name());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
