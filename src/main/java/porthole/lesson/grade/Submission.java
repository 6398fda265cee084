package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.handout.HandoutException;

/**
 * What a student has handed in.
 *
 * @param student the name of the file, or of the folder that it is in
 * @param file the notebook; empty where there is none, or more than one could be meant
 * @param remark why there is none
 */
record Submission(String student, Optional<Path> file, Optional<Remark> remark) {
    private static final Sentences SENTENCES = Sentences.of(Submission.class);
    private static final String NOTEBOOK = ".ipynb";
    private static final int DEEP = 4;
    /** Larger than any notebook of this lesson with all its pictures. */
    private static final long MOST_BYTES = 50L << 20;

    /**
     * All in a folder, by name: each notebook, and each folder with one in it.
     *
     * @param name the file name of the lesson's notebook, without its ending
     */
    static List<Submission> in(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new HandoutException(SENTENCES.say("submissions.none", folder));
        }
        List<Submission> all = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path each : inside.sorted().toList()) {
                String called = each.getFileName().toString();
                if (called.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    all.add(inFolder(called, each, name));
                } else {
                    String student = called.endsWith(NOTEBOOK)
                            ? called.substring(0, called.length() - NOTEBOOK.length())
                            : called;
                    all.add(checked(student, each));
                }
            }
        }
        return all;
    }

    private static Submission inFolder(String student, Path folder, String name) throws IOException {
        try (Stream<Path> below = Files.walk(folder, DEEP)) {
            List<Path> notebooks = below.filter(f -> f.getFileName().toString().endsWith(NOTEBOOK))
                    .filter(f -> !f.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList();
            List<Path> named = notebooks.stream()
                    .filter(f -> f.getFileName().toString().equals(name + NOTEBOOK))
                    .toList();
            List<Path> meant = named.isEmpty() ? notebooks : named;
            if (meant.size() == 1) {
                return checked(student, meant.get(0));
            }
            Remark why = meant.isEmpty()
                    ? Remark.of("remark.no-notebook", student)
                    : Remark.of("remark.several", student, meant.size(), name + NOTEBOOK);
            return new Submission(student, Optional.empty(), Optional.of(why));
        }
    }

    /** A link could lead to any file of the machine, and a pipe nowhere. */
    private static Submission checked(String student, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Submission(
                    student, Optional.empty(), Optional.of(Remark.of("remark.no-file", file.getFileName())));
        }
        if (Files.size(file) > MOST_BYTES) {
            return new Submission(
                    student,
                    Optional.empty(),
                    Optional.of(Remark.of("remark.large", file.getFileName(), MOST_BYTES >> 20)));
        }
        return new Submission(student, Optional.of(file), Optional.empty());
    }
}
