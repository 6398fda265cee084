package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.engine.CommitFlags;
import porthole.engine.Docker;

/** {@code docker commit}, {@code tag} and {@code rmi}. */
final class ImageLines {
    @Command(name = "commit", description = "Make an image of a container's files.")
    static final class Commit extends TableLine {
        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1", paramLabel = "REPOSITORY[:TAG]", arity = "0..1")
        String name = "";

        Commit(Docker docker) {
            super(docker, CommitFlags.TABLE);
        }

        @Override
        public Object call() {
            return docker.commit(container, name, spec -> give(spec::option));
        }
    }

    @Command(name = "tag", description = "Give an image a further name.")
    static final class Tag extends Line {
        @Parameters(index = "0", paramLabel = "IMAGE")
        String image = "";

        @Parameters(index = "1", paramLabel = "REPOSITORY[:TAG]")
        String name = "";

        Tag(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.tag(image, name);
            return null;
        }
    }

    @Command(name = "rmi", description = "Remove images.")
    static final class Rmi extends Line {
        @Parameters(paramLabel = "IMAGE", arity = "1..*")
        List<String> names = List.of();

        @Option(names = {"-f", "--force"})
        boolean force;

        @Option(names = "--no-prune")
        boolean keepParents;

        Rmi(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return String.join("\n", docker.rmi(force, !keepParents, names.toArray(String[]::new)));
        }
    }

    private ImageLines() {}
}
