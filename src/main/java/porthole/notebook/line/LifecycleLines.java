package porthole.notebook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.display.Sentences;
import porthole.engine.All;
import porthole.engine.Docker;
import porthole.engine.Force;
import porthole.engine.Notices;
import porthole.engine.StopSpec;
import porthole.network.Container;

/** {@code docker stop}, {@code start}, {@code rm} and what else changes the life of containers that there are. */
final class LifecycleLines {
    private static final Sentences SENTENCES = Sentences.of(LifecycleLines.class);

    /** A command that takes containers' names and nothing else. */
    abstract static class OnNames extends Line {
        @Parameters(paramLabel = "CONTAINER", arity = "1..*")
        List<String> names = List.of();

        OnNames(Docker docker) {
            super(docker);
        }

        final String[] given() {
            return names.toArray(String[]::new);
        }
    }

    /** A command that ends containers. */
    abstract static class OnEnding extends OnNames {
        @Option(names = {"-s", "--signal"})
        @Nullable
        String signal;

        OnEnding(Docker docker) {
            super(docker);
        }

        void into(StopSpec spec) {
            given(signal, spec::signal);
        }
    }

    /** One that waits for the end. */
    abstract static class OnWaiting extends OnEnding {
        @Option(names = {"-t", "--timeout", "--time"})
        @Nullable
        Integer seconds;

        OnWaiting(Docker docker) {
            super(docker);
        }

        @Override
        void into(StopSpec spec) {
            super.into(spec);
            if (seconds != null) {
                spec.timeout(seconds);
            }
        }
    }

    @Command(name = "pause", description = "Let containers stand still.")
    static final class Pause extends OnNames {
        Pause(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.pause(given());
            return null;
        }
    }

    @Command(name = "unpause", description = "Let containers go on.")
    static final class Unpause extends OnNames {
        Unpause(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.unpause(given());
            return null;
        }
    }

    @Command(name = "rename", description = "Give a container another name.")
    static final class Rename extends Line {
        @Parameters(index = "0", paramLabel = "CONTAINER")
        String container = "";

        @Parameters(index = "1", paramLabel = "NEW_NAME")
        String name = "";

        Rename(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.rename(container, name);
            return null;
        }
    }

    @Command(name = "stop", description = "Ask containers to end.")
    static final class Stop extends OnWaiting {
        Stop(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.stop(this::into, given());
            return null;
        }
    }

    @Command(name = "start", description = "Start containers that have ended.")
    static final class Start extends OnNames {
        Start(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.start(given());
            return null;
        }
    }

    @Command(name = "restart", description = "End containers and start them again.")
    static final class Restart extends OnWaiting {
        Restart(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.restart(this::into, given());
            return null;
        }
    }

    @Command(name = "kill", description = "End containers at once.")
    static final class Kill extends OnEnding {
        Kill(Docker docker) {
            super(docker);
        }

        @Override
        public @Nullable Object call() {
            docker.kill(this::into, given());
            return null;
        }
    }

    @Command(name = "rm", description = "Remove containers.")
    static final class Rm extends OnNames {
        @Option(
                names = {"-f", "--force"},
                description = "Running ones too.")
        boolean force;

        @Option(
                names = {"-v", "--volumes"},
                description = "With the volumes that only they use.")
        boolean volumes;

        private final Notices notices;

        Rm(Docker docker, Notices notices) {
            super(docker);
            this.notices = notices;
        }

        /** With --force a container that does not exist is no mistake, as with the program: it is only said. */
        private String[] there() {
            Listing<Container> all = docker.ps(All.ALL);
            return names.stream()
                    .filter(name -> {
                        boolean exists = all.stream()
                                .anyMatch(c -> c.name().equals(name.replaceFirst("^/", "")) || c.id().startsWith(name));
                        if (!exists) {
                            notices.note(SENTENCES.say("rm.none", name));
                        }
                        return exists;
                    })
                    .toArray(String[]::new);
        }

        @Override
        public @Nullable Object call() {
            String[] there = force ? there() : given();
            if (there.length == 0) {
                return null;
            }
            if (volumes) {
                docker.rmWithVolumes(force, there);
            } else if (force) {
                docker.rm(Force.FORCE, there);
            } else {
                docker.rm(given());
            }
            return null;
        }
    }

    private LifecycleLines() {}
}
