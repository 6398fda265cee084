package porthole.lesson.enclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an enclosure holds of what is in it, seen from outside. */
@Tag("engine")
class EnclosureTest {
    private static final String TOOLS = "porthole/tools";
    private static final EnclosureLimits LIMITS = new EnclosureLimits(700, 600, 300, 50);

    @TempDir
    static Path folder;

    private static EnclosureSlot slot;
    private static Enclosure enclosure;

    @BeforeAll
    static void open() throws Exception {
        Optional<String> missing = EnclosureNeeds.missing("");
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        EnclosedProgram program = new EnclosedProgram(List.of("true"), Set.of());
        slot = EnclosureSlot.open(program, LIMITS, Map.of(TOOLS, TOOLS));
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        enclosure = slot.enclosure(nothing, nothing);
        inside("for try in $(seq 600); do docker version > /dev/null 2>&1 && break; sleep 0.05; done");
    }

    @AfterAll
    static void close() throws Exception {
        if (enclosure != null) {
            enclosure.close();
        }
        if (slot != null) {
            slot.close();
        }
    }

    private static String inside(String script) throws Exception {
        Process process = enclosure.run(List.of("bash", "-c", "exec 2>&1; " + script));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), script + "\n" + said);
        return said;
    }

    @Test
    void whatComputesWithoutEndGetsItsPartOfTheProcessorsAlone() throws Exception {
        String times = inside("for i in 1 2; do timeout 1 bash -c 'while :; do :; done' & done; wait; times");
        double seconds = Pattern.compile("0m([\\d.]+)s")
                .matcher(times)
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .sum();
        assertTrue(
                seconds > 0 && seconds < 0.9, "0.5 s are its part of a second, 2 s those of two processors: " + times);
    }

    @Test
    void allThatLimitsIsMissedWhereNoGroupHasIt() {
        assertEquals(List.of("cpu", "memory", "pids"), new ControlGroups(folder).missing());
        assertEquals(List.of(), EnclosureNeeds.weaker());
    }

    @Test
    void anEngineThatIsReplacedOrToldToLieIsSeenFromOutside() throws Exception {
        EngineSeal seal = enclosure.seal();
        inside("docker run -d --name honest " + TOOLS
                + " sleep 600; docker exec honest true; docker network create net");
        assertEquals(Optional.empty(), seal.broken());

        inside("docker exec honest sh -c 'echo exit 0 > /bin/curl'; docker tag " + TOOLS + " was; docker commit honest "
                + TOOLS);
        assertEquals(Optional.of(EngineSeal.Broken.IMAGES), seal.broken(), "an image of the same name");
        inside("docker tag was " + TOOLS);
        assertEquals(Optional.empty(), seal.broken());

        inside("mount --bind /bin/true /usr/sbin/runc || mount --bind /bin/true /usr/bin/runc");
        assertEquals(Optional.of(EngineSeal.Broken.PROGRAMS), seal.broken(), "another runc");
        inside("umount /usr/sbin/runc || umount /usr/bin/runc");
        assertEquals(Optional.empty(), seal.broken());

        inside("mv /run/engine/docker.sock /run/engine/was; : > /run/engine/docker.sock");
        assertEquals(Optional.of(EngineSeal.Broken.SOCKET), seal.broken(), "another socket");
        inside("mv /run/engine/was /run/engine/docker.sock");
        assertEquals(Optional.empty(), seal.broken());

        inside("layer=$(docker image inspect --format '{{.GraphDriver.Data.UpperDir}}' " + TOOLS + ");"
                + " : > \"$layer/curl\"; touch -d 2001-01-01 \"$layer/curl\"");
        assertEquals(Optional.of(EngineSeal.Broken.IMAGES), seal.broken(), "a file of a layer");

        inside("pid=$(cat /run/docker.pid); kill -KILL $pid; tail --pid=$pid -s 0.05 -f /dev/null");
        assertEquals(Optional.of(EngineSeal.Broken.PROCESS), seal.broken(), "ended");
    }
}
