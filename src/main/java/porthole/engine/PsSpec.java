package porthole.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code docker ps} is told. */
public final class PsSpec {
    final Map<String, List<String>> filters = new LinkedHashMap<>();
    boolean all;
    int last = -1;

    /** {@code --all}: those that have ended, too. */
    public PsSpec all() {
        all = true;
        return this;
    }

    /** {@code --last}: the newest so many, whatever their state. */
    public PsSpec last(int containers) {
        last = containers;
        return this;
    }

    /**
     * {@code --filter}: {@code name=web}, {@code status=exited}, {@code network=shop}, {@code label=floor=2}, {@code
     * publish=80}…; of one key any may hold, of several keys all must.
     */
    public PsSpec filter(String... conditions) {
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw Errors.sentence("filter.bad", condition);
            }
            filters.computeIfAbsent(condition.substring(0, equals), any -> new ArrayList<>())
                    .add(condition.substring(equals + 1));
        }
        return this;
    }

    /** The command line that says the same. */
    public String commandLine() {
        CommandLine line = new CommandLine("docker", "ps").flag("--all", all);
        line.option("--last", last < 0 ? null : String.valueOf(last));
        filters.forEach((key, values) -> values.forEach(value -> line.words("--filter", key + "=" + value)));
        return line.toString();
    }

    Query path() {
        Query path = Query.of("/containers/json").with("all", all);
        if (last >= 0) {
            path.with("limit", String.valueOf(last));
        }
        if (!filters.isEmpty()) {
            var node = Json.object();
            filters.forEach((key, values) -> node.set(key, Json.array(values)));
            path.with("filters", node.toString());
        }
        return path;
    }
}
