package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Jupyter Notebook 6 with the packaged kernel, on a free port of this machine. */
final class JupyterNotebook implements AutoCloseable {
    private final Process process;
    private final int port;

    /**
     * @param home where the kernel is installed and the server keeps its own files
     * @param notebooks the folder that it shows
     */
    JupyterNotebook(Path home, Path notebooks) throws Exception {
        Path jupyterPath = Installed.in(home);
        port = freePort();
        Files.createDirectories(Path.of("target", "browser"));
        ProcessBuilder start = new ProcessBuilder(
                "/usr/bin/jupyter-notebook",
                "--no-browser",
                "--allow-root",
                "--ip=127.0.0.1",
                "--port=" + port,
                "--NotebookApp.token=",
                "--NotebookApp.password=",
                "--notebook-dir=" + notebooks);
        start.environment().put("JUPYTER_PATH", jupyterPath.toString());
        start.environment().put("HOME", home.toString());
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
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "Jupyter did not end within 20 s");
    }
}
