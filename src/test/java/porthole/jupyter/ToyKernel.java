package porthole.jupyter;

import java.nio.file.Path;
import java.util.List;

/** A kernel process of the toy language, to be driven by a real client: {@code ToyKernel CONNECTION_FILE}. */
public final class ToyKernel {
    private ToyKernel() {}

    public static void main(String[] arguments) {
        System.exit(Kernel.run(Path.of(arguments[0]), ToyInterpreter::new, List.of()));
    }
}
