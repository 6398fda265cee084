package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Jupyter with the packaged kernel, on a free port of this machine. */
final class JupyterServer implements AutoCloseable {
    private final Process process;
    private final int port;

    /**
     * @param where the words before a command that bring it to where the program is; none: this machine
     * @param program the server and its own options
     * @param home where the kernel is installed and the server keeps its own files
     * @param notebooks the folder that it shows
     */
    JupyterServer(List<String> where, List<String> program, Path home, Path notebooks) throws Exception {
        Path jupyterPath = Installed.in(where, home);
        port = freePort();
        Files.createDirectories(Path.of("target", "browser"));
        // Where the program is looked for depends on HOME, too: it is set behind these words.
        List<String> environment = List.of("/usr/bin/env", "JUPYTER_PATH=" + jupyterPath, "HOME=" + home);
        List<String> common = List.of(
                "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=" + port, "--notebook-dir=" + notebooks);
        ProcessBuilder start = new ProcessBuilder(Stream.of(where, environment, program, common)
                .flatMap(List::stream)
                .toList());
        process = start.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "browser", "jupyter.log").toFile())
                .start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly(); // Lab, asked while it starts a kernel, waits for ever
        }
        assertTrue(ended, "Jupyter did not end within 20 s");
    }
}
