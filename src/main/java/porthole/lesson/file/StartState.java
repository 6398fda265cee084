package porthole.lesson.file;

import java.util.List;
import java.util.Optional;

/**
 * What an engine has to have when a lesson or an exercise begins.
 *
 * @param images that its cells run
 * @param ports of the host that it publishes or asks, and that another could take the place of
 * @param fixed ports of the host that nothing can take the place of
 * @param containers names that it or its cells give
 * @param networks names that it or its cells give
 * @param compose a Compose file to bring up, beside the lesson's own; empty if there is none
 * @param docker lines as typed after {@code docker}, in order
 * @param hosts such lines for each host of the notebook's cluster, those of the first host first
 */
public record StartState(
        List<String> images,
        List<Integer> ports,
        List<Integer> fixed,
        List<String> containers,
        List<String> networks,
        Optional<String> compose,
        List<String> docker,
        List<List<String>> hosts) {
    /** Nothing at all. */
    public static final StartState EMPTY = new StartState(
            List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public StartState {
        images = List.copyOf(images);
        ports = List.copyOf(ports);
        fixed = List.copyOf(fixed);
        containers = List.copyOf(containers);
        networks = List.copyOf(networks);
        docker = List.copyOf(docker);
        hosts = hosts.stream().map(List::copyOf).toList();
    }

    /** What the engine of one host has to have: the same names and images, and the lines of that host. */
    public StartState ofHost(int number) {
        return new StartState(
                images, List.of(), List.of(), containers, networks, Optional.empty(), hosts.get(number), List.of());
    }
}
