package porthole.jupyter.java.advice;

import static porthole.jupyter.java.advice.Rule.rule;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.display.Nearest;

/** What to do about an exception. */
public final class ThrownAdvice {
    private static final String NAME = "(?:[\\w$]+\\.)*(\\S+)";
    private static final Pattern LENGTH = Pattern.compile("for length ([1-9]\\d*)$");
    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+)");
    private static final Pattern CONSTANT = Pattern.compile("No enum constant .*\\.([^.]+)");

    /** A class's own rules stand before those of its superclass, the narrow before the wide. */
    private static final List<Rule> RULES = List.of(
            rule("java.lang.ArithmeticException", "by zero", "thrown.zero"),
            rule("java.lang.ArithmeticException", "overflow", "thrown.overflow"),
            rule("java.lang.ArithmeticException", "Non-terminating", "thrown.decimal"),
            rule("java.lang.NullPointerException", "^Cannot throw exception because \"null\"", "thrown.null.thrown"),
            rule("java.lang.NullPointerException", "because \"([^<\"][^\"]*)\" is null", "thrown.null.named"),
            rule("java.lang.NullPointerException", "array length because \"<local", "thrown.null.loop"),
            rule("java.lang.NullPointerException", "", "thrown.null"),
            rule("java.lang.IndexOutOfBoundsException", "for length 0$", "thrown.index.empty"),
            rule("java.lang.IndexOutOfBoundsException", "", "thrown.index.any"),
            rule("java.lang.NegativeArraySizeException", "(-\\d+)", "thrown.negative"),
            rule(
                    "java.lang.ClassCastException",
                    "^an anonymous class cannot be cast to class " + NAME,
                    "thrown.cast.anonymous"),
            rule("java.lang.ClassCastException", "class " + NAME + " cannot be cast to class " + NAME, "thrown.cast"),
            rule("java.lang.NumberFormatException", "\"\\s*\"$", "thrown.number.empty"),
            rule("java.lang.NumberFormatException", "\"(\\s+\\S+\\s*|\\S+\\s+)\"", "thrown.number.blanks"),
            rule("java.lang.NumberFormatException", "\"([+-]?\\d*\\.\\d+)\"", "thrown.number.decimal"),
            rule("java.lang.NumberFormatException", "\"([+-]?\\d{10,})\"", "thrown.number.large"),
            rule("java.lang.NumberFormatException", "", "thrown.number"),
            rule("java.util.ConcurrentModificationException", "", "thrown.concurrent"),
            rule("java.util.InputMismatchException", "", "thrown.input"),
            rule("java.util.NoSuchElementException", "No value present", "thrown.optional"),
            rule("java.util.NoSuchElementException", "", "thrown.element"),
            rule("java.lang.ArrayStoreException", NAME, "thrown.store"),
            rule("java.lang.IllegalStateException", "already been operated upon", "thrown.stream"),
            rule("java.lang.IllegalStateException", "Duplicate key", "thrown.duplicate"),
            rule("java.lang.IllegalMonitorStateException", "", "thrown.monitor"),
            rule("java.awt.HeadlessException", "", "thrown.headless"),
            rule("java.lang.UnsupportedOperationException", "^$", "thrown.unmodifiable"),
            rule("java.util.MissingFormatArgumentException", "'(.+)'", "thrown.format.missing"),
            rule("java.util.IllegalFormatConversionException", "(\\S+) != " + NAME, "thrown.format.conversion"),
            rule("java.util.UnknownFormatConversionException", "'(.+)'", "thrown.format.unknown"),
            rule("java.time.format.DateTimeParseException", "", "thrown.date"),
            rule("java.util.regex.PatternSyntaxException", "", "thrown.regex"),
            rule("java.net.UnknownHostException", "", "thrown.host"),
            rule("java.net.ConnectException", "", "thrown.connect"),
            rule("java.lang.ClassNotFoundException", "", "thrown.class"),
            rule("java.lang.NoClassDefFoundError", "", "thrown.class"),
            rule("java.lang.LinkageError", "loader constraint violation", "thrown.version"),
            rule("java.lang.StackOverflowError", "", "thrown.stack"),
            rule("java.lang.OutOfMemoryError", "", "thrown.memory"),
            rule("java.util.concurrent.ExecutionException", "", "thrown.execution"),
            rule("java.util.concurrent.CompletionException", "", "thrown.execution"),
            rule("java.lang.ExceptionInInitializerError", "", "thrown.execution"),
            rule("java.io.NotSerializableException", "(.+)", "thrown.serializable"));

    private ThrownAdvice() {}

    static List<Rule> rules() {
        return RULES;
    }

    /**
     * One sentence, or none where there is nothing to add.
     *
     * @param message as it is shown
     */
    public static Optional<String> of(Throwable thrown, String message) {
        if (thrown instanceof java.nio.file.NoSuchFileException || thrown instanceof java.io.FileNotFoundException) {
            return Optional.of(Rule.SENTENCES.say("thrown.file", Path.of("").toAbsolutePath()));
        }
        Matcher length = LENGTH.matcher(message);
        if (thrown instanceof IndexOutOfBoundsException && length.find()) {
            return Optional.of(Rule.SENTENCES.say("thrown.index", Integer.parseInt(length.group(1)) - 1));
        }
        Optional<String> earlier = earlier(thrown);
        if (earlier.isPresent()) {
            return earlier;
        }
        Optional<String> constants = constants(thrown, message);
        if (constants.isPresent()) {
            return constants;
        }
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            Optional<String> sentence = Rule.first(RULES, type.getName(), message);
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
    }

    /** The object's class is, or extends, what the wanted class was before it was declared anew. */
    private static Optional<String> earlier(Throwable thrown) {
        if (thrown.getClass() != ClassCastException.class) { // whose message comes at once
            return Optional.empty();
        }
        Matcher matcher = CAST.matcher(String.valueOf(thrown.getMessage()));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> wanted = Class.forName(matcher.group(2), false, loader);
            return isOfNamesake(Class.forName(matcher.group(1), false, loader), wanted)
                    ? Optional.of(Rule.SENTENCES.say("thrown.cast.earlier", wanted.getSimpleName()))
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isOfNamesake(@Nullable Class<?> type, Class<?> wanted) {
        return type != null
                && ((type != wanted && type.getSimpleName().equals(wanted.getSimpleName()))
                        || isOfNamesake(type.getSuperclass(), wanted)
                        || Arrays.stream(type.getInterfaces()).anyMatch(i -> isOfNamesake(i, wanted)));
    }

    /** {@code valueOf} was called with a name that is none of the constants: which there are. */
    private static Optional<String> constants(Throwable thrown, String message) {
        Matcher matcher = CONSTANT.matcher(message);
        if (!(thrown instanceof IllegalArgumentException) || !matcher.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(thrown.getStackTrace())
                .filter(f ->
                        f.getMethodName().equals("valueOf") && !f.getClassName().equals("java.lang.Enum"))
                .findFirst()
                .flatMap(f -> constants(f.getClassName()))
                .map(names -> Rule.SENTENCES.say("thrown.constant", String.join(", ", names))
                        + Nearest.suggestion(matcher.group(1), names));
    }

    private static Optional<List<String>> constants(String enumeration) {
        try {
            Class<?> type =
                    Class.forName(enumeration, false, Thread.currentThread().getContextClassLoader());
            Object[] constants = type.getEnumConstants();
            return constants == null
                    ? Optional.empty()
                    : Optional.of(Arrays.stream(constants)
                            .map(c -> ((Enum<?>) c).name())
                            .collect(Collectors.toList()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
