package porthole.jupyter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.api.PastCell;

class ArchiveTest {
    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("porthole/history.jsonl");
    }

    private Archive open() {
        return Archive.ofUser(Map.of("XDG_STATE_HOME", folder.toString()), log::add);
    }

    /** A session of these cells. */
    private void session(String... cells) {
        try (Archive archive = open()) {
            for (int i = 0; i < cells.length; i++) {
                archive.keep(i + 1, cells[i]);
            }
        }
    }

    @Test
    void aCellIsTakenAtOnceWhileAnotherKernelHoldsTheFile() throws Exception {
        session("first");
        Archive now = open();
        Path lock = file.resolveSibling("history.jsonl.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            now.keep(1, "second");
            Thread reader = new Thread(now::earlier);
            reader.start();
            while (reader.getState() != Thread.State.TIMED_WAITING) { // for the lock
                Thread.onSpinWait();
            }
            now.keep(2, "third");
            assertTrue(reader.isAlive());
            held.release();
            reader.join();
        }
        now.close();
        assertEquals(List.of("first", "second", "third"), codes(open().earlier()));
    }

    private static List<String> codes(List<PastCell> cells) {
        return cells.stream().map(PastCell::code).toList();
    }

    @Test
    void theNextSessionKnowsTheCellsOfTheLast() throws Exception {
        session("int a = 1;", "\"\u00fc \ud83d\ude80\"\nb");
        session("c");
        Archive now = open();
        assertEquals(
                List.of(
                        new PastCell(1, 1, "int a = 1;"),
                        new PastCell(1, 2, "\"\u00fc \ud83d\ude80\"\nb"),
                        new PastCell(2, 1, "c")),
                now.earlier());
        assertEquals(3, now.session(now.earlier()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void sessionsThatRunAtOnceLoseNothing() throws Exception {
        List<Thread> kernels = IntStream.range(0, 4)
                .mapToObj(k -> new Thread(() -> {
                    for (int i = 0; i < 5; i++) {
                        session(k + "/" + i + "/a", k + "/" + i + "/b");
                    }
                }))
                .toList();
        kernels.forEach(Thread::start);
        for (Thread kernel : kernels) {
            kernel.join();
        }
        List<PastCell> all = open().earlier();
        assertEquals(List.of(), log);
        assertEquals(40, codes(all).stream().distinct().count());
        assertEquals(20, all.stream().map(PastCell::session).distinct().count());
    }

    @Test
    void onlyTheNewestStay() throws Exception {
        session(IntStream.range(0, HistoryFile.MOST + 1000)
                .mapToObj(i -> "cell " + i)
                .toArray(String[]::new));
        session("last");
        List<PastCell> kept = open().earlier();
        assertEquals(HistoryFile.MOST, kept.size());
        assertEquals("last", kept.get(kept.size() - 1).code());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        session(IntStream.range(0, 90).mapToObj(i -> i + "x".repeat(100_000)).toArray(String[]::new));
        assertTrue(Files.size(file) < 8_000_000, () -> file + " is too large");
        assertTrue(codes(open().earlier()).get(30).startsWith("8"));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(2, files.count(), "the history and its lock");
        }
    }

    @Test
    void whatIsBrokenIsPassedOver() throws Exception {
        session("a");
        Files.writeString(file, "{\"session\":1,\"cou", StandardOpenOption.APPEND);
        session("b");
        assertEquals(List.of("a", "b"), codes(open().earlier()));
    }

    @Test
    void aFullDiskCostsOneNote() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        try (Archive archive = Archive.in(file, log::add)) {
            archive.keep(1, "a");
            archive.close();
            archive.keep(2, "b");
        }
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.get(0).contains("No space left"), log.get(0));
    }

    @Test
    void aHomeThatCannotBeWrittenCostsOneNote() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        try (Archive archive = Archive.ofUser(Map.of("XDG_STATE_HOME", taken.toString()), log::add)) {
            archive.keep(1, "a");
            archive.close();
            archive.keep(2, "b");
            assertEquals(List.of(), archive.earlier());
        }
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.get(0).startsWith("The history of cells could not be kept ("), log.get(0));
    }

    @Test
    void whoHasNoHomeHasNoHistoryAndNoNoteAboutIt() {
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "?"); // as the JVM says where a container has a bare user id
        try (Archive archive = Archive.ofUser(Map.of(), log::add)) {
            archive.keep(1, "int a;");
        } finally {
            System.setProperty("user.home", home);
        }
        assertEquals(List.of(), log);
        assertFalse(Files.exists(Path.of("?")));
    }

    @Test
    void itCanBeSwitchedOff() {
        session("a");
        Archive off = Archive.ofUser(Map.of("XDG_STATE_HOME", folder.toString(), "PORTHOLE_HISTORY", "off"), log::add);
        off.keep(1, "secret");
        off.close();
        assertEquals(List.of(), off.earlier());
        assertFalse(codes(open().earlier()).contains("secret"));
    }
}
