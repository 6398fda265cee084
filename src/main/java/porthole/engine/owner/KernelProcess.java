package porthole.engine.owner;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A process, named so that a later one on the same machine can tell whether it still lives.
 *
 * @param machine hostname and machine id; processes of another machine are never judged
 * @param boot which start of that machine; empty where the system does not tell
 * @param namespace which PID namespace; a pid means nothing outside of its own
 * @param pid the process's number
 * @param start when it started, in the system's own unit, so that a number used again is not taken for it
 */
public record KernelProcess(String machine, String boot, String namespace, long pid, String start) {
    private static final String SEPARATOR = "|";

    private static final String BOOT = "/proc/sys/kernel/random/boot_id";
    private static final int DIGEST_BYTES = 16;

    /** This process. */
    public static KernelProcess current() {
        return of(ProcessHandle.current().pid());
    }

    /** A process of this machine. */
    public static KernelProcess of(long pid) {
        return new KernelProcess(thisMachine(), read(BOOT), pidNamespace(), pid, start(pid));
    }

    /** As {@link #of(String)} reads it. */
    public String label() {
        return String.join(SEPARATOR, machine, boot, namespace, String.valueOf(pid), start);
    }

    /** Reads a label; empty where it is none of ours. */
    public static Optional<KernelProcess> of(String label) {
        String[] parts = label.split("\\|", -1);
        if (parts.length != 5 || !parts[3].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new KernelProcess(parts[0], parts[1], parts[2], Long.parseLong(parts[3]), parts[4]));
    }

    /**
     * Whether it surely has ended: it ran on this machine, before the last boot or where this process can see all pids,
     * and no process has its number and start. In doubt, false: two machines may have one name, and no machine-id.
     */
    public boolean surelyDead() {
        KernelProcess me = current();
        boolean unnamed = machine.isEmpty() || me.machine.isEmpty();
        boolean sameBoot = !boot.isEmpty() && boot.equals(me.boot);
        if (unnamed ? !sameBoot : !machine.equals(me.machine)) {
            return false;
        }
        if (!boot.equals(me.boot)) {
            return !boot.isEmpty() && !me.boot.isEmpty();
        }
        if (!namespace.equals(me.namespace)) {
            return false;
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty() || !start.equals(start(pid));
    }

    /** Whose process it is, where that is another user of this machine than the one of this process. */
    public Optional<String> anotherUser() {
        KernelProcess me = current();
        boolean here = machine.equals(me.machine) && boot.equals(me.boot) && namespace.equals(me.namespace);
        return Optional.of(pid)
                .filter(number -> here && start.equals(start(number)))
                .flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().user())
                .filter(user -> !ProcessHandle.current().info().user().equals(Optional.of(user)));
    }

    /**
     * The machine-id is confidential, so only its digest is written anywhere (machine-id(5)). Where there is none, Linux is
     * known by its boot alone, other systems by their name.
     */
    private static String thisMachine() {
        String id = read("/etc/machine-id");
        if (id.isEmpty() && !read(BOOT).isEmpty()) {
            return "";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("porthole " + id + " " + hostName()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return System.getenv().getOrDefault("HOSTNAME", "");
        }
    }

    private static String pidNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** Linux: ticks since boot, field 22 of proc(5)'s stat, which no change of the clock moves. */
    private static String start(long pid) {
        String stat = read("/proc/" + pid + "/stat");
        int afterName = stat.lastIndexOf(')');
        if (afterName >= 0) {
            String[] fields = stat.substring(afterName + 2).split(" ", -1);
            return fields.length > 19 ? fields[19] : "";
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(instant -> String.valueOf(instant.getEpochSecond()))
                .orElse("");
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
