package porthole.engine.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Iterator;
import porthole.engine.api.EngineSentences;

/**
 * A recorded answer, piece after piece. What took long is played faster, so that it is still seen to come bit by bit.
 */
final class PlayedBody extends InputStream {
    private static final int FASTER = 10;
    private static final long LONGEST_MILLISECONDS = 100;

    private final Kept kept;
    private final Iterator<Piece> rest;
    private byte[] piece = {};
    private int at;
    private long moment;
    private boolean closed;

    PlayedBody(Kept kept) {
        this.kept = kept;
        this.rest = kept.pieces().iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == piece.length) {
            if (!rest.hasNext()) {
                if (tooLong()) {
                    throw new NotRecordedException(EngineSentences.SENTENCES.say("replay.long", Heard.MOST >> 20));
                }
                return -1;
            }
            Piece next = rest.next();
            await(next.milliseconds() - moment);
            moment = next.milliseconds();
            piece = next.bytes();
            at = 0;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    /** Whoever heard enough asks for no more; more is missing only of what was too long to keep. */
    private boolean tooLong() {
        return !kept.whole() && kept.pieces().stream().mapToLong(Piece::length).sum() > Heard.MOST / 2;
    }

    private void await(long milliseconds) throws IOException {
        long end = System.nanoTime() + Math.min(milliseconds / FASTER, LONGEST_MILLISECONDS) * 1_000_000;
        try {
            for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (closed) {
            throw new IOException();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
