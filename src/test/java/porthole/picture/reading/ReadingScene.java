package porthole.picture.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import porthole.display.Language;

/**
 * A picture and ten questions about it, written down before anybody has seen it.
 *
 * @param language in which the picture speaks and the questions are asked
 * @param png draws it
 */
record ReadingScene(String name, Language language, Supplier<byte[]> png, List<ReadingQuestion> questions) {
    ReadingScene {
        questions = List.copyOf(questions);
    }

    /** The picture as {@code NUMBER.png}, its questions beside it, the answers in a folder that no reader opens. */
    void write(int number, Path pictures, Path answers) throws IOException {
        Language.use(language);
        Files.write(pictures.resolve(number + ".png"), png.get());
        Files.write(pictures.resolve(number + ".questions.txt"), lines(false));
        List<String> solved = new ArrayList<>(List.of("# " + name));
        solved.addAll(lines(true));
        Files.write(answers.resolve(number + ".txt"), solved);
    }

    private List<String> lines(boolean solved) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> (i + 1) + ". " + questions.get(i).asked()
                        + (solved ? "\n   => " + questions.get(i).answer() : ""))
                .toList();
    }
}
