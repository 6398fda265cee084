package porthole.engine;

import java.util.List;
import java.util.Optional;

/**
 * All flags that one command of {@code docker} takes here.
 *
 * @param command its words, as in {@code network create}
 * @param flags in the order in which a command line tells them
 */
public record FlagTable(String command, List<Flag> flags) {
    public FlagTable {
        flags = List.copyOf(flags);
    }

    /** The flag of that name or letter; empty if this command has none such. */
    public Optional<Flag> find(String name) {
        return flags.stream().filter(flag -> flag.names().contains(name)).findFirst();
    }

    /** As {@link #find}; what is unknown is refused with the names that there are. */
    Flag require(String name) {
        List<String> names = flags.stream().map(Flag::name).toList();
        return find(name)
                .orElseThrow(() -> Errors.sentence(
                        "option.unknown", name, String.join(", ", names), Names.suggestion(name, names)));
    }
}
