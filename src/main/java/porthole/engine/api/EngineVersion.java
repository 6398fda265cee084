package porthole.engine.api;

import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;

/**
 * The version of an engine, and of the API that is used with it.
 *
 * @param engine the engine's own version, as in {@code 20.10.24}
 * @param api the version of the API in use, as in {@code 1.41}
 * @param newestApi the newest version of the API that the engine knows
 * @param oldestApi the oldest version of the API that the engine accepts
 * @param platform the engine's system and processor, as in {@code linux/amd64}
 */
public record EngineVersion(String engine, String api, String newestApi, String oldestApi, String platform)
        implements Displayable {
    private Table table() {
        String[] names = EngineSentences.SENTENCES.say("rows.version").split("\\|", -1);
        return new Table(
                List.of("", ""),
                List.of(
                        List.of(names[0], engine),
                        List.of(names[1], api),
                        List.of(names[2], oldestApi + " – " + newestApi),
                        List.of(names[3], platform)));
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
