package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.engine.Docker;
import porthole.engine.Force;
import porthole.engine.Volume;
import porthole.engine.VolumeFlags;

/** {@code docker volume …}. */
@Command(
        name = "volume",
        description = "List, make and remove volumes.",
        subcommands = {
            VolumeLines.Ls.class,
            VolumeLines.Create.class,
            VolumeLines.Inspect.class,
            VolumeLines.Rm.class,
            VolumeLines.Prune.class
        })
final class VolumeLines {
    @Command(name = "ls", aliases = "list", description = "List volumes.")
    static final class Ls extends Line {
        @Option(names = {"-q", "--quiet"})
        boolean quiet;

        @Option(names = {"-f", "--filter"})
        List<String> filters = List.of();

        Ls(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            Listing<Volume> all = docker.volume.ls(filters.toArray(String[]::new));
            return quiet ? String.join("\n", all.stream().map(Volume::name).toList()) : all;
        }
    }

    @Command(name = "create", description = "Make a volume.")
    static final class Create extends TableLine {
        @Parameters(paramLabel = "VOLUME", arity = "0..1")
        String name = "";

        Create(Docker docker) {
            super(docker, VolumeFlags.CREATE);
        }

        @Override
        public Object call() {
            return docker.volume.create(name, spec -> give(spec::flag));
        }
    }

    @Command(name = "inspect", description = "All that the engine knows of a volume.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "VOLUME", arity = "1..*")
        List<String> names = List.of();

        @Option(names = {"-f", "--format"})
        @Nullable
        String format;

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return Inspections.of(names.stream().map(docker.volume::inspect).toList(), format);
        }
    }

    @Command(name = "rm", aliases = "remove", description = "Remove volumes.")
    static final class Rm extends Line {
        @Parameters(paramLabel = "VOLUME", arity = "1..*")
        List<String> names = List.of();

        @Option(names = {"-f", "--force"})
        boolean force;

        Rm(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            String[] given = names.toArray(String[]::new);
            if (force) {
                docker.volume.rm(Force.FORCE, given);
            } else {
                docker.volume.rm(given);
            }
            return null;
        }
    }

    @Command(name = "prune", description = "Remove the volumes that no container uses and that this notebook has made.")
    static final class Prune extends Line {
        @Option(names = {"-f", "--force"})
        boolean force;

        @Option(names = {"-a", "--all"})
        boolean all;

        @Option(names = "--filter")
        List<String> filters = List.of();

        Prune(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.volume.prune(filters.toArray(String[]::new));
        }
    }

    private VolumeLines() {}
}
