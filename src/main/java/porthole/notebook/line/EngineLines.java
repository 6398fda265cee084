package porthole.notebook.line;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;

/** The commands on the engine as a whole, on images, and on anything that has a name. */
final class EngineLines {
    @Command(name = "inspect", description = "All that the engine knows of a container, network or image.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "NAME")
        String name = "";

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.inspect(name);
        }
    }

    @Command(name = "images", description = "List images.")
    static final class Images extends Line {
        Images(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.images();
        }
    }

    @Command(name = "pull", description = "Fetch an image.")
    static final class Pull extends Line {
        @Parameters(paramLabel = "IMAGE")
        String image = "";

        Pull(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.pull(image);
        }
    }

    @Command(name = "info", description = "What this engine is and has.")
    static final class Info extends Line {
        Info(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.info();
        }
    }

    @Command(name = "version", description = "The versions of the engine and its API.")
    static final class Version extends Line {
        Version(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return docker.version();
        }
    }

    private EngineLines() {}
}
