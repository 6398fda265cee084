package porthole.notebook.line;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.engine.Docker;
import porthole.engine.answer.Image;
import porthole.engine.flag.ImageFlags;

/** The commands on images, and those on the engine as a whole. */
final class ImageLines {
    private ImageLines() {}

    static List<DockerCommand> of(Docker docker) {
        return List.of(
                DockerCommand.of(ImageFlags.IMAGES, "[REPOSITORY[:TAG]]", typed -> images(docker, typed)),
                DockerCommand.of(ImageFlags.PULL, "IMAGE", typed -> docker.pull(typed.word(0))),
                DockerCommand.of(
                        ImageFlags.COMMIT,
                        "CONTAINER [REPOSITORY[:TAG]]",
                        typed -> docker.commit(typed.word(0), typed.word(1), spec -> typed.give(spec::option))),
                DockerCommand.doing(
                        ImageFlags.TAG, "IMAGE REPOSITORY[:TAG]", typed -> docker.tag(typed.word(0), typed.word(1))),
                DockerCommand.of(
                        ImageFlags.RMI,
                        "IMAGE...",
                        typed -> String.join(
                                "\n", docker.rmi(typed.on("--force"), !typed.on("--no-prune"), typed.names(0)))),
                DockerCommand.of(ImageFlags.INFO, "", typed -> docker.info()),
                DockerCommand.of(ImageFlags.VERSION, "", typed -> docker.version()));
    }

    private static Object images(Docker docker, Typed typed) {
        String wanted = typed.word(0);
        return Shown.listed(
                typed,
                docker.images()
                        .where(image ->
                                wanted.isEmpty() || image.tags().stream().anyMatch(tag -> matches(wanted, tag))),
                Image::shortId);
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
