package porthole.jupyter.api;

import java.util.List;

/** How a cell ended, which decides about the kernel's {@code execute_reply}: status {@code ok} or {@code error}. */
public sealed interface Outcome {
    /**
     * The whole cell ran.
     *
     * @param outputs the value of the cell's last expression: the first becomes Jupyter's {@code execute_result}, any
     *     others {@code display_data} after it; empty if the cell has no value
     */
    record Done(List<porthole.display.MimeBundle> outputs) implements Outcome {
        public Done {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * The cell threw an exception, did not compile, or was interrupted. Cells that were sent before this was known are not
     * run.
     *
     * @param name the kind of error, such as {@code CompilationError}, {@code ArithmeticException} or {@code Interrupted}:
     *     the reply's "ename"
     * @param message one sentence: the reply's "evalue"
     * @param traceback the lines that the front end shows, with ANSI colours; the lines of the person's own cells are marked
     */
    record Failed(String name, String message, List<String> traceback) implements Outcome {
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }
}
