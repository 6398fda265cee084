package porthole.jupyter.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;
import porthole.jupyter.magic.SimpleMagic;

/** The magics that run Java text: {@code %time}, {@code %load}. */
final class JavaMagics {
    private final Runner runner;

    JavaMagics(Runner runner) {
        this.runner = runner;
    }

    /** Runs Java text in the session. */
    interface Runner {
        /** The text's value; {@code name} stands in its errors. */
        @Nullable
        Object run(String name, String text) throws CellFailure;
    }

    List<Magic> all() {
        return List.of(
                new SimpleMagic("time", "%time CODE, or a whole cell: how long it takes, beside its value", this::time),
                new SimpleMagic("load", "%load FILE: runs a file of Java snippets in this session", (a, b) -> load(a)));
    }

    private @Nullable Object time(String arguments, @Nullable String body) throws CellFailure {
        long start = System.nanoTime();
        Object value = runner.run("%time", body == null ? arguments : arguments + "\n" + body);
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf("Took %.1f ms%n", millis);
        return value;
    }

    private @Nullable Object load(String file) throws CellFailure, MagicException {
        try {
            return runner.run(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new MagicException("No readable file \"" + file + "\" in "
                    + Path.of("").toAbsolutePath() + "; %load takes a file of Java snippets.");
        }
    }
}
