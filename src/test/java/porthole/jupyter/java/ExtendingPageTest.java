package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Outcome;

/** The code of docs/extending.md as a jar of its own, which a notebook adds. */
class ExtendingPageTest {
    private static final Pattern BLOCK = Pattern.compile("```(?:java|text)\n(?://|#) (\\S+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Session session;
    private Path jar;

    @BeforeEach
    void buildTheJar() throws IOException {
        jar = jar("cidr.jar", blocks());
        session = new Session();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static Map<String, String> blocks() throws IOException {
        Map<String, String> blocks = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/extending.md")));
        while (block.find()) {
            blocks.put(block.group(1), block.group(2));
        }
        assertEquals(3, blocks.size(), blocks.keySet().toString());
        return blocks;
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        List<String> command = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean source = file.getKey().endsWith(".java");
            Path path = (source ? folder.resolve(name + "-sources") : classes).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            if (source) {
                command.add(path.toString());
            }
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)));
        Path made = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(made));
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                out.write(Files.readAllBytes(path));
            }
        }
        return made;
    }

    @Test
    void theJarsWordMagicRenderingAndCompletionAreThereInTheNextCell() {
        session.fails("cidr(\"10.9.0.0/24\")");
        session.shows("%jars " + jar);
        Outcome.Done done = (Outcome.Done) session.run("cidr(\"10.9.0.0/24\")");
        MimeBundle shown = done.outputs().get(0);
        assertEquals("10.9.0.0/24 has room for 254 hosts", shown.plain());
        assertEquals("<b>10.9.0.0/24 has room for 254 hosts</b>", shown.data().get("text/html"));
        assertEquals("254", session.shows("%hosts 10.9.0.0/24"));
        assertTrue(session.fails("%hosts many").message().contains("and not \"many\""));
        assertTrue(session.shows("%magics").contains("%hosts 10.9.0.0/24: how many hosts"));
        String begun = "cidr(\"1";
        List<String> offered = session.java.complete(begun, begun.length()).items().stream()
                .map(Completions.Item::text)
                .toList();
        assertEquals(List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"), offered);
    }

    @Test
    void aResetMakesTheExtensionAnew() {
        session.shows("%jars " + jar);
        session.shows("int kept = 1;");
        session.run("%reset -f");
        session.fails("kept");
        assertEquals("254", session.shows("%hosts 10.9.0.0/24"));
        assertEquals("10.9.0.0/24 has room for 254 hosts", session.shows("cidr(\"10.9.0.0/24\")"));
    }

    @Test
    void anExtensionIsClosedAtTheSessionsEnd() throws IOException {
        Path ended = folder.resolve("ended");
        Path closing = jar(
                "closing.jar",
                Map.of(
                        "example/Closing.java",
                        """
                package example;
                public class Closing implements porthole.jupyter.api.Extension {
                    public void close() {
                        try {
                            java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), "closed");
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                }""".formatted(ended),
                        "META-INF/services/porthole.jupyter.api.Extension",
                        "example.Closing\n"));
        try (Session other = new Session()) {
            other.shows("%jars " + closing);
            assertTrue(Files.notExists(ended));
        }
        assertEquals("closed", Files.readString(ended));
    }

    @Test
    void anExtensionThatFailsIsToldInASentenceAndItsClassesCanBeUsed() throws IOException {
        Path broken = jar(
                "broken.jar",
                Map.of(
                        "example/Broken.java",
                        """
                package example;
                public class Broken implements porthole.jupyter.api.Extension {
                    public java.util.List<String> startup() { throw new IllegalStateException("on purpose"); }
                    public static int seven() { return 7; }
                }""",
                        "META-INF/services/porthole.jupyter.api.Extension",
                        "example.Broken\nexample.Missing\n"));
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("%jars " + broken, outputs);
        String told = outputs.out() + outputs.err();
        assertTrue(told.contains("The extension example.Broken of broken.jar could not be installed"), told);
        assertTrue(told.contains("on purpose") && told.contains("example.Missing"), told);
        assertEquals("7", session.shows("example.Broken.seven()"));
    }
}
