package porthole.engine;

import java.util.Map;
import java.util.Optional;

/** The images of our own that stand in for well-known ones where no hub answers; {@code kernel/images/build} makes them. */
final class StandIns {
    /** What kernel/images puts on each of its images. */
    static final String LABEL = "porthole.standin";

    private static final Map<String, String> BY_NAME = Map.of(
            "docker", "porthole/engine",
            "nginx", "porthole/nginx",
            "curlimages/curl", "porthole/curl",
            "busybox", "porthole/tools",
            "alpine", "porthole/tools",
            "ubuntu", "porthole/tools",
            "debian", "porthole/tools",
            "nicolaka/netshoot", "porthole/tools");

    private StandIns() {}

    /** Whether kernel/images/build gives images this name. */
    static boolean isBuilt(String tag) {
        return tag.endsWith(":latest") && BY_NAME.containsValue(tag.substring(0, tag.lastIndexOf(':')));
    }

    /** The stand-in for an image, whatever its tag. */
    static Optional<String> of(String image) {
        String name = image.replaceFirst("^(docker\\.io/)?(library/)?", "").replaceFirst("[:@].*$", "");
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
