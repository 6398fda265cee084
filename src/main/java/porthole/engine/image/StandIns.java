package porthole.engine.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.engine.api.EngineSentences;

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

    /** What people expect in an image, and its stand-in has not. */
    private static final Map<String, List<String>> LACKING = Map.of(
            "nicolaka/netshoot",
                    programs(
                            "dig traceroute nslookup host mtr tc ethtool nft conntrack iperf3 nmap socat wget jq which"),
            "busybox", programs("vi wget nslookup telnet httpd find"),
            "alpine", programs("apk vi wget nslookup find"),
            "ubuntu", programs("apt-get dpkg find vi"),
            "debian", programs("apt-get dpkg find vi"));

    private StandIns() {}

    /** Whether kernel/images/build gives images this name. */
    public static boolean isBuilt(String tag) {
        return tag.endsWith(":latest") && BY_NAME.containsValue(tag.substring(0, tag.lastIndexOf(':')));
    }

    /** The images that have a stand-in. */
    static Set<String> images() {
        return BY_NAME.keySet();
    }

    /** The stand-in for an image, whatever its tag. */
    public static Optional<String> of(String image) {
        return Optional.ofNullable(BY_NAME.get(name(image)));
    }

    /** Says which stand-ins are used for these images, and of what people expect in them and those have not, two programs each. */
    static String note(List<String> images) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        images.forEach(image -> missing.put(
                EngineSentences.SENTENCES.say("standin.for", image, of(image).orElseThrow()), lacking(image)));
        String used = String.join(EngineSentences.SENTENCES.say("standin.comma"), missing.keySet());
        List<String> none = missing.values().stream()
                .flatMap(programs -> programs.stream().limit(2))
                .distinct()
                .toList();
        return none.isEmpty()
                ? EngineSentences.SENTENCES.say("standin.used", used)
                : EngineSentences.SENTENCES.say("standin.tools", used, String.join(", ", none));
    }

    /** What people expect in {@code image}, and its stand-in has not. */
    static List<String> lacking(String image) {
        return LACKING.getOrDefault(name(image), List.of());
    }

    private static String name(String image) {
        return image.replaceFirst("^(docker\\.io/)?(library/)?", "").replaceFirst("[:@].*$", "");
    }

    private static List<String> programs(String names) {
        return List.of(names.split(" ", -1));
    }
}
