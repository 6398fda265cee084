package porthole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {
    @ParameterizedTest
    @CsvSource({
        "fd00:43:0:0:0:0:0:2, fd00:43::2",
        "FD00:43::0002, fd00:43::2",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "fd00::, fd00::",
        "fd00:0:1:0:0:2:0:3, fd00:0:1::2:0:3",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "10.0.0.1, 10.0.0.1",
        "web, web",
        "web:80, web:80",
    })
    void anAddressHasOneFormAsRfc5952WritesIt(String written, String canonical) {
        assertEquals(canonical, Literal.canonical(written));
    }

    @Test
    void itIsTheOnlyRuleForThat() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> own = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> source(f).contains("String canonical(String"))
                    .map(f -> f.getFileName().toString())
                    .toList();
            assertEquals(List.of("Literal.java"), own);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
