package porthole.engine.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InstalledProgram;
import porthole.engine.owner.KernelProcess;

/**
 * Hosts in network namespaces of this machine, for whoever is root on Linux: one engine in each, an Ethernet cable (veth)
 * from each to a bridge in a namespace between them. All of it hangs from one process whose standard input we hold:
 * when this process ends, however it ends, they end and clear away after themselves.
 */
public final class NamespaceHosts implements ClusterHosts {
    /** The network between hosts; it exists only in its namespace, so it clashes with nothing. */
    static final String NET = "10.77.0";

    private static final List<String> PROGRAMS =
            List.of("dockerd", "containerd", "iptables", "ip", "unshare", "nsenter", "setsid", "mount", "hostname");
    private static final long END_SECONDS = 10;

    private final ClusterFolder folder;
    private final int count;
    private final Process process;

    public NamespaceHosts(ClusterFolder folder, int count) {
        this.folder = folder;
        this.count = count;
        for (String script : List.of("start.sh", "underlay.sh", "host.sh")) {
            folder.write(script, resource("namespaces/" + script));
        }
        for (int i = 1; i <= count; i++) {
            folder.write("host" + i + "/log", "");
        }
        String script = folder.path().resolve("start.sh").toString();
        // setsid: an interrupt of the kernel goes to its whole process group, and must not reach the engines.
        ProcessBuilder start =
                new ProcessBuilder("setsid", "sh", script, folder.path().toString(), String.valueOf(count), NET);
        start.environment().put("PATH", path());
        start.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process = start.start();
        } catch (IOException e) {
            folder.remove();
            throw new EngineException(
                    EngineSentences.SENTENCES.say("cluster.namespaces", String.valueOf(e.getMessage())), e);
        }
        folder.write("start.process", KernelProcess.of(process.pid()).label());
    }

    /** What this machine or this user lacks for such hosts, in a few words; empty where nothing is missing. */
    public static Optional<String> missing() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of("Linux");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("root");
        }
        for (String program : PROGRAMS) {
            if (Stream.of(path().split(":", -1)).noneMatch(p -> Files.isExecutable(Path.of(p, program)))) {
                return Optional.of(program);
            }
        }
        boolean allowed = InstalledProgram.run(
                        List.of("unshare", "--net", "--mount", "--pid", "--fork", "--uts", "true"),
                        Map.of(),
                        Path.of("/"),
                        line -> {})
                .filter(ExecResult::success)
                .isPresent();
        return allowed ? Optional.empty() : Optional.of("CAP_SYS_ADMIN");
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
    }

    @Override
    public List<EngineAddress> addresses() {
        List<EngineAddress> addresses = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            addresses.add(EngineAddress.of(
                    folder.path().resolve("host" + i).resolve("docker.sock").toString()));
        }
        return addresses;
    }

    @Override
    public String advertised(int host) {
        return NET + "." + (host + 1);
    }

    @Override
    public String underlay() {
        return NET + ".0/24";
    }

    @Override
    public String complaint(int host) {
        String log = folder.read("host" + (host + 1) + "/log");
        return log.lines().reduce((a, b) -> b).orElse(folder.read("log"));
    }

    @Override
    public boolean alive(int host) {
        return process.isAlive();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // what they hang from
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                end(process.toHandle());
            }
        } catch (IOException e) {
            end(process.toHandle());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.remove();
    }

    /** Ends hosts that an earlier kernel left. */
    public static void end(ClusterFolder folder) {
        KernelProcess.of(folder.read("start.process"))
                .filter(p -> !p.surelyDead())
                .flatMap(p -> ProcessHandle.of(p.pid()))
                .ifPresent(NamespaceHosts::end);
    }

    /** Kills what holds the namespaces; the process that started it then clears away and ends. */
    private static void end(ProcessHandle start) {
        List<ProcessHandle> held = start.descendants().toList();
        held.forEach(ProcessHandle::destroyForcibly);
        try {
            start.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            start.destroyForcibly();
        }
    }

    private static String resource(String name) {
        try (InputStream in = NamespaceHosts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar cannot be read at " + name, e);
        }
    }
}
