package porthole.notebook.line;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;
import porthole.engine.UpdateFlags;
import porthole.jupyter.magic.MagicException;

/** {@code docker wait}, {@code top}, {@code stats}, {@code diff}, {@code update} and {@code container prune}. */
final class StateLines {
    @Command(name = "wait", description = "Wait until containers end; their exit codes.")
    static final class Wait extends LifecycleLines.OnNames {
        Wait(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return String.join(
                    "\n",
                    names.stream()
                            .map(name -> String.valueOf(docker.wait(name)))
                            .toList());
        }
    }

    @Command(name = "top", description = "The processes of a container.")
    static final class Top extends Line {
        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1..*", paramLabel = "PS_OPTION")
        List<String> options = List.of();

        Top(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.top(container, options.toArray(String[]::new));
        }
    }

    @Command(name = "stats", description = "What containers use at this moment.")
    static final class Stats extends Line {
        @Parameters(paramLabel = "CONTAINER", arity = "0..*")
        List<String> names = List.of();

        @Option(names = {"-a", "--all"})
        boolean all;

        @Option(names = "--no-stream")
        boolean once;

        Stats(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() throws MagicException {
            Optional<String> endless = once ? Optional.empty() : Flags.endless(List.of("stats"));
            if (endless.isPresent()) {
                throw new MagicException(endless.get());
            }
            return docker.stats(all, names.toArray(String[]::new));
        }
    }

    @Command(name = "diff", description = "What a container has changed in the files of its image.")
    static final class Diff extends Line {
        @Parameters(paramLabel = "CONTAINER")
        String container = "";

        Diff(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.diff(container);
        }
    }

    @Command(name = "update", description = "Change the limits of containers.")
    static final class Update extends TableLine {
        @Parameters(paramLabel = "CONTAINER", arity = "1..*")
        List<String> names = List.of();

        Update(Docker docker) {
            super(docker, UpdateFlags.TABLE);
        }

        @Override
        public Object call() {
            return String.join("\n", docker.update(spec -> give(spec::option), names.toArray(String[]::new)));
        }
    }

    @Command(
            name = "container-prune",
            hidden = true,
            description = "Remove the containers that have ended and that this notebook has made.")
    static final class Prune extends Line {
        @Option(names = {"-f", "--force"})
        boolean force;

        @Option(names = "--filter")
        List<String> filters = List.of();

        Prune(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.containerPrune(filters.toArray(String[]::new));
        }
    }

    private StateLines() {}
}
