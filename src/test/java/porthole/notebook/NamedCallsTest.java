package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porthole.notebook.NamedCalls.Link;

/** What a sentence tells a reader to type in a cell exists: each call, with so many arguments, and each chained to it. */
class NamedCallsTest {
    private static final Path ROOMS = Path.of("src/main/resources/porthole");

    /** Rooms whose sentences are about the Java of a reader's own code. */
    private static final Set<String> OF_JAVA = Set.of("jupyter/java/advice");

    /** Python's ZeroMQ, named where a front end's keys are made. */
    private static final String PYZMQ = "zmq";

    private static final List<String> WORDS = List.of(
            "porthole.notebook.Words",
            "porthole.jupyter.java.show.DisplayWords",
            "porthole.jupyter.java.words.CellWords",
            "java.lang.Object");

    @Test
    void whatASentenceTellsToTypeExists() throws Exception {
        Set<String> missing = new TreeSet<>();
        int looked = 0;
        for (Path file : files()) {
            String room = ROOMS.relativize(file.getParent()).toString();
            Properties sentences = new Properties();
            sentences.load(Files.newBufferedReader(file));
            for (Object sentence : OF_JAVA.contains(room) ? List.of() : sentences.values()) {
                for (NamedCalls call : NamedCalls.in(sentence.toString())) {
                    looked++;
                    if (!call.receiver().equals(PYZMQ) && !exists(call)) {
                        missing.add(room + ": " + call);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(looked > 60, "only " + looked + " calls were found");
    }

    @Test
    void whatDoesNotExistIsFound() throws Exception {
        for (String wrong : List.of(
                "docker.nettwork.ls()",
                "docker.network.list()",
                "docker.logs()",
                "wy(\"a\", \"b\")",
                "why(\"a\")",
                "chapter(\"5.1\").redy(FORCE)",
                "lab.clear()",
                "docker.run(\"nginx\", c -> c.nam(\"web\"))",
                "publsh(\"80\")")) {
            List<NamedCalls> calls = NamedCalls.in("Write " + wrong + " here.");
            assertTrue(calls.stream().anyMatch(c -> !exists(c)), wrong);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOMS)) {
            return files.filter(f -> f.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean exists(NamedCalls call) {
        return receivers(call).anyMatch(type -> {
            Stream<Class<?>> types = Stream.of(type);
            for (Link link : call.links()) {
                types = types.flatMap(t -> returned(t, link));
            }
            return types.findAny().isPresent();
        });
    }

    /** What a method of that name and so many arguments gives; nothing if there is none. */
    private static Stream<Class<?>> returned(Class<?> type, Link link) {
        return Stream.of(type.getMethods())
                .filter(m -> m.getName().equals(link.method()) && takes(m, link.arguments()))
                .map(Method::getReturnType);
    }

    private static boolean takes(Method method, int arguments) {
        int most = method.getParameterCount();
        return arguments < 0 || (method.isVarArgs() ? arguments >= most - 1 : arguments == most);
    }

    /** A cell's own words; {@code docker} and its fields; a lambda's variable, which may be any specification or value. */
    private static Stream<Class<?>> receivers(NamedCalls call) {
        String[] path = call.receiver().split("\\.", -1);
        if (call.receiver().isEmpty()) {
            return Stream.concat(WORDS.stream().map(NamedCallsTest::type), specifications());
        }
        if (path[0].equals("docker") || path[0].equals("lab")) {
            return field(type("porthole.notebook.Words"), path, 0);
        }
        return path.length == 1 && path[0].length() == 1
                ? Stream.concat(specifications(), Stream.of(type("porthole.network.Container")))
                : Stream.of(Object.class);
    }

    private static Stream<Class<?>> field(Class<?> type, String[] path, int from) {
        if (from == path.length) {
            return Stream.of(type);
        }
        return Stream.of(type.getFields())
                .filter(f -> f.getName().equals(path[from]) && Modifier.isPublic(f.getModifiers()))
                .flatMap(f -> field(f.getType(), path, from + 1));
    }

    /** What {@code n ->} of {@code docker.network.create("shop", n -> …)} is, and its like. */
    private static Stream<Class<?>> specifications() {
        Path root = Path.of("src/main/java");
        try (Stream<Path> sources = Files.walk(root.resolve("porthole/engine"))) {
            return sources
                    .map(source -> root.relativize(source).toString())
                    .filter(name -> name.endsWith("Spec.java"))
                    .<Class<?>>map(name -> type(name.replace(".java", "").replace('/', '.')))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            // Without its initializer: the words of a cell open the engine.
            return Class.forName(name, false, NamedCallsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
