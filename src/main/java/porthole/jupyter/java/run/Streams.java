package porthole.jupyter.java.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;

/**
 * Takes the process's standard streams over: what a thread prints goes to its cell, what it reads comes from there. They
 * are the process's, so all its interpreters share them, and the last one that ends gives them back.
 */
public final class Streams {
    private static final Sentences SENTENCES = Sentences.of(Streams.class);

    private final PrintStream oldOut = System.out;
    private final PrintStream oldErr = System.err;
    private final InputStream oldIn = System.in;
    private final PrintStream out = printer(Outputs.Channel.STDOUT);
    private final PrintStream err = printer(Outputs.Channel.STDERR);
    private final InputStream in = new Lines();

    private static final Set<Use> USES = new HashSet<>();
    private static @Nullable Streams taken;

    private Streams() {
        take();
    }

    /** Takes them over, unless another interpreter has. */
    public static Use use() {
        synchronized (USES) {
            Streams streams = taken;
            if (streams == null) {
                streams = new Streams();
                taken = streams;
            }
            Use use = new Use(streams);
            USES.add(use);
            return use;
        }
    }

    /** An interpreter's hold on them. */
    public static final class Use implements AutoCloseable {
        private final Streams streams;

        private Use(Streams streams) {
            this.streams = streams;
        }

        /** Takes them over again, whatever cells have put there. */
        public void take() {
            streams.take();
        }

        /** Gives them back, where no other interpreter needs them. */
        @Override
        public void close() {
            synchronized (USES) {
                if (USES.remove(this) && USES.isEmpty()) {
                    streams.giveBack();
                    taken = null;
                }
            }
        }
    }

    private void take() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    private PrintStream printer(Outputs.Channel channel) {
        return new PrintStream(new Router(channel, oldErr), true, StandardCharsets.UTF_8) {
            /** A cell that closes a writer on it has ended its own printing, not that of later cells. */
            @Override
            public void close() {
                flush();
            }
        };
    }

    private void giveBack() {
        System.setOut(oldOut);
        System.setErr(oldErr);
        System.setIn(oldIn);
    }

    private static final class Router extends OutputStream {
        private final Outputs.Channel channel;
        private final OutputStream elsewhere;
        private final Map<RunningCell, Decoder> decoders = new WeakHashMap<>();

        Router(Outputs.Channel channel, OutputStream elsewhere) {
            this.channel = channel;
            this.elsewhere = elsewhere;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            RunningCell cell = RunningCell.current();
            if (cell == null || cell.worker().isCompiledHere()) { // javac's report on itself is for the kernel's log
                elsewhere.write(bytes, offset, length);
                return;
            }
            Decoder decoder = Objects.requireNonNull(decoders.computeIfAbsent(cell, c -> new Decoder()));
            String text = decoder.decode(bytes, offset, length);
            if (!text.isEmpty()) {
                cell.output().printed().add(channel, text);
            }
        }

        @Override
        public void flush() throws IOException {
            elsewhere.flush();
        }
    }

    /** Bytes to text where a character may be split between two writes. */
    private static final class Decoder {
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer rest = ByteBuffer.allocate(0);

        String decode(byte[] bytes, int offset, int length) {
            ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
            all.put(rest).put(bytes, offset, length).flip();
            CharBuffer text = CharBuffer.allocate(all.remaining());
            utf8.decode(all, text, false);
            rest = all;
            return text.flip().toString();
        }
    }

    /** Standard input, a line at a time. */
    private static final class Lines extends InputStream {
        private byte[] line = new byte[0];
        private int next;

        @Override
        public synchronized int read() throws IOException {
            fill();
            return line[next++] & 0xFF;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            if (length == 0) {
                return 0;
            }
            fill();
            int taken = Math.min(length, line.length - next);
            System.arraycopy(line, next, into, offset, taken);
            next += taken;
            return taken;
        }

        @Override
        public synchronized int available() {
            return line.length - next;
        }

        private void fill() throws IOException {
            if (next == line.length) {
                line = (ask(RunningCell.current()) + "\n").getBytes(StandardCharsets.UTF_8);
                next = 0;
            }
        }

        private static String ask(@Nullable RunningCell cell) throws IOException {
            if (cell == null) {
                throw new IOException(SENTENCES.say("input.nobody"));
            }
            try {
                return cell.outputs().input("", false);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException(SENTENCES.say("input.interrupted"));
            } catch (Outputs.InputException e) {
                throw new NoInput(String.valueOf(e.getMessage()));
            }
        }
    }
}
