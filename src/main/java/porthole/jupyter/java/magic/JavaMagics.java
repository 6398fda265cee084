package porthole.jupyter.java.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.run.StopCheck;
import porthole.jupyter.java.run.TextRunner;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.NotebookFile;
import porthole.jupyter.magic.SimpleMagic;

/** The magics that run Java text: {@code %time}, {@code %timeit}, {@code %load}. */
public final class JavaMagics {
    private static final Sentences SENTENCES = Sentences.of(JavaMagics.class);

    private static final List<String> ENDINGS = List.of("", ".jsh", ".jshell", ".java", ".ipynb");
    private static final Pattern LOOPS = Pattern.compile("-n\\s*(\\d+)\\s+(.*)", Pattern.DOTALL);
    private static final int BATCHES = 7;

    /** So long a batch of {@code %timeit} runs at least, in nanoseconds. */
    private static final long BATCH = 50_000_000;

    /** A line that is not Java takes its own time, which is no compiler's. */
    private static final Pattern OTHER = Pattern.compile("(?m)^\\s*[%!]");

    private final TextRunner runner;
    private final LongSupplier ran;

    /** @param ran for how long the code of cells has run so far, in nanoseconds */
    public JavaMagics(TextRunner runner, LongSupplier ran) {
        this.runner = runner;
        this.ran = ran;
    }

    public List<Magic> all() {
        return List.of(
                new SimpleMagic("time", SENTENCES, "help.time", this::time),
                new SimpleMagic("timeit", SENTENCES, "help.timeit", this::timeit),
                new SimpleMagic("load", SENTENCES, "help.load", (a, b) -> load(a)));
    }

    private @Nullable Object time(String arguments, @Nullable String body) throws Exception {
        String code = code(arguments, body);
        long before = ran.getAsLong();
        long start = System.nanoTime();
        Object value = runner.run("%time", code);
        long took = System.nanoTime() - start;
        long work = ran.getAsLong() - before;
        boolean apart = work > 0 && work < took && !OTHER.matcher(code).find();
        System.out.println(
                apart
                        ? SENTENCES.say("time.took.apart", duration((double) work), duration((double) (took - work)))
                        : SENTENCES.say("time.took", duration((double) took)));
        return value;
    }

    private static String code(String arguments, @Nullable String body) {
        return body == null ? arguments : arguments + "\n" + body;
    }

    private @Nullable Object timeit(String arguments, @Nullable String body) throws Exception {
        String code = code(arguments, body).strip();
        Matcher loops = LOOPS.matcher(code);
        long wanted = loops.matches() ? Long.parseLong(loops.group(1)) : 0;
        code = loops.matches() ? loops.group(2).strip() : code;
        if (code.isEmpty()) {
            throw new MagicException(SENTENCES.say("timeit.missing"));
        }
        boolean isExpression = body == null && !code.endsWith(";") && !code.endsWith("}");
        String lambda = isExpression ? code : "{\n" + code + (code.endsWith("}") ? "" : ";") + "\nreturn null; }";
        Callable<?> task =
                (Callable<?>) runner.run("%timeit", "(java.util.concurrent.Callable<Object>) () -> " + lambda);
        if (task == null) {
            throw new MagicException(SENTENCES.say("timeit.not", code));
        }
        long n = wanted > 0 ? wanted : loops(task);
        double[] each = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            each[i] = run(task, n) / (double) n;
        }
        Arrays.sort(each);
        System.out.println(SENTENCES.say(
                n == 1 ? "timeit.one" : "timeit.many",
                duration(each[BATCHES / 2]),
                duration(each[0]),
                duration(each[BATCHES - 1]),
                BATCHES,
                n));
        return null;
    }

    private static long loops(Callable<?> task) throws Exception {
        long n = 1;
        while (run(task, n) < BATCH && n < 1L << 30) {
            n *= 2;
        }
        return n;
    }

    private static long run(Callable<?> task, long n) throws Exception {
        long start = System.nanoTime();
        for (long i = 0; i < n; i++) {
            StopCheck.check();
            task.call();
        }
        return System.nanoTime() - start;
    }

    private static String duration(double nanos) {
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
        }
        return nanos < 1e10
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }

    private @Nullable Object load(String arguments) throws Exception {
        List<String> files = Arguments.of(arguments);
        if (files.isEmpty()) {
            throw new MagicException(SENTENCES.say("load.missing"));
        }
        Object last = null;
        for (String file : files) {
            last = loadFile(file);
        }
        return last;
    }

    @Nullable
    public Object loadFile(String file) throws Exception {
        Path path = ENDINGS.stream()
                .map(ending -> Path.of(file + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(Path.of(file));
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new MagicException(
                    SENTENCES.say("load.unreadable", file, Path.of("").toAbsolutePath()));
        }
        if (!path.toString().endsWith(".ipynb")) {
            return runner.run(path.toString(), text);
        }
        List<String> cells = NotebookFile.code(file, text);
        for (int i = 0; i < cells.size(); i++) {
            runner.run(path + "[" + (i + 1) + "]", cells.get(i));
        }
        return null; // a notebook that is loaded is loaded for what it declares
    }
}
