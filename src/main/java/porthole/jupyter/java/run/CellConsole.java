package porthole.jupyter.java.run;

import java.io.Console;
import java.lang.reflect.Field;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;

/** The front end as {@code java.io.Console}: a question in the notebook, a password that is not shown. */
final class CellConsole {
    private static final Sentences SENTENCES = Sentences.of(CellConsole.class);

    /** Stands for it; its own methods are never called, {@link CellCalls} has them. */
    static final Console INSTANCE = make();

    private CellConsole() {}

    // The class has no constructor that can be called, and none of its own state is wanted.
    private static Console make() {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Console) type.getMethod("allocateInstance", Class.class).invoke(field.get(null), Console.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(SENTENCES.say("input.console"), e);
        }
    }

    /** @throws NoInput with the reason where nobody can be asked */
    static String ask(String prompt, boolean password) {
        RunningCell cell = RunningCell.current();
        if (cell == null) {
            throw new NoInput(SENTENCES.say("input.nobody"));
        }
        try {
            return cell.outputs().input(prompt, password);
        } catch (InterruptedException e) {
            StopCheck.check();
            Thread.currentThread().interrupt();
            throw new NoInput(SENTENCES.say("input.interrupted"));
        } catch (Outputs.InputException e) {
            throw new NoInput(String.valueOf(e.getMessage()));
        }
    }
}
