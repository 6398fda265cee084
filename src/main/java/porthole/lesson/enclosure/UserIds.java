package porthole.lesson.enclosure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/**
 * 65,536 user ids of this machine that one enclosure at a time has to itself: no two share a quota of keys, pipes or
 * processes, and none can signal the other. They stand above those that systemd-nspawn gives out (0x6FFFFFFF), and well above
 * those of /etc/subuid.
 */
final class UserIds implements AutoCloseable {
    private static final long FIRST = 0x7000_0000L;
    private static final int COUNT = 65_536;
    private static final int MOST = 256;

    private final FileChannel lock;
    private final long first;

    private UserIds(FileChannel lock, long first) {
        this.lock = lock;
        this.first = first;
    }

    /** The first that are free; taken until they are closed, or this process ends. */
    static synchronized UserIds take() throws IOException {
        Path locks = Files.createDirectories(Path.of("/run/lock/porthole")).toRealPath();
        Set<Path> ours = openHere();
        for (int i = 0; i < MOST; i++) {
            Path file = locks.resolve("ids-" + i);
            if (ours.contains(file)) {
                continue;
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new UserIds(channel, FIRST + (long) i * COUNT);
            }
            channel.close();
        }
        throw new EnclosureException(Sentences.of(UserIds.class).say("enclosure.ids", MOST, locks));
    }

    /**
     * What this process has open. To close any descriptor of a file drops all locks that the process has on it (fcntl(2)), so
     * one of its own must not even be tried.
     */
    private static Set<Path> openHere() throws IOException {
        Set<Path> open = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    open.add(Files.readSymbolicLink(descriptor));
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        }
        return open;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable Object lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(e); // a lock on what is not open here
        }
    }

    /** The id that is root inside. */
    long first() {
        return first;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
