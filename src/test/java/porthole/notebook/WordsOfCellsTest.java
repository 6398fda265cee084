package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.jupyter.java.names.KernelWords;

class WordsOfCellsTest {
    @Test
    void theWordsOfCellsAreAList() throws IOException {
        String words = Stream.concat(KernelWords.imports().stream(), DockerWords.imports().stream())
                .map(one -> one.replace("import static ", "").replace(";", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
        assertEquals(Files.readString(Path.of("src/test/resources/porthole/words-of-cells.txt")), words + "\n");
    }

    @Test
    void whateverWordsHasIsAWord() {
        Set<String> members = Stream.<Member>concat(
                        Stream.of(Words.class.getMethods()), Stream.of(Words.class.getFields()))
                .filter(member -> Modifier.isStatic(member.getModifiers()))
                .map(Member::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> words = DockerWords.imports().stream()
                .filter(one -> one.contains(Words.class.getName() + "."))
                .map(one -> one.replaceAll(".*\\.|;", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(members, words);
    }
}
