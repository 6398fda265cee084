package porthole.jupyter.java;

import com.twosigma.beakerx.kernel.Kernel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.command.LineException;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.assist.Assistance;
import porthole.jupyter.java.assist.Questions;
import porthole.jupyter.java.assist.WordHelp;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.evaluate.CellFailure;
import porthole.jupyter.java.evaluate.CompilerOptions;
import porthole.jupyter.java.evaluate.CurrentSnippets;
import porthole.jupyter.java.evaluate.JShellSession;
import porthole.jupyter.java.evaluate.Preferences;
import porthole.jupyter.java.evaluate.Startup;
import porthole.jupyter.java.magic.BuiltInMagics;
import porthole.jupyter.java.magic.ClasspathMagics;
import porthole.jupyter.java.magic.JavaMagics;
import porthole.jupyter.java.magic.OptionMagic;
import porthole.jupyter.java.magic.Placeholders;
import porthole.jupyter.java.magic.SessionLog;
import porthole.jupyter.java.magic.SessionMagics;
import porthole.jupyter.java.magic.ValueMagics;
import porthole.jupyter.java.maven.MavenMagics;
import porthole.jupyter.java.names.KernelWords;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.run.CellRuntime;
import porthole.jupyter.java.run.JdkHooks;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.run.StopCheck;
import porthole.jupyter.java.run.Streams;
import porthole.jupyter.java.run.Traceback;
import porthole.jupyter.java.run.Weaver;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.java.text.CellParts;
import porthole.jupyter.java.text.MarkedLines;
import porthole.jupyter.java.text.Paint;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.words.CellScreen;
import porthole.jupyter.magic.Magics;
import porthole.jupyter.magic.Shell;

/** Java for cells: JShell in this process, magics, and whatever the extensions bring. */
public final class JavaInterpreter implements Interpreter {
    private static final Sentences SENTENCES = Sentences.of(JavaInterpreter.class);

    /** How often a cell is played before there is one: after that it takes half as long. */
    private static final int REHEARSALS = 30;

    /** How many of them go through JShell: an expression alone does not. */
    private static final int SNIPPET_REHEARSALS = 8;

    /** How many of them ask for help instead of running a cell. */
    private static final int HELP_REHEARSALS = 4;

    private final ThreadGroup group;
    private final ReentrantLock compiler = new ReentrantLock();
    private final CellRuntime runtime = new CellRuntime();
    private final Streams.Use streams = Streams.use();
    private final Shell shell;
    private final ProcessState process = new ProcessState();
    private final Set<RunningCell> alive = ConcurrentHashMap.newKeySet();
    private final Magics magics;
    private final CurrentSnippets snippets;
    private final SessionClassPath classPath;
    private final OptionMagic options;
    private final Startup startup;
    private final Assistance assistance;
    private final Questions questions;
    private final Values values;
    private final Preferences preferences;
    private final SessionExtensions added;
    private final StartScripts scripts;
    private final HeldOutputs early = new HeldOutputs();
    private final SessionLog log = new SessionLog();
    private final RunningSession session;
    private volatile @Nullable RunningCell running;
    private boolean scripted;
    private int rehearsed;

    /**
     * Takes the process's standard streams over until {@link #close}.
     *
     * @param extensions whose words and magics cells see; the kernel closes them
     */
    public JavaInterpreter(List<Extension> extensions) {
        this(extensions, Preferences.of(System.getenv()));
    }

