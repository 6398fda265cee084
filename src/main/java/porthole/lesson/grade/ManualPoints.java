package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.lesson.handout.HandoutException;

/**
 * The points that the teacher gives by hand, as {@code manual.csv} keeps them: a line for each student and task, its third cell
 * empty until the teacher fills it in. The lesson is not run again for it.
 */
final class ManualPoints {
    private static final Sentences SENTENCES = Sentences.of(ManualPoints.class);

    private final Map<List<String>, Double> points = new HashMap<>();

    static ManualPoints read(Path file) throws IOException {
        ManualPoints read = new ManualPoints();
        if (!Files.isRegularFile(file)) {
            return read;
        }
        List<List<String>> lines = CsvText.read(Files.readString(file).replaceFirst("^\uFEFF", ""));
        for (int i = 1; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            if (line.size() < 3 || line.get(2).isBlank()) {
                continue;
            }
            String typed = line.get(2).strip();
            if (!typed.matches("\\d{1,6}([.]\\d{1,4})?")) {
                throw new HandoutException(SENTENCES.say("manual.number", file, i + 1, typed));
            }
            read.points.put(List.of(line.get(0).replaceFirst("^'", ""), line.get(1)), Double.valueOf(typed));
        }
        return read;
    }

    Optional<Double> of(String student, String task) {
        return Optional.ofNullable(points.get(List.of(student.replaceFirst("^'", ""), task)));
    }

    /** Writes it with a line for all that is to be marked. */
    void write(Path file, List<GradedTask> tasks, List<Graded> all) throws IOException {
        CsvText csv = new CsvText();
        csv.line(List.of("student", "task", "points", "possible"));
        for (Graded graded : all) {
            for (GradedTask task : tasks) {
                if (task.manual() && !graded.marks().isEmpty()) {
                    csv.line(List.of(
                            graded.student(),
                            task.name(),
                            of(graded.student(), task.name())
                                    .map(ResultFiles::number)
                                    .orElse(""),
                            ResultFiles.number(task.points())));
                }
            }
        }
        Files.writeString(file, csv.text());
    }
}
