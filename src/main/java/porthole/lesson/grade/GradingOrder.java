package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import porthole.lesson.enclosure.EnclosedProgram;
import porthole.lesson.enclosure.EnclosureNeeds;
import porthole.lesson.handout.HandoutException;

/**
 * What is to be graded, and how.
 *
 * @param lesson the teacher's folder or file
 * @param submissions the folder of what was handed in
 * @param out where the results go
 * @param jobs how many submissions at once
 * @param again whether to grade what has not changed, too
 * @param limits of each submission
 * @param images of the machine's engine that submissions may use, beside those that the lesson names
 * @param program Porthole, as it runs in an enclosure
 * @param typed the command that asks for it, which a refusal repeats
 */
public record GradingOrder(
        Path lesson,
        Path submissions,
        Path out,
        int jobs,
        boolean again,
        RunLimits limits,
        List<String> images,
        EnclosedProgram program,
        String typed) {
    public GradingOrder {
        images = List.copyOf(images);
    }

    /** Whether this machine can hold enclosures; what it cannot hold is told before anything runs. */
    void check(Consumer<String> told) {
        Optional<String> missing = EnclosureNeeds.missing(typed);
        if (missing.isPresent()) {
            throw new HandoutException(missing.get());
        }
        EnclosureNeeds.weaker().forEach(told);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
