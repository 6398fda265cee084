package porthole.jupyter;

import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.java.JavaInterpreter;
import porthole.jupyter.wire.ConnectionFile;

/** The Java kernel without extensions, over either transport, to be measured: {@code WireKernel own|jeromq FILE}. */
public final class WireKernel {
    private WireKernel() {}

    public static void main(String[] arguments) throws Exception {
        ConnectionFile connection = ConnectionFile.read(Path.of(arguments[1]));
        Kernel kernel = arguments[0].equals("own")
                ? new Kernel(connection, () -> new JavaInterpreter(List.of()), List.of())
                : new Kernel(connection, () -> new JavaInterpreter(List.of()), List.of(), JeroMqTransport::new);
        kernel.run();
        System.exit(0);
    }
}
