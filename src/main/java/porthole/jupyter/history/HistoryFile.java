package porthole.jupyter.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import porthole.display.Sentences;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.MessageJson;

/**
 * Cells of all sessions of one user, a line of JSON each, for the user's eyes alone. Several kernels write to it at once:
 * who writes holds a lock beside the file. What was cut short by a full disk or a killed kernel is passed over.
 */
final class HistoryFile {
    /** Cells that are kept; so many more are let be before the oldest are taken out. */
    static final int MOST = 10_000;

    private static final int SLACK = 500;

    /** Bytes of the file above which its older half goes. */
    private static final long LARGE = 8_000_000;

    /** For how long another kernel may hold the lock, in nanoseconds. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** All cells, by session and number; none where nothing was ever kept. */
    List<PastCell> read() throws IOException {
        List<PastCell> cells = lines();
        cells.sort(Comparator.comparingInt(PastCell::session));
        return cells;
    }

    private List<PastCell> lines() throws IOException {
        if (!Files.isRegularFile(file)) {
            return new ArrayList<>();
        }
        byte[] bytes = Files.readAllBytes(file);
        List<PastCell> cells = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                cell(bytes, from, i, cells);
                from = i + 1;
            }
        }
        return cells;
    }

    private static void cell(byte[] bytes, int from, int to, List<PastCell> cells) {
        try {
            ObjectNode line = MessageJson.read(Arrays.copyOfRange(bytes, from, to));
            cells.add(new PastCell(
                    line.path("session").asInt(),
                    line.path("count").asInt(),
                    line.path("code").asText()));
        } catch (MalformedException e) {
            // Cut short, or written by somebody else.
        }
    }

    /**
     * Adds cells of one session.
     *
     * @param session its number; 0 where it has none yet
     * @return its number
     */
    int add(int session, List<PastCell> cells) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel beside = open(lockFile())) {
            lock(beside);
            List<PastCell> there = session == 0 || isLarge() ? lines() : List.of();
            int number = session == 0
                    ? 1 + there.stream().mapToInt(PastCell::session).max().orElse(0)
                    : session;
            append(number, cells);
            if (there.size() > MOST + SLACK || isLarge()) {
                shorten();
            }
            return number;
        }
    }

    private boolean isLarge() throws IOException {
        return Files.exists(file) && Files.size(file) > LARGE;
    }

    private void append(int session, List<PastCell> cells) throws IOException {
        try (FileChannel channel = open(file)) {
            long end = channel.size();
            StringBuilder text = new StringBuilder();
            if (end > 0 && !endsLine(channel, end)) {
                text.append('\n');
            }
            cells.forEach(cell -> text.append(line(session, cell)));
            try {
                write(channel, end, text);
            } catch (IOException e) {
                channel.truncate(end); // no half of a line stays
                throw e;
            }
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private static void write(FileChannel channel, long at, CharSequence text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        long next = at;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    private static String line(int session, PastCell cell) {
        ObjectNode line = MessageJson.object()
                .put("session", session)
                .put("count", cell.count())
                .put("code", cell.code());
        return new String(MessageJson.write(line), StandardCharsets.UTF_8) + "\n";
    }

    /** Leaves the newest cells, in a new file that takes the old one's place at once. */
    private void shorten() throws IOException {
        List<PastCell> all = lines();
        long half = LARGE / 2;
        int first = all.size();
        while (first > 0 && all.size() - first < MOST && half > 0) {
            half -= all.get(--first).code().length();
        }
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "history", ".new"); // for the user alone
        try {
            StringBuilder text = new StringBuilder();
            all.subList(first, all.size()).forEach(cell -> text.append(line(cell.session(), cell)));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path lockFile() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private static FileChannel open(Path path) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rw-------");
        FileAttribute<?>[] attributes =
                path.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(own)}
                        : new FileAttribute<?>[0];
        return FileChannel.open(path, options, attributes);
    }

    /** Until the channel is closed. */
    private static void lock(FileChannel channel) throws IOException {
        for (long end = System.nanoTime() + PATIENCE; System.nanoTime() < end; ) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (OverlappingFileLockException e) {
                // Another session of this process.
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IOException(Sentences.of(HistoryFile.class).say("history.locked"));
    }
}
