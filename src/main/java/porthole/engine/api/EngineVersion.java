package porthole.engine.api;

import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;

/**
 * Who speaks with whom, and in which version of the API.
 *
 * @param engine the engine's own version: {@code 20.10.24}
 * @param api the API version in use
 * @param newestApi the newest that the engine knows
 * @param oldestApi the oldest that it still accepts
 * @param platform {@code linux/amd64}
 */
public record EngineVersion(String engine, String api, String newestApi, String oldestApi, String platform)
        implements Displayable {
    private Table table() {
        return new Table(
                List.of("", ""),
                List.of(
                        List.of("engine", engine),
                        List.of("API in use", api),
                        List.of("API of the engine", oldestApi + " – " + newestApi),
                        List.of("platform", platform)));
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
