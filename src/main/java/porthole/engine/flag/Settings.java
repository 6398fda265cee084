package porthole.engine.flag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.Versions;

/** What one command was told: flags of its table and their values. */
public final class Settings {
    private final FlagTable table;
    private final Map<Flag, List<String>> given = new HashMap<>();

    public Settings(FlagTable table) {
        this.table = table;
    }

    /** Adds a value, of a flag that repeats; replaces the former one of any other. */
    public void give(String flag, String word) {
        Flag known = table.require(flag);
        List<String> values = given.computeIfAbsent(known, any -> new ArrayList<>());
        if (!known.repeats()) {
            values.clear();
        }
        values.addAll(known.values(word));
    }

    public void giveAll(String flag, String... words) {
        for (String word : words) {
            give(flag, word);
        }
    }

    public void turnOn(String flag) {
        give(flag, "true");
    }

    public void forget(String flag) {
        given.remove(table.require(flag));
    }

    public void replace(String flag, List<String> values) {
        forget(flag);
        values.forEach(value -> give(flag, value));
    }

    public List<String> values(String flag) {
        return List.copyOf(given.getOrDefault(table.require(flag), List.of()));
    }

    public Optional<String> value(String flag) {
        return values(flag).stream().findFirst();
    }

    public boolean has(String flag) {
        return !values(flag).isEmpty();
    }

    public boolean on(String flag) {
        Flag known = table.require(flag);
        return value(flag).filter(known::on).isPresent();
    }

    boolean isEmpty() {
        return given.isEmpty();
    }

    /** Refuses what the engine would drop without a word, since its API does not know the field yet. */
    public void require(Versions versions) {
        for (Flag flag : table.flags()) {
            if (has(flag.name()) && !versions.atLeast(flag.since())) {
                throw EngineSentences.sentence(
                        "option.since", flag.name(), flag.since(), versions.engine(), versions.used());
            }
        }
    }

    /** Writes each into its field of the request, and checks those that have none. */
    public void into(ObjectNode request) {
        for (Flag flag : table.flags()) {
            given.getOrDefault(flag, List.of()).forEach(value -> flag.into(request, value));
        }
    }

    /** The flags as a command line has them, in the table's order. */
    public void tell(CommandLine line) {
        for (Flag flag : table.flags()) {
            for (String value : given.getOrDefault(flag, List.of())) {
                if (flag.kind() != Flag.Kind.SWITCH) {
                    line.words(flag.name(), value);
                } else {
                    line.words(value.equals("true") ? flag.name() : flag.name() + "=" + value);
                }
            }
        }
    }
}
