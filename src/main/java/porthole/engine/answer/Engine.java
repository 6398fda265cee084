package porthole.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        List<String> names = Tables.headings("rows.info");
        List<String> facts = List.of(
                host.name(),
                host.engineVersion(),
                host.apiVersion(),
                operatingSystem,
                kernelVersion,
                networkDrivers.stream().sorted().collect(Collectors.joining(" ")),
                swarm,
                String.valueOf(containers),
                String.valueOf(images));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            rows.add(List.of(names.get(i), facts.get(i)));
        }
        warnings.forEach(warning -> rows.add(List.of(names.get(facts.size()), warning)));
        return new Table(List.of("", ""), rows);
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
