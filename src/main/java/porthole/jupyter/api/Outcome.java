package porthole.jupyter.api;

import java.util.List;

/** How a cell ended. */
public sealed interface Outcome {
    /**
     * All of it ran.
     *
     * @param outputs the last expression's value, shown: the first is the {@code execute_result}, the others follow as
     *     {@code display_data}; empty where there is nothing to show
     */
    record Done(List<porthole.display.MimeBundle> outputs) implements Outcome {
        public Done {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * It failed, did not compile, or was interrupted.
     *
     * @param name short class of error: {@code CompilationError}, {@code ArithmeticException}, {@code Interrupted}
     * @param message one sentence
     * @param traceback lines to show, with ANSI colours; the person's own lines marked
     */
    record Failed(String name, String message, List<String> traceback) implements Outcome {
        public Failed {
            traceback = List.copyOf(traceback);
        }
    }
}
