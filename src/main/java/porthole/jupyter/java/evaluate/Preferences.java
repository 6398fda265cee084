package porthole.jupyter.java.evaluate;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.command.LineException;
import porthole.display.Sentences;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.PathPatterns;

/**
 * What the environment says about a session: Porthole's own variables, and in their absence those of IJava, JJava and
 * rapaio's kernel.
 *
 * @param classPath joins the class path at start, patterns allowed
 * @param compilerOptions for javac
 * @param scripts files of snippets and magics that are run at start
 * @param script such text itself; empty for none
 * @param timeout after which a cell is interrupted
 * @param extensions whether what jars bring for JJava is installed
 * @param semicolonShows whether a semicolon leaves the last expression's value to be seen, as in those kernels
 * @param complaints sentences about variables that could not be understood
 */
public record Preferences(
        List<String> classPath,
        List<String> compilerOptions,
        List<Path> scripts,
        String script,
        Optional<Duration> timeout,
        boolean extensions,
        boolean semicolonShows,
        List<String> complaints) {
    private static final Pattern TIMEOUT = Pattern.compile("(-?\\d+)\\s*([A-Za-z]*)");
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
        List<Path> files = new ArrayList<>();
        for (String pattern : paths(value(environment, "STARTUP_SCRIPTS_PATH", "INIT_SCRIPT"))) {
            List<Path> some = PathPatterns.matches(pattern);
            files.addAll(some.isEmpty() ? List.of(Path.of(pattern)) : some);
        }
        String extensions = value(environment, "LOAD_EXTENSIONS").strip();
        return new Preferences(
                paths(value(environment, "CLASSPATH")),
                options(value(environment, "COMPILER_OPTS", "COMPILER_OPTIONS"), complaints),
                files,
                value(environment, "STARTUP_SCRIPTS", "STARTUP_SCRIPT"),
                timeout(value(environment, "TIMEOUT", "TIMEOUT_MILLIS"), complaints),
                !extensions.equals("0") && !extensions.equalsIgnoreCase("false"),
                value(environment, "SEMICOLON").strip().equalsIgnoreCase("shows"),
                complaints);
    }

    private static List<String> options(String typed, List<String> complaints) {
        try {
            return Arguments.of(typed);
        } catch (LineException e) {
            complaints.add(e.sentence());
            return List.of();
        }
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

    /** A number of milliseconds, or of the unit behind it: {@code 30 SECONDS}. */
    private static Optional<Duration> timeout(String text, List<String> complaints) {
        Matcher matcher = TIMEOUT.matcher(text.strip());
        try {
            if (text.isBlank()) {
                return Optional.empty();
            }
            if (matcher.matches()) {
                String unit = matcher.group(2).isEmpty() ? "MILLISECONDS" : matcher.group(2);
                long number = Long.parseLong(matcher.group(1));
                ChronoUnit wanted =
                        TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT)).toChronoUnit();
                return number > 0 ? Optional.of(Duration.of(number, wanted)) : Optional.empty();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // told below
        }
        complaints.add(Sentences.of(Preferences.class).say("timeout.bad", text));
        return Optional.empty();
    }
}
