package porthole.jupyter.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The connecting end of a ZeroMQ socket with nothing around it (ZMTP 3.0, mechanism NULL): no thread of its own, so that
 * what is measured is the kernel and not its front end's library. JeroMQ 0.6.0 is no such end for tests either: now and
 * then it never reads from a connection that it has made (its pull request 1022). libzmq is in the checks with Jupyter's
 * own client.
 */
public final class BareSocket implements AutoCloseable {
    /** How soon a connection that was refused is tried again. */
    private static final long RETRY = TimeUnit.MILLISECONDS.toNanos(1);

    private static final int GREETING = 64;
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;

    private final SocketChannel channel;
    private ByteBuffer come = ByteBuffer.allocate(1 << 16).flip();
    private final List<byte[]> message = new ArrayList<>();
    private @Nullable Waiting own;

    private BareSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects as soon as there is somebody.
     *
     * @param type {@code DEALER} or {@code SUB}
     * @param alive whether there still may come somebody
     */
    public static BareSocket connect(String type, int port, BooleanSupplier alive) throws IOException {
        return connect(type, "", port, alive);
    }

    /** As above, under an identity. */
    public static BareSocket connect(String type, String identity, int port, BooleanSupplier alive) throws IOException {
        while (true) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                BareSocket socket = new BareSocket(channel);
                socket.shakeHands(type, identity);
                return socket;
            } catch (IOException e) {
                channel.close();
                if (!alive.getAsBoolean()) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY);
            }
        }
    }

    private void shakeHands(String type, String identity) throws IOException {
        ByteBuffer greeting = ByteBuffer.allocate(GREETING);
        greeting.put((byte) 0xFF)
                .putLong(1)
                .put((byte) 0x7F)
                .put((byte) 3)
                .put((byte) 0)
                .put("NULL".getBytes(US_ASCII));
        channel.write(greeting.clear());
        while (come.remaining() < GREETING) {
            fill();
        }
        come.position(come.position() + GREETING);
        ByteBuffer ready = ByteBuffer.allocate(128);
        ready.put((byte) COMMAND).put((byte) 0).put("\u0005READY\u000BSocket-Type".getBytes(US_ASCII));
        ready.putInt(type.length()).put(type.getBytes(US_ASCII));
        ready.put("\u0008Identity".getBytes(US_ASCII));
        ready.putInt(identity.length()).put(identity.getBytes(US_ASCII));
        ready.put(1, (byte) (ready.position() - 2));
        channel.write(ready.flip());
    }

    /** The next message, which comes within ten seconds. */
    public List<byte[]> receive() throws IOException {
        if (own == null) {
            own = new Waiting();
        }
        if (own.any(10_000, this) == null) {
            throw new IOException("Nothing came within 10 s.");
        }
        return take();
    }

    /** Waits for several sockets. */
    public static final class Waiting implements AutoCloseable {
        private final Selector selector;

        public Waiting() throws IOException {
            selector = Selector.open();
        }

        /** Waits until {@code sockets} have something, at most so long; which of them has, or {@code null}. */
        public @Nullable BareSocket any(long milliseconds, BareSocket... sockets) throws IOException {
            for (BareSocket socket : sockets) {
                if (socket.parse()) {
                    return socket;
                }
            }
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
            for (BareSocket socket : sockets) {
                socket.channel.configureBlocking(false);
                socket.channel.register(selector, SelectionKey.OP_READ, socket);
            }
            for (long left = milliseconds;
                    left > 0;
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
                selector.select(left);
                List<SelectionKey> keys = List.copyOf(selector.selectedKeys());
                selector.selectedKeys().clear();
                for (SelectionKey key : keys) {
                    BareSocket socket = (BareSocket) key.attachment();
                    socket.fill();
                    if (List.of(sockets).contains(socket) && socket.parse()) {
                        return socket;
                    }
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            selector.close();
        }
    }

    /** The message that {@link Waiting#any} has found. */
    public List<byte[]> take() {
        List<byte[]> whole = List.copyOf(message);
        message.clear();
        return whole;
    }

    private void fill() throws IOException {
        come.compact();
        if (!come.hasRemaining()) {
            come = ByteBuffer.allocate(2 * come.capacity()).put(come.flip());
        }
        if (channel.read(come) < 0) {
            throw new EOFException("the kernel has closed the connection");
        }
        come.flip();
    }

    /** Whether a whole message has come. */
    private boolean parse() {
        while (come.remaining() >= 2) {
            int start = come.position();
            int flags = come.get(start);
            boolean isLong = (flags & LONG) != 0;
            int head = isLong ? 9 : 2;
            long size = isLong && come.remaining() >= head ? come.getLong(start + 1) : come.get(start + 1) & 0xFF;
            if (come.remaining() < head + size) {
                return false;
            }
            byte[] body = Arrays.copyOfRange(come.array(), start + head, start + head + (int) size);
            come.position(start + head + (int) size);
            if ((flags & COMMAND) == 0) {
                message.add(body);
                if ((flags & MORE) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    public void send(List<byte[]> frames) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(frames.stream().mapToInt(f -> 9 + f.length).sum());
        for (int i = 0; i < frames.size(); i++) {
            bytes.put((byte) (LONG | (i + 1 < frames.size() ? MORE : 0)))
                    .putLong(frames.get(i).length)
                    .put(frames.get(i));
        }
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
        channel.close();
    }
}