    JavaInterpreter(List<Extension> extensions, Preferences wanted) {
        preferences = CompilerOptions.checked(wanted);
        showNulls();
        group = Thread.currentThread().getThreadGroup();
        magics = new Magics();
        snippets = new CurrentSnippets(runtime, compiler, preferences.compilerOptions(), preferences.semicolonShows());
        Map<String, Function<Object, List<MimeBundle>>> renderings = new HashMap<>();
        extensions.forEach(e -> renderings.putAll(e.renderings()));
        values = new Values(
                thrown ->
                        String.join("\n", Traceback.lines(thrown, snippets.get().cells())),
                renderings);
        shell = new Shell(this::extensions);
        BuiltInMagics.of(magics, shell).forEach(magics::add);
        JavaMagics files = new JavaMagics(this::runText, snippets::ran);
        files.all().forEach(magics::add);
        new SessionMagics(snippets, this::renew, log, values, this::runText)
                .all()
                .forEach(magics::add);
        added = new SessionExtensions(extensions, magics, values, snippets);
        classPath = new SessionClassPath(snippets, added, preferences.extensions());
        ClasspathMagics.of(classPath).forEach(magics::add);
        new MavenMagics(classPath, new CellScreen()).all().forEach(magics::add);
        scripts = new StartScripts(preferences, classPath, files, this::runText);
        session = new RunningSession(runtime, magics, classPath, values, this::evaluated, this::place);
        extensions.forEach(e -> e.magics().forEach(magics::add));
        options = new OptionMagic(snippets);
        magics.add(options);
        List<String> code = new ArrayList<>();
        Stream.concat(KernelWords.imports().stream(), extensions.stream().flatMap(e -> e.startup().stream()))
                .forEach(one -> {
                    if (SessionWords.isOne(one)) {
                        snippets.addWord(one);
                    } else {
                        code.add(one);
                    }
                });
        startup = new Startup(compiler, snippets, code);
        assistance = new Assistance(snippets, startup, magics, added.all(), compiler, () -> running == null);
        WordHelp words = new WordHelp(() -> Stream.concat(
                        added.all().stream().flatMap(e -> e.words().stream()), KernelWords.groups().stream())
                .toList());
        questions = new Questions(magics, assistance, () -> snippets.get().names(), words);
        magics.add(questions);
        magics.settle();
    }

    /**
     * Loads what changes cells' code before they run. Its class files are too old for an archive of classes, so that this
     * takes 40 ms: call it from a thread of its own, before there is an interpreter.
     */
    public static void headStart() {
        try {
            Weaver.weave(JdkHooks.original(Runtime.class), new VariableStorage());
        } catch (IOException e) {
            // It is loaded later.
        }
    }

