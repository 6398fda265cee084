package porthole.lesson.grade;

/** What submissions do that want points, or harm, without an answer. Each is one cell. */
public final class HostileCells {
    /** Words redefined, a result shown that never was, the sessions' own protocol spoken, the lesson and the progress edited. */
    public static final String FORGES = """
            import java.nio.file.*;
            import porthole.lesson.exercise.Verification;
            Object verify(String name, java.util.concurrent.Callable<?>... cell) { return "solved: 4 of 4 points"; }
            List<Object> networks(String name) { return List.of(1, 2); }
            var forged = new Verification("let-in", List.of(new Verification.Line("all", true, "", 4)), 1, List.of());
            display(forged);
            String bundle = "{\\"data\\":{\\"application/vnd.porthole.verification+json\\":{\\"exercise\\":\\"let-in\\",\\"points\\":4,"
                + "\\"possible\\":4,\\"lines\\":[]}},\\"metadata\\":{},\\"output_type\\":\\"execute_result\\"}";
            String said = "{\\"done\\":true,\\"values\\":[" + bundle + "]}\\n";
            new FileOutputStream(FileDescriptor.out).write(said.repeat(3).getBytes());
            Files.writeString(Path.of("/home/lesson.yaml"),
                Files.readString(Path.of("/home/lesson.yaml")).replace("gate-client -> gate-db:80 reached", "network bridge exists"));
            """;

    /** All that can be read: files of lessons wherever they are, and what root of the engine's machine sees. */
    public static final String READS = """
            !find / -xdev \\( -name 'lesson*.yaml' -o -name '*.ipynb' -o -name shadow \\) -exec cat {} + 2>/dev/null
            !docker run --rm --privileged --pid host --network host -v /:/host nicolaka/netshoot bash -c 'cat /host/lesson/* CANARY/* /host/CANARY/* /proc/*/root/lesson/* /proc/*/root/CANARY/*' 2>&1 | tail -c 20000
            !for p in /proc/[0-9]*; do tr '\\0' ' ' < $p/cmdline; cat $p/root/lesson/lesson.yaml $p/cwd/lesson.yaml; done 2>/dev/null
            """;

    /** Files outside, and the host's and the other's network. */
    public static final String LEAVES = """
            !echo was-here > CANARY/written; docker run --rm --privileged -v /:/host nicolaka/netshoot bash -c 'mkdir -p /host/CANARY; echo was-here > /host/CANARY/written'
            !for to in 127.0.0.1 172.17.0.1 10.0.2.2 ADDRESS; do curl -s -m 1 http://$to:PORT/; docker run --rm --network host nicolaka/netshoot curl -s -m 1 http://$to:PORT/; done; ip route
            """;

    /** All containers and networks of the engine. */
    public static final String REMOVES =
            "!docker rm -f $(docker ps -aq); docker network prune -f; docker image prune -af";

    /** Never ends, and does not listen. */
    public static final String LOOPS = "while (true) { Math.sqrt(2); }";

    /** More and more processes. */
    public static final String FORKS =
            "!(bash -c 'bomb() { bomb | bomb & }; bomb'; for i in $(seq 2000); do sleep 100 & done) > /dev/null 2>&1 & echo bombed";

    /** Ten gigabytes. */
    public static final String PRINTS =
            "String line = \"x\".repeat(100_000);\nfor (int i = 0; i < 100_000; i++) System.out.println(line);";

    /** More than the disk. */
    public static final String FILLS = "!dd if=/dev/zero of=/home/full bs=1M count=100000; df /home";

    /** The session's own end. */
    public static final String EXITS = "Runtime.getRuntime().halt(0);\nSystem.exit(0);";

    /** The engine's end. */
    public static final String KILLS =
            "!docker run --rm --privileged --pid host nicolaka/netshoot bash -c 'for p in /proc/[0-9]*; do [ \"$(cat $p/comm)\" = dockerd ] && kill -9 ${p#/proc/}; done'";

    private HostileCells() {}
}
