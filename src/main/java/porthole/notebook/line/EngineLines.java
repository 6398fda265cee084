package porthole.notebook.line;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Listing;
import porthole.engine.Docker;
import porthole.engine.Image;

/** The commands on the engine as a whole, on images, and on anything that has a name. */
final class EngineLines {
    @Command(name = "inspect", description = "All that the engine knows of a container, network or image.")
    static final class Inspect extends Line {
        @Parameters(paramLabel = "NAME", arity = "1..*")
        List<String> names = List.of();

        @Option(names = {"-f", "--format"})
        @Nullable
        String format;

        @Option(names = "--type")
        @Nullable
        String kind;

        Inspect(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            return Inspections.of(
                    names.stream()
                            .map(name -> kind == null ? docker.inspect(name) : docker.inspect(kind, name))
                            .toList(),
                    format);
        }
    }

    @Command(name = "images", description = "List images.")
    static final class Images extends Line {
        @Option(names = {"-q", "--quiet"})
        boolean quiet;

        @Parameters(paramLabel = "REPOSITORY[:TAG]", arity = "0..1")
        @Nullable
        String repository;

        Images(Docker docker) {
            super(docker);
        }

        @Override
        public Object call() {
            Listing<Image> found = docker.images().where(this::wanted);
            return quiet ? String.join("\n", found.stream().map(Image::shortId).toList()) : found;
        }

        private boolean wanted(Image image) {
            return repository == null || image.tags().stream().anyMatch(tag -> matches(repository, tag));
        }

        /** As the program's filter: a repository with any tag, or a whole name; {@code *} goes up to the next slash. */
        private static boolean matches(String wanted, String tag) {
            String repository = tag.replaceFirst(":[^:/]*$", "");
            Pattern pattern = Pattern.compile(wanted.chars()
                    .mapToObj(c -> c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining()));
            return pattern.matcher(tag).matches() || pattern.matcher(repository).matches();
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
