package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import porthole.engine.RunSpec;

/** The flags of {@code docker run} that take a value and have a word of their own in {@link RunSpec}. */
final class RunWords {
    @Option(names = "--name")
    @Nullable
    String name;

    @Option(names = {"--network-alias", "--net-alias"})
    List<String> networkAliases = List.of();

    @Option(names = "--ip")
    @Nullable
    String address;

    @Option(names = "--ip6")
    @Nullable
    String address6;

    @Option(names = "--mac-address")
    @Nullable
    String mac;

    @Option(names = {"-p", "--publish"})
    List<String> publish = List.of();

    @Option(names = "--expose")
    List<String> expose = List.of();

    @Option(names = {"-h", "--hostname"})
    @Nullable
    String hostname;

    @Option(names = "--add-host")
    List<String> hosts = List.of();

    @Option(names = "--dns")
    List<String> dns = List.of();

    @Option(names = {"-e", "--env"})
    List<String> environment = List.of();

    @Option(names = "--env-file")
    List<String> environmentFiles = List.of();

    @Option(names = {"-v", "--volume"})
    List<String> volumes = List.of();

    @Option(names = "--mount")
    List<String> mounts = List.of();

    @Option(
            names = {"-l", "--label"},
            mapFallbackValue = "")
    Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--label-file")
    List<String> labelFiles = List.of();

    @Option(names = "--entrypoint")
    @Nullable
    String entrypoint;

    @Option(names = {"-w", "--workdir"})
    @Nullable
    String workdir;

    @Option(names = {"-u", "--user"})
    @Nullable
    String user;

    @Option(names = "--pid")
    @Nullable
    String pid;

    @Option(names = "--restart")
    @Nullable
    String restart;

    @Option(names = "--cap-add")
    List<String> capAdd = List.of();

    @Option(names = "--cap-drop")
    List<String> capDrop = List.of();

    @Option(names = "--security-opt")
    List<String> security = List.of();

    @Option(names = "--sysctl")
    Map<String, String> sysctls = new LinkedHashMap<>();

    void into(RunSpec run) {
        Line.given(name, run::name);
        Line.given(address, run::ip);
        Line.given(address6, run::ip6);
        Line.given(mac, run::macAddress);
        Line.given(hostname, run::hostname);
        Line.given(entrypoint, run::entrypoint);
        Line.given(workdir, run::workdir);
        Line.given(user, run::user);
        Line.given(pid, run::pid);
        Line.given(restart, run::restart);
        publish.forEach(run::publish);
        expose.forEach(run::expose);
        networkAliases.forEach(run::networkAlias);
        hosts.forEach(run::addHost);
        dns.forEach(run::dns);
        environmentFiles.forEach(run::envFile);
        environment.forEach(run::env);
        volumes.forEach(run::volume);
        mounts.forEach(run::mount);
        labelFiles.forEach(run::labelFile);
        labels.forEach(run::label);
        capAdd.forEach(run::capAdd);
        capDrop.forEach(run::capDrop);
        security.forEach(run::securityOption);
        sysctls.forEach(run::sysctl);
    }
}
