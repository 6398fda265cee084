package porthole.engine.flag;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExistingNames;

/**
 * All flags of one command of {@code docker}, with what becomes of each. From it a line is read and completed, its help is
 * written, the request filled, and the command line of a typed call told.
 *
 * @param command its words, as in {@code network create}
 * @param flags those that are understood, in the order in which a command line tells them
 * @param handed names of flags with which the whole line goes to the installed program, since they only change how something
 *     is shown or fetched; {@link #ANY} for all others that there are
 * @param refused names of flags that cannot be used here, each with the word under which the reason is kept
 */
public record FlagTable(String command, List<Flag> flags, Set<String> handed, Map<String, String> refused) {
    /** Stands for every further flag. */
    public static final String ANY = "*";

    public FlagTable {
        flags = List.copyOf(flags);
        handed = Set.copyOf(handed);
        refused = Map.copyOf(refused);
    }

    FlagTable(String command, List<Flag> flags) {
        this(command, flags, Set.of(), Map.of());
    }

    static FlagTable of(String command, Flag... flags) {
        return new FlagTable(command, List.of(flags));
    }

    /** The same, with these names of flags that are handed to the installed program. */
    FlagTable handing(String... names) {
        Set<String> all = new LinkedHashSet<>(handed);
        all.addAll(List.of(names));
        return new FlagTable(command, flags, all, refused);
    }

    /** The same, with these names of flags that are refused for that reason. */
    FlagTable refusing(String reason, String... names) {
        Map<String, String> all = new LinkedHashMap<>(refused);
        List.of(names).forEach(name -> all.put(name, reason));
        return new FlagTable(command, flags, handed, all);
    }

    /** The flag of that name or letter; empty if this command has none such. */
    Optional<Flag> find(String name) {
        return flags.stream().filter(flag -> flag.names().contains(name)).findFirst();
    }

    /** Whether the line goes to the installed program if it has that flag. */
    public boolean hands(String name) {
        return handed.contains(name) || handed.contains(ANY);
    }

    /** The word under which the reason is kept for which that flag cannot be used; empty if it is not refused. */
    public Optional<String> refusal(String name) {
        return Optional.ofNullable(refused.get(name));
    }

    /** As {@link #find}; what is unknown is refused with the names that there are. */
    public Flag require(String name) {
        List<String> names = flags.stream().map(Flag::name).toList();
        return find(name)
                .orElseThrow(() -> EngineSentences.sentence(
                        "option.unknown", name, String.join(", ", names), ExistingNames.suggestion(name, names)));
    }
}
