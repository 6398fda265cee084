package porthole.engine.recording;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer while it comes. */
final class Heard {
    /** So much of one answer is kept, in bytes. */
    static final int MOST = 4 << 20;

    /** What comes within so many milliseconds is one piece. */
    private static final long TOGETHER = 5;

    private final Asked asked;
    private final boolean state;
    private final long begun = System.nanoTime();
    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream();
    private long lastBegun;
    private long lastHeard;
    private int length;
    private int status;
    private boolean whole;

    Heard(Asked asked, boolean state) {
        this.asked = asked;
        this.state = state;
    }

    Asked asked() {
        return asked;
    }

    synchronized void status(int code) {
        status = code;
    }

    synchronized void add(byte[] bytes, int offset, int count) {
        if (length + count > MOST) {
            length = MOST;
            return; // it will not be whole
        }
        long now = (System.nanoTime() - begun) / 1_000_000;
        if (last.size() > 0 && now - lastHeard > TOGETHER) {
            flush();
        }
        if (last.size() == 0) {
            lastBegun = now;
        }
        last.write(bytes, offset, count);
        lastHeard = now;
        length += count;
    }

    private void flush() {
        if (last.size() > 0) {
            pieces.add(new Piece(lastBegun, last.toByteArray()));
            last.reset();
        }
    }

    /** The answer has come to its end. */
    synchronized void over() {
        whole = length < MOST;
    }

    /** An answer that comes in one. */
    synchronized void whole(int code, String text) {
        status = code;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
        over();
    }

    /** What came so far. */
    synchronized Kept kept() {
        flush();
        return new Kept(asked, state, status, whole, pieces);
    }
}
