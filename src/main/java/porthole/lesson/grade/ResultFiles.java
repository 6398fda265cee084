package porthole.lesson.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.display.Language;
import porthole.lesson.document.Notebook;

/**
 * Where results are kept: {@code results/NAME.json} and {@code feedback/NAME.ipynb} for each submission as soon as it is graded;
 * {@code grades.csv}, {@code index.html} and {@code index.ja.html} for all of them; {@code manual.csv}, in which the teacher
 * writes the points of what is marked by hand.
 *
 * @param folder made if it is not there
 */
record ResultFiles(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The solution's own result, under a name that no submission has. */
    static final String REFERENCE = ".reference";

    static ResultFiles in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("results"));
        Files.createDirectories(folder.resolve("feedback"));
        return new ResultFiles(folder);
    }

    /** What was kept of a student; empty where nothing was, or it cannot be read. */
    Optional<Graded> kept(String student) {
        Path file = result(student);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Graded.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty(); // as of another version: it is graded again
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path result(String student) {
        return folder.resolve("results").resolve(student + ".json");
    }

    Path feedback(String student) {
        return folder.resolve("feedback").resolve(student + ".ipynb");
    }

    /** Keeps a result, in place of an earlier one in one step. */
    void keep(Graded graded) throws IOException {
        Path fresh = Files.createTempFile(folder.resolve("results"), ".fresh", ".json");
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(graded) + "\n");
        Files.move(fresh, result(graded.student()), StandardCopyOption.REPLACE_EXISTING);
    }

    void keepFeedback(String student, Optional<Notebook> feedback) throws IOException {
        if (feedback.isPresent()) {
            Files.writeString(feedback(student), feedback.get().text());
        } else {
            Files.deleteIfExists(feedback(student));
        }
    }

    /** Writes what is for all. */
    void write(TaughtLesson lesson, List<GradedTask> tasks, List<Graded> all) throws IOException {
        ManualPoints manual = ManualPoints.read(folder.resolve("manual.csv"));
        if (tasks.stream().anyMatch(GradedTask::manual)) {
            manual.write(folder.resolve("manual.csv"), tasks, all);
        }
        Files.writeString(folder.resolve("grades.csv"), csv(tasks, all, manual), StandardCharsets.UTF_8);
        for (Language language : Language.values()) {
            String page = new GradesPage(lesson, tasks, all, manual, language)
                    .html(student -> Files.exists(feedback(student)));
            Files.writeString(folder.resolve(GradesPage.file(language)), page, StandardCharsets.UTF_8);
        }
    }

    /** A line for each student; a cell is empty where the teacher has not given points yet. */
    private static String csv(List<GradedTask> tasks, List<Graded> all, ManualPoints manual) {
        CsvText csv = new CsvText();
        List<String> heads = new java.util.ArrayList<>(List.of("student", "file", "language"));
        tasks.forEach(task -> heads.add(task.name()));
        heads.addAll(List.of("points", "possible", "remarks"));
        csv.line(heads);
        for (Graded graded : all) {
            Map<String, Optional<Double>> points = points(tasks, graded, manual);
            List<String> line = new java.util.ArrayList<>(List.of(graded.student(), graded.file(), graded.language()));
            tasks.forEach(task -> line.add(points.getOrDefault(task.name(), Optional.empty())
                    .map(ResultFiles::number)
                    .orElse("")));
            line.add(number(sum(points)));
            line.add(number(tasks.stream().mapToDouble(GradedTask::points).sum()));
            line.add(String.join(
                    " ",
                    graded.remarks().stream().map(r -> r.in(Language.current())).toList()));
            csv.line(line);
        }
        return csv.text();
    }

    /** The points of each task; empty where the teacher has to give them and has not yet. */
    static Map<String, Optional<Double>> points(List<GradedTask> tasks, Graded graded, ManualPoints manual) {
        Map<String, Optional<Double>> points = new LinkedHashMap<>();
        for (GradedTask task : tasks) {
            Optional<TaskMark> mark = graded.marks().stream()
                    .filter(m -> m.task().equals(task.name()))
                    .findFirst();
            points.put(
                    task.name(),
                    task.manual() && mark.isPresent()
                            ? manual.of(graded.student(), task.name())
                            : Optional.of(mark.map(TaskMark::points).orElse(0.0)));
        }
        return points;
    }

    static double sum(Map<String, Optional<Double>> points) {
        return points.values().stream().mapToDouble(p -> p.orElse(0.0)).sum();
    }

    /** Without a fraction where there is none; else with two digits at most. */
    static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
