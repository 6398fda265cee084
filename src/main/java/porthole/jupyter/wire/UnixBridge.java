package porthole.jupyter.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Unix socket in front of one of JeroMQ's TCP sockets, because JeroMQ 0.6.0 has none: what it calls {@code ipc} is TCP
 * at a port made from the name, where no other implementation of ZeroMQ looks. The bytes are the same on both.
 */
final class UnixBridge {
    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private final InetSocketAddress inner;
    private final ServerSocketChannel server;

    /**
     * Listens at {@code path}.
     *
     * @param port where the TCP socket listens on loopback
     */
    UnixBridge(Path path, int port) throws IOException {
        this.path = path;
        this.inner = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        // A kernel that was killed has left its own behind.
        Files.deleteIfExists(path);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        start(this::accept);
    }

    /** Listens no more. What is connected stays so until the TCP socket closes. */
    void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next kernel at this path removes it.
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                SocketChannel kernel = SocketChannel.open(inner);
                start(() -> copy(client, kernel));
                start(() -> copy(kernel, client));
            } catch (IOException e) {
                // Closed, or the client has gone away before it was served.
            }
        }
    }

    /** Until either end closes; then the other is closed too. */
    private static void copy(ByteChannel from, ByteChannel to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
        try (from;
                to) {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            // The other direction has closed both.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "jupyter-unix");
        thread.setDaemon(true);
        thread.start();
    }
}
