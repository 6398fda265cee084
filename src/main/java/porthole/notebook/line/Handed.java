package porthole.notebook.line;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * Lines that are handed to the installed docker program: which of them cannot be run in a notebook, and what a reader has
 * to know of those that change the engine.
 */
final class Handed {
    private static final Sentences SENTENCES = Sentences.of(Handed.class);

    /** They write an archive to their output unless it has a file to go to. */
    private static final Set<String> ARCHIVES =
            Set.of("save", "image save", "export", "container export", "context export");

    /** What they make has no owner that the engine would note: it stays until somebody removes it. */
    private static final Set<String> STAYING = Set.of(
            "load",
            "image load",
            "import",
            "image import",
            "build",
            "image build",
            "buildx build",
            "builder build",
            "plugin install",
            "plugin create",
            "secret create",
            "config create",
            "context create",
            "context import",
            "stack deploy",
            "volume import",
            "checkpoint create");

    /** They remove what is unused, whoever made it. */
    private static final Set<String> PRUNING = Set.of("image prune", "system prune", "builder prune", "buildx prune");

    private Handed() {}

    /** Refuses a line whose output no cell can take. */
    static void check(List<String> words) throws MagicException {
        String command = command(words);
        boolean toFile = words.stream().anyMatch(w -> w.startsWith("-o") || w.startsWith("--output"));
        if (ARCHIVES.contains(command) && !toFile && !words.contains("--help")) {
            throw new MagicException(
                    SENTENCES.say("handed.archive", command, command.startsWith("context") ? "FILE" : "-o FILE.tar"));
        }
        boolean copies = command.equals("cp") || command.equals("container cp");
        if (copies && words.size() > 2 && words.contains("-")) {
            throw new MagicException(SENTENCES.say("handed.archive", command, "FOLDER"));
        }
    }

    /** What to say of a line that has been run; empty where there is nothing. */
    static Optional<String> note(List<String> words) {
        String command = command(words);
        if (STAYING.contains(command)) {
            return Optional.of(SENTENCES.say("handed.stays", command));
        }
        return PRUNING.contains(command) ? Optional.of(SENTENCES.say("handed.prune", command)) : Optional.empty();
    }

    /** The one or two words that name the command. */
    private static String command(List<String> words) {
        List<String> names =
                words.stream().filter(w -> !w.startsWith("-")).limit(2).toList();
        String two = String.join(" ", names);
        Set<String> all = new TreeSet<>(ARCHIVES);
        all.addAll(STAYING);
        all.addAll(PRUNING);
        all.add("container cp");
        return all.contains(two) || names.isEmpty() ? two : names.get(0);
    }
}
