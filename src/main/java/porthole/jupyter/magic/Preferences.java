package porthole.jupyter.magic;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;

/**
 * What the environment says about a session: Porthole's own variables, and in their absence those of IJava, JJava and
 * rapaio's kernel.
 *
 * @param classPath joins the class path at start, patterns allowed
 * @param compilerOptions for javac
 * @param scripts files of snippets and magics that are run at start
 * @param script such text itself; empty for none
 * @param timeout after which a cell is interrupted
 * @param complaints sentences about variables that could not be understood
 */
public record Preferences(
        List<String> classPath,
        List<String> compilerOptions,
        List<Path> scripts,
        String script,
        Optional<Duration> timeout,
        List<String> complaints) {
    private static final List<String> KERNELS = List.of("PORTHOLE_", "IJAVA_", "JJAVA_", "RJK_");

    public Preferences {
        classPath = List.copyOf(classPath);
        compilerOptions = List.copyOf(compilerOptions);
        scripts = List.copyOf(scripts);
        complaints = List.copyOf(complaints);
    }

    /** As {@code environment} has it, {@link System#getenv()} mostly. */
    public static Preferences of(Map<String, String> environment) {
        List<String> complaints = new ArrayList<>();
        return new Preferences(
                paths(value(environment, "CLASSPATH")),
                Arguments.of(value(environment, "COMPILER_OPTS", "COMPILER_OPTIONS")),
                paths(value(environment, "STARTUP_SCRIPTS_PATH", "INIT_SCRIPT")).stream()
                        .map(Path::of)
                        .toList(),
                value(environment, "STARTUP_SCRIPTS", "STARTUP_SCRIPT"),
                timeout(value(environment, "TIMEOUT", "TIMEOUT_MILLIS"), complaints),
                complaints);
    }

    private static String value(Map<String, String> environment, String... names) {
        return KERNELS.stream()
                .flatMap(kernel -> Stream.of(names).map(name -> environment.getOrDefault(kernel + name, "")))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> paths(String value) {
        return Stream.of(value.split(File.pathSeparator, -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static Optional<Duration> timeout(String millis, List<String> complaints) {
        try {
            long number = millis.isBlank() ? -1 : Long.parseLong(millis.strip());
            return number > 0 ? Optional.of(Duration.ofMillis(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            complaints.add(Sentences.of(Preferences.class).say("timeout.bad", millis));
            return Optional.empty();
        }
    }
}
