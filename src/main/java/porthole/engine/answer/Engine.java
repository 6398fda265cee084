package porthole.engine.answer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.network.Host;

/**
 * What {@code docker info} tells of an engine, as far as networks are concerned.
 *
 * @param host its machine and versions
 * @param operatingSystem as in {@code Debian GNU/Linux 12 (bookworm)}
 * @param kernelVersion the version of the machine's Linux, as in {@code 6.1.0-18-amd64}
 * @param networkDrivers the drivers with which it can make networks: {@code bridge}, {@code host}, {@code overlay}…
 * @param swarm whether it is in a swarm: {@code inactive}, {@code active}, {@code pending}, {@code error} or
 *     {@code locked}
 * @param containers how many there are, running or not
 * @param images how many there are
 * @param warnings what the engine itself warns of, in English
 */
public record Engine(
        Host host,
        String operatingSystem,
        String kernelVersion,
        List<String> networkDrivers,
        String swarm,
        int containers,
        int images,
        List<String> warnings)
        implements Displayable {
    public Engine {
        networkDrivers = List.copyOf(networkDrivers);
        warnings = List.copyOf(warnings);
    }

    private Table table() {
        Stream<List<String>> facts = Stream.of(
                List.of("name", host.name()),
                List.of("engine", host.engineVersion()),
                List.of("API", host.apiVersion()),
                List.of("system", operatingSystem),
                List.of("Linux", kernelVersion),
                List.of("network drivers", networkDrivers.stream().sorted().collect(Collectors.joining(" "))),
                List.of("swarm", swarm),
                List.of("containers", String.valueOf(containers)),
                List.of("images", String.valueOf(images)));
        Stream<List<String>> warned = warnings.stream().map(w -> List.of("warning", w));
        return new Table(List.of("", ""), Stream.concat(facts, warned).toList());
    }

    @Override
    public List<MimeBundle> outputs() {
        return table().outputs();
    }

    @Override
    public String toString() {
        return table().text();
    }
}
