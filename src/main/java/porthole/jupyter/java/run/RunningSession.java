package porthole.jupyter.java.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import porthole.command.ShellWords;
import porthole.display.Displayable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.magic.Magics;

/** The session whose cell runs, for words by which a cell reaches back into it. */
public final class RunningSession {
    private final CellRuntime runtime;
    private final Magics magics;
    private final ClassPath classPath;
    private final Values values;
    private final TextRunner runner;
    private final Supplier<String> name;

    public RunningSession(
            CellRuntime runtime,
            Magics magics,
            ClassPath classPath,
            Values values,
            TextRunner runner,
            Supplier<String> name) {
        this.runtime = runtime;
        this.magics = magics;
        this.classPath = classPath;
        this.values = values;
        this.runner = runner;
        this.name = name;
    }

    public void enter() {
        runtime.enter(this);
    }

    /**
     * The session of the cell that calls; for a thread of no cell the one that has run a cell last.
     *
     * @throws IllegalStateException before the first cell
     */
    public static RunningSession current() {
        RunningSession session = known();
        if (session == null) {
            throw new IllegalStateException(Sentences.of(RunningSession.class).say("no.session"));
        }
        return session;
    }

    /** Whether there is a session already. */
    public static boolean isOpen() {
        return known() != null;
    }

    private static @Nullable RunningSession known() {
        RunningCell cell = RunningCell.current();
        CellRuntime runtime = cell == null ? CellRuntime.ofCaller() : cell.runtime();
        return runtime == null ? null : runtime.session();
    }

    /** Runs a cell's text, magics included, and returns its value. */
    public @Nullable Object eval(String code) throws Exception {
        return runner.run(name.get(), code);
    }

    /** Runs {@code %name arguments}, or {@code %%name arguments} where there is a {@code body}. */
    public @Nullable Object magic(String name, List<String> arguments, @Nullable String body) throws Exception {
        return magics.run(
                name,
                String.join(" ", arguments.stream().map(RunningSession::quoted).toList()),
                body);
    }

    /** As the reader of a magic's line gives it back; what needs no quotes has none, for magics that take the whole line. */
    private static String quoted(String argument) {
        boolean plain = !argument.isEmpty()
                && argument.chars().noneMatch(c -> Character.isWhitespace(c) || "'\"\\$~#".indexOf(c) >= 0);
        return plain ? argument : ShellWords.quote(argument);
    }

    /** From now on values of {@code type} are shown as {@code rendering} says. */
    public <T> void register(Class<T> type, Function<? super T, ? extends Displayable> rendering) {
        values.register(type, rendering);
    }

    /** Adds a magic; one of that name is replaced. */
    public void add(Magic magic) {
        magics.add(magic);
    }

    /** Adds a jar or a folder of classes. */
    public void addToClasspath(Path path) {
        classPath.add(List.of(path));
    }
}
