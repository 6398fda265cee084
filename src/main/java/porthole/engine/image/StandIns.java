package porthole.engine.image;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The images of our own that stand in for well-known ones where no hub answers; {@code kernel/images/build} makes them. */
public final class StandIns {
    /** What kernel/images puts on each of its images. */
    public static final String LABEL = "porthole.standin";

    private static final Map<String, String> BY_NAME = Map.of(
            "docker", "porthole/engine",
            "nginx", "porthole/nginx",
            "curlimages/curl", "porthole/curl",
            "busybox", "porthole/tools",
            "alpine", "porthole/tools",
            "ubuntu", "porthole/tools",
            "debian", "porthole/tools",
            "nicolaka/netshoot", "porthole/tools");

    private static final Programs NETSHOOT = Programs.of(
            "ip bridge ss ping tracepath curl nc tcpdump iptables nsenter",
            "dig nslookup host traceroute mtr tc ethtool nft conntrack iperf3 nmap socat wget jq which");
    private static final Programs DEBIAN = Programs.of("bash ls cat grep sed awk ps", "apt-get dpkg find vi");
    private static final Map<String, Programs> TOOLS_FOR = Map.of(
            "nicolaka/netshoot", NETSHOOT,
            "busybox", Programs.of("sh ls cat grep ip ping nc", "vi wget nslookup telnet httpd find"),
            "alpine", Programs.of("sh ls cat grep ip ping nc", "apk vi wget nslookup find"),
            "ubuntu", DEBIAN,
            "debian", DEBIAN);

    private StandIns() {}

    /** Whether kernel/images/build gives images this name. */
    public static boolean isBuilt(String tag) {
        return tag.endsWith(":latest") && BY_NAME.containsValue(tag.substring(0, tag.lastIndexOf(':')));
    }

    /** The stand-in for an image, whatever its tag. */
    public static Optional<String> of(String image) {
        return Optional.ofNullable(BY_NAME.get(name(image)));
    }

    /** What somebody who asked for {@code image} expects in it, beside its stand-in; empty where that has its one program. */
    static Optional<Programs> programs(String image) {
        return Optional.ofNullable(TOOLS_FOR.get(name(image)));
    }

    private static String name(String image) {
        return image.replaceFirst("^(docker\\.io/)?(library/)?", "").replaceFirst("[:@].*$", "");
    }

    /**
     * Programs that an image is known for.
     *
     * @param there those that its stand-in has
     * @param missing those that it has not
     */
    record Programs(List<String> there, List<String> missing) {
        private static Programs of(String there, String missing) {
            return new Programs(List.of(there.split(" ", -1)), List.of(missing.split(" ", -1)));
        }
    }
}
