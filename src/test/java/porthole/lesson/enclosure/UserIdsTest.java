package porthole.lesson.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserIdsTest {
    @Test
    void whatOneHasStaysItsOwnWhenItTakesMore() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/run/lock")), "user ids are given out by root");
        try (UserIds first = UserIds.take();
                UserIds second = UserIds.take()) {
            assertNotEquals(first.first(), second.first());
            assertEquals("taken", seenByAnother(first));
            assertEquals("taken", seenByAnother(second));
        }
        try (UserIds third = UserIds.take()) {
            assertEquals("taken", seenByAnother(third));
        }
    }

    /** As another process finds the lock: Java's are those of fcntl(2). */
    private static String seenByAnother(UserIds ids) throws IOException, InterruptedException {
        long number = (ids.first() - 0x7000_0000L) / 65_536;
        String program = "import fcntl\nf = open('/run/lock/porthole/ids-" + number + "', 'w')\ntry:\n"
                + "    fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)\n    print('free')\nexcept OSError:\n    print('taken')";
        Process other = new ProcessBuilder("/usr/bin/python3", "-c", program)
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        other.waitFor();
        return said.strip();
    }
}
