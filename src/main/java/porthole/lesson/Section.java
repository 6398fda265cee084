package porthole.lesson;

import java.util.List;
import java.util.function.Consumer;
import porthole.engine.Docker;

/**
 * A section of the course, as far as an engine has to be ready for it.
 *
 * @param number as the tutorial counts: {@code 5.2.2}
 * @param images that its cells run
 * @param ports of the host that it publishes or asks, and that another could take the place of
 * @param fixed ports of the host that nothing can take the place of
 * @param containers names that its cells give
 * @param networks names that its cells give
 * @param before what earlier sections have made and it goes on from, in order
 */
record Section(
        String number,
        List<String> images,
        List<Integer> ports,
        List<Integer> fixed,
        List<String> containers,
        List<String> networks,
        List<Consumer<Docker>> before) {
    private static final String NGINX = "nginx";
    private static final String CURL = "curlimages/curl:7.68.0";
    private static final String TOOLS = "nicolaka/netshoot";

    /** All of them, in the tutorial's order. */
    static final List<Section> ALL = List.of(
            new Section(
                    "0",
                    List.of(NGINX, CURL, TOOLS, "ubuntu"),
                    List.of(),
                    List.of(),
                    List.of("brief"),
                    List.of(),
                    List.of()),
            new Section(
                    "5.1",
                    List.of(NGINX, CURL, TOOLS, "ubuntu"),
                    List.of(8080),
                    List.of(),
                    List.of("test", "idle", "docker_compose_nginx"),
                    List.of("downloads_default"),
                    List.of()),
            new Section(
                    "5.2",
                    List.of(NGINX, CURL),
                    List.of(),
                    List.of(),
                    List.of("app", "client"),
                    List.of("custom_bridge"),
                    List.of()),
            new Section("5.2.1", List.of(NGINX), List.of(80), List.of(), List.of("none"), List.of(), List.of()),
            new Section(
                    "5.2.2",
                    List.of(NGINX, CURL),
                    List.of(81),
                    List.of(),
                    List.of("bridge", "neighbour"),
                    List.of(),
                    List.of()),
            new Section(
                    "5.2.3",
                    List.of(NGINX, CURL),
                    List.of(81, 82),
                    List.of(80),
                    List.of("bridge", "host", "sidecar", "none"),
                    List.of(),
                    List.of(docker -> docker.run(
                            NGINX, c -> c.name("bridge").publish("81:80").rm()))),
            of("5.2.4", List.of(NGINX, CURL, TOOLS)));

    private static Section of(String number, List<String> images) {
        return new Section(number, images, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
