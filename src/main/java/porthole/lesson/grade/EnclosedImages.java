package porthole.lesson.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InstalledProgram;
import porthole.engine.image.StandIns;
import porthole.lesson.file.StartState;
import porthole.lesson.handout.HandoutException;

/** Which of the machine's images go into each enclosure, which has no network to fetch them by. */
final class EnclosedImages {
    private static final Sentences SENTENCES = Sentences.of(EnclosedImages.class);
    private static final Pattern IN_COMPOSE = Pattern.compile("(?m)^\\s*image:\\s*[\"']?([^\"'\\s#]+)");
    /** What pictures, why and matrix look with. */
    private static final List<String> TOOLS = List.of("porthole/tools", "nicolaka/netshoot");

    private EnclosedImages() {}

    /**
     * The images that the lesson names, and the image of the probes: each by the name that it gets, with the name that it has
     * here, which is another where one stands in for it.
     *
     * @param more further ones that the teacher names
     * @throws HandoutException where the machine's engine does not answer, or lacks one
     */
    static Map<String, String> of(TaughtLesson lesson, List<String> more) throws IOException {
        Set<String> here = here();
        Map<String, String> images = new LinkedHashMap<>();
        TOOLS.stream().filter(here::contains).findFirst().ifPresent(tools -> images.put(tools, tools));
        for (String name : wanted(lesson, more, here)) {
            String plain = name.replaceFirst(":latest$", "");
            Optional<String> found = Optional.of(plain)
                    .filter(here::contains)
                    .or(() -> StandIns.of(plain).filter(here::contains));
            images.put(name, found.orElseThrow(() -> new HandoutException(SENTENCES.say("grade.image", plain))));
        }
        return images;
    }

    private static Set<String> here() {
        Optional<ExecResult> list = InstalledProgram.run(
                List.of("docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}"),
                Map.of(),
                Path.of("/"),
                line -> {});
        ExecResult said =
                list.filter(ExecResult::success).orElseThrow(() -> new HandoutException(SENTENCES.say("grade.images")));
        Set<String> here = new LinkedHashSet<>();
        said.stdout().lines().map(line -> line.replaceFirst(":latest$", "")).forEach(here::add);
        return here;
    }

    /** A word of a docker line is an image's name if there is such an image. */
    private static List<String> wanted(TaughtLesson lesson, List<String> more, Set<String> here) throws IOException {
        List<String> wanted = new ArrayList<>(more);
        for (StartState start : lesson.starts().toList()) {
            wanted.addAll(start.images());
            Stream.concat(start.docker().stream(), start.hosts().stream().flatMap(List::stream))
                    .flatMap(line -> Stream.of(line.split("\\s+", -1)))
                    .filter(word -> here.contains(word.replaceFirst(":latest$", "")))
                    .forEach(wanted::add);
            if (start.compose().isPresent()) {
                Path file = lesson.lesson().folder().resolve(start.compose().get());
                IN_COMPOSE
                        .matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .results()
                        .forEach(m -> wanted.add(m.group(1)));
            }
        }
        return wanted;
    }
}
