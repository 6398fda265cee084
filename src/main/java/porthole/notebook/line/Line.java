package porthole.notebook.line;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.engine.Docker;

/** One command of the grammar: its fields are filled from the line, then it is called; the result is the cell's value. */
abstract class Line implements Callable<@Nullable Object> {
    /** What it speaks to. */
    final Docker docker;

    Line(Docker docker) {
        this.docker = docker;
    }

    /** Hands {@code value} on where the line had it. */
    static void given(@Nullable String value, Consumer<String> to) {
        if (value != null) {
            to.accept(value);
        }
    }
}
