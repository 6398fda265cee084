package porthole.jupyter.wire.zmtp;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/** One connection: its handshake, the messages that come, and those that wait to go out. Any thread may send. */
final class Connection {
    private static final Sentences SENTENCES = Sentences.of(Connection.class);

    /** The longest message, in bytes; a notebook's cell is a thousandth of it. */
    private static final long LONGEST_MESSAGE = 256L * 1024 * 1024;

    private static final long LONGEST_READY = 8 * 1024;

    /** What a frame costs besides its bytes, so that a message of empty frames has an end too. */
    private static final int FRAME = 64;

    private static final int PIECE = 64 * 1024;

    private static final AtomicLong COUNT = new AtomicLong();

    private final long number = COUNT.incrementAndGet();
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Pattern pattern;
    private final Greeting greeting;
    private final Mechanism mechanism;
    private final FrameReader reader = new FrameReader();
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
    private long backlog;
    private List<byte[]> message = new ArrayList<>();
    private long left = LONGEST_READY;
    private boolean greeted;
    private volatile @Nullable Ready peer;
    private boolean closed;

    /** @param channel not blocking */
    Connection(SocketChannel channel, Selector selector, Pattern pattern, Mechanism.Maker mechanism)
            throws IOException {
        this.channel = channel;
        this.pattern = pattern;
        this.greeting = new Greeting(mechanism);
        this.mechanism = mechanism.of(pattern.socketType());
        this.key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(this);
        write(greeting.opening());
    }

    /** No other connection of this process has the same; newer ones have higher ones. */
    long number() {
        return number;
    }

    /** How the other end wants to be known; empty where it does not mind. */
    byte[] identity() {
        Ready ready = peer;
        return ready == null ? new byte[0] : ready.identity();
    }

    /**
     * Takes what has come.
     *
     * @param room to read into
     * @throws IOException at the end of the connection, too
     */
    void read(ByteBuffer room) throws IOException, ProtocolException {
        if (channel.read(room.clear()) < 0) {
            throw new EOFException();
        }
        room.flip();
        if (!greeted) {
            greeted = greeting.take(room);
            if (greeted) {
                begin();
            }
        }
        Frame frame = greeted ? reader.next(room, left) : null;
        while (frame != null) {
            take(frame);
            frame = reader.next(room, left);
        }
    }

    private void begin() {
        write(greeting.rest());
        Frame first = mechanism.first();
        if (first != null) {
            write(first.bytes());
        }
    }

    private void take(Frame sealed) throws ProtocolException {
        if (peer == null) {
            shakeHands(sealed);
            return;
        }
        Frame frame = mechanism.open(sealed);
        if (frame.command()) {
            obey(frame);
        } else {
            message.add(frame.body());
            left -= FRAME + frame.body().length;
            if (!frame.more()) {
                List<byte[]> whole = message;
                message = new ArrayList<>();
                left = LONGEST_MESSAGE;
                pattern.received(this, whole);
            }
        }
    }

    private void shakeHands(Frame command) throws ProtocolException {
        if (!command.command()) {
            throw new ProtocolException(SENTENCES.say("peer.first", Ready.NAME));
        }
        Frame answer = mechanism.take(command);
        if (answer != null) {
            write(answer.bytes());
        }
        Ready ready = mechanism.peer();
        if (ready != null) {
            if (!pattern.suits(ready.socketType())) {
                throw new ProtocolException(SENTENCES.say("peer.type", ready.socketType(), pattern.socketType()));
            }
            peer = ready;
            left = LONGEST_MESSAGE;
            pattern.opened(this);
        }
    }

    private void obey(Frame command) {
        if (command.isCommand("PING") && command.data().length >= Short.BYTES) {
            byte[] data = command.data(); // for how long to wait, then what PONG must say again
            Frame pong = Frame.command("PONG", java.util.Arrays.copyOfRange(data, Short.BYTES, data.length));
            synchronized (this) {
                write(mechanism.seal(pong));
            }
        }
    }

    /** Sends {@code message} now, or as soon as the other end takes it. Nothing happens if it has gone. */
    synchronized void send(Outgoing message) {
        if (!closed) {
            write(mechanism.seal(message));
        }
    }

    private synchronized void write(ByteBuffer bytes) {
        if (closed) {
            return;
        }
        waiting.add(bytes);
        backlog += bytes.remaining();
        if (waiting.size() == 1) {
            flush();
        }
    }

    /** Bytes that wait because the other end has not taken them. */
    synchronized long backlog() {
        return backlog;
    }

    /** Sends of what waits as much as the other end takes. */
    synchronized void flush() {
        try {
            while (!waiting.isEmpty()) {
                if (!wrote(waiting.element())) {
                    awaitRoom();
                    return;
                }
                if (!waiting.element().hasRemaining()) {
                    waiting.remove();
                }
            }
            if (key.interestOps() != SelectionKey.OP_READ) {
                key.interestOps(SelectionKey.OP_READ);
                notifyAll();
            }
        } catch (IOException | RuntimeException e) { // also where the key was cancelled meanwhile
            close();
        }
    }

    /** Writes a piece, since the JDK keeps a copy as large as what it is given; whether all of the piece was taken. */
    private boolean wrote(ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        bytes.limit(Math.min(end, bytes.position() + PIECE));
        backlog -= channel.write(bytes);
        boolean taken = !bytes.hasRemaining();
        bytes.limit(end);
        return taken;
    }

    private void awaitRoom() {
        if ((key.interestOps() & SelectionKey.OP_WRITE) == 0) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
            key.selector().wakeup();
        }
    }

    /** Waits until all is sent, but not beyond {@code deadline}, a moment of {@link System#nanoTime}. */
    synchronized void awaitSent(long deadline) throws InterruptedException {
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        while (!closed && !waiting.isEmpty() && milliseconds > 0) {
            wait(milliseconds);
            milliseconds = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
    }

    /** Ends the connection, once. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
            backlog = 0;
            notifyAll();
        }
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is all that was wanted.
        }
        pattern.closed(this);
    }
}