    /**
     * Loads the compiler at the first call, which costs 0.1 to 0.5 s that the first cell is spared; each later one has
     * the JVM compile more of what every cell runs through. Call it from the thread that runs cells.
     */
    @Override
    public boolean warmUp() {
        if (rehearsed >= REHEARSALS) {
            return false;
        }
        rehearsed++;
        if (rehearsed > REHEARSALS - HELP_REHEARSALS) {
            assistance.complete("\"\".len", 6);
            assistance.inspect("Math.abs(1)", 8, false);
            return rehearsed < REHEARSALS;
        }
        try {
            String code = rehearsed > 1 && rehearsed <= 1 + SNIPPET_REHEARSALS ? "{ int one = 1; }" : "1+1";
            snippets.get().run(null, new SourceLocation(SourceLocation.START, code, 0), code);
            return true;
        } catch (CellFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a session before this one in the same process may have switched off. */
    private static void showNulls() {
        Kernel.showNullExecutionResult = true;
    }

    /**
     * Begins the session anew, with what it had at its start.
     *
     * @return how many declarations are forgotten
     */
    private int renew() throws MagicException {
        if (snippets.get().isBusy()) {
            throw new MagicException(SENTENCES.say("reset.busy"));
        }
        int forgotten = snippets.renew();
        options.forget();
        magics.forget();
        values.forget();
        streams.take();
        process.restore();
        classPath.renew();
        startup.renew();
        startup.run();
        scripts.run().forEach(System.err::println);
        return forgotten;
    }

    /** Loads the cells' classes. */
    ClassLoader loader() {
        return snippets.get().loader();
    }

    private void runScripts(Cancellation cancellation) {
        session.enter();
        if (scripted || scripts.isEmpty()) {
            return;
        }
        scripted = true;
        early.endWith(cancellation);
        RunningCell cell =
                new RunningCell(runtime, group, 0, early, snippets.get().cells(), values);
        running = cell;
        cell.begin();
        try {
            for (String complaint : cell.call(scripts::run)) {
                early.stream(Outputs.Channel.STDERR, complaint + "\n");
            }
        } catch (Exception | StopCheck.CellStopped e) {
            early.stream(Outputs.Channel.STDERR, SENTENCES.say("start.stopped", e.getMessage()) + "\n");
        } finally {
            running = null;
            cell.finish();
            alive.add(cell);
        }
    }

    @Override
    public Outcome run(String code, int count, Outputs outputs) {
        RunningCell cell =
                new RunningCell(runtime, group, count, outputs, snippets.get().cells(), values);
        rehearsed = REHEARSALS; // real cells go on from here
        try {
            runScripts(outputs.cancellation());
            startup.run();
            early.release(outputs);
            session.enter();
            log.begin(count, code);
            return run(cell, code);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Traceback.of(e, snippets.get().cells());
        } finally {
            running = null;
            cell.finish();
            forgetCells();
            alive.add(cell);
        }
    }

    /** Lets cells go, with all that they have shown, of which nothing runs any more. */
    private void forgetCells() {
        alive.removeIf(earlier -> {
            boolean over = earlier.isOver();
            if (over) {
                earlier.group().release();
            }
            return over;
        });
    }

    private Outcome run(RunningCell cell, String code) {
        try (TimeLimit limit = new TimeLimit(cell, preferences.timeout())) {
            running = cell;
            if (cell.isStopped()) {
                return interrupted(cell);
            }
            cell.begin();
            return run(cell, code, limit);
        }
    }

    private Outcome run(RunningCell cell, String code, TimeLimit limit) {
        List<Extension> hearing =
                added.all().stream().filter(Extension::hearsCells).toList();
        boolean done = false;
        try {
            for (Extension each : hearing) {
                onCellThread(cell, () -> told(() -> each.cellBegins(code)));
            }
            List<MimeBundle> shown = runParts(cell, ValueMagics.rewritten(MarkedLines.asComments(code), magics::knows));
            done = !cell.isStopped();
            return cell.isStopped() ? limit.failure().orElse(interrupted(cell)) : new Outcome.Done(shown);
        } catch (CellFailure e) {
            return cell.isStopped() ? limit.failure().orElse(interrupted(cell)) : told(cell, e);
        } catch (StopCheck.CellStopped e) {
            return limit.failure().orElse(interrupted(cell));
        } finally {
            boolean failed = !done;
            hearing.forEach(each -> end(cell, each, failed));
        }
    }

    private static boolean told(Runnable hearing) {
        hearing.run();
        return true;
    }

    /** A cell that was stopped runs nothing any more, so that its end is told from here. */
    private static void end(RunningCell cell, Extension hearing, boolean failed) {
        try {
            cell.call(() -> told(() -> hearing.cellEnds(failed)));
        } catch (StopCheck.CellStopped e) {
            hearing.cellEnds(failed);
        } catch (Exception e) {
            cell.outputs().stream(Outputs.Channel.STDERR, e.getMessage() + "\n");
        }
    }

    private List<Extension> extensions() {
        return added.all();
    }

    private List<MimeBundle> runParts(RunningCell cell, String code) throws CellFailure {
        List<CellParts.Part> parts = parts(code);
        List<MimeBundle> shown = List.of();
        for (int i = 0; i < parts.size(); i++) {
            Optional<JShellSession.Value> value = runPart(cell, place(), code, parts.get(i));
            boolean last = i == parts.size() - 1;
            boolean wanted = value.isPresent() && (last || !(parts.get(i) instanceof CellParts.Java));
            shown = wanted
                    ? onCellThread(cell, () -> shown(cell, value.orElseThrow().content()))
                    : List.of();
            if (!last) {
                shown.forEach(b -> cell.outputs().display(b, Optional.empty()));
            }
        }
        return shown;
    }

    /** What is still to come is no result but an output, which can be replaced. */
    private List<MimeBundle> shown(RunningCell cell, @Nullable Object value) {
        if (value instanceof CompletableFuture<?> future && !future.isDone()) {
            cell.display(value, UUID.randomUUID().toString());
            return List.of();
        }
        return value == null && !Kernel.showNullExecutionResult ? List.of() : values.show(value);
    }

    private List<CellParts.Part> parts(String code) {
        compiler.lock();
        try {
            return CellParts.of(code, snippets.get().analysis(), magics::knows);
        } finally {
            compiler.unlock();
        }
    }

    private Optional<JShellSession.Value> runPart(RunningCell cell, String name, String code, CellParts.Part part)
            throws CellFailure {
        if (part instanceof CellParts.Java java) {
            return snippets.get().run(cell, new SourceLocation(name, code, java.offset()), java.text());
        }
        if (part instanceof CellParts.Shell line && snippets.get().isExpression("!" + line.command())) {
            return snippets.get().run(cell, new SourceLocation(name, code, line.offset()), "!" + line.command());
        }
        if (part instanceof CellParts.Shell command) {
            onCellThread(cell, () -> shell.run(command.command()));
            return Optional.empty();
        }
        if (part instanceof CellParts.Question asked) {
            cell.outputs().page(onCellThread(cell, () -> questions.answer(asked.name(), asked.detailed())));
            return Optional.empty();
        }
        CellParts.Magic called = (CellParts.Magic) part;
        String arguments = Placeholders.filled(
                called.arguments(),
                snippets.get().ask(it -> it.variables().map(VarSnippet::name).collect(Collectors.toSet())),
                variable -> runText(name, variable));
        Object value = onCellThread(cell, () -> magics.run(called.name(), arguments, called.body()));
        return Optional.ofNullable(value).map(JShellSession.Value::new);
    }

    private String place() {
        RunningCell cell = running;
        return cell == null ? SourceLocation.START : "In[" + cell.count() + "]";
    }

    /** A cell's text that a magic brings, on the thread of the cell that called it. */
    private @Nullable Object runText(String name, String text) throws CellFailure {
        startup.run();
        RunningCell cell = running;
        if (cell == null) {
            throw CellFailure.sentence("MagicException", SENTENCES.say("no.cell.run", name));
        }
        String code = ValueMagics.rewritten(text, magics::knows);
        Optional<JShellSession.Value> value = Optional.empty();
        for (CellParts.Part part : parts(code)) {
            value = runPart(cell, name, code, part);
        }
        return value.map(JShellSession.Value::content).orElse(null);
    }

    /** As {@link #runText}, for a caller in Java: what the text throws is thrown. */
    private @Nullable Object evaluated(String name, String text) throws Exception {
        try {
            return runText(name, text);
        } catch (CellFailure failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof Exception thrown ? thrown : failure;
        }
    }

    private <T extends @Nullable Object> T onCellThread(RunningCell cell, java.util.concurrent.Callable<T> task)
            throws CellFailure {
        try {
            return cell.call(task);
        } catch (MagicException e) {
            throw CellFailure.sentence("MagicException", String.valueOf(e.getMessage()));
        } catch (LineException e) {
            throw CellFailure.sentence("MagicException", e.sentence());
        } catch (CellFailure | StopCheck.CellStopped e) {
            throw e;
        } catch (Throwable e) {
            throw CellFailure.thrown(e, snippets.get().cells());
        }
    }

    /** An exception's text is made of its own methods: on the cell's thread they can be interrupted. */
    private static Outcome told(RunningCell cell, CellFailure failure) {
        try {
            return cell.call(failure::outcome);
        } catch (StopCheck.CellStopped e) {
            return interrupted(cell);
        } catch (Exception e) {
            return CellFailure.sentence("KernelError", SENTENCES.say("kernel.telling", e))
                    .outcome();
        }
    }

    private static Outcome interrupted(RunningCell cell) {
        String key = cell.isAbandoned()
                ? "interrupted.background"
                : cell.hasLostSocket() ? "interrupted.socket" : "interrupted";
        String sentence = SENTENCES.say(key);
        return new Outcome.Failed("Interrupted", sentence, List.of(Paint.BOLD.on("Interrupted") + ": " + sentence));
    }

    @Override
    public Completeness completeness(String code) {
        return assistance.completeness(MarkedLines.asComments(code));
    }

    @Override
    public Completions complete(String code, int cursor) {
        return assistance.complete(code, cursor);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
        return assistance.inspect(code, cursor, detailed);
    }

    /** Stops the running cell, if any; returns at once. */
    public void interrupt() {
        interrupt(Cancellation.PATIENCE);
    }

    /** @param patience how long the cell may take before it is left in the background */
    void interrupt(java.time.Duration patience) {
        RunningCell cell = running;
        if (cell != null) {
            cell.stop(patience);
        }
    }

    @Override
    public void close() {
        alive.forEach(cell -> cell.stop(java.time.Duration.ZERO));
        interrupt();
        added.close();
        shell.close();
        snippets.close();
        streams.close();
        runtime.close();
        process.restore();
    }
}
