package porthole.jupyter.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;

/** All magics by name. */
public final class Magics {
    private static final Sentences SENTENCES = Sentences.of(Magics.class);

    /** Magics whose words name no file. */
    private static final Set<String> NO_FILES = Set.of(
            "maven",
            "addMavenDependency",
            "addMavenDependencies",
            "mavenRepo",
            "addMavenRepo",
            "dependency",
            "vars",
            "who",
            "whos",
            "reset",
            "magics",
            "lsmagic",
            "history");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][\\w-]*");

    private final Map<String, Magic> byName = new TreeMap<>();
    private Map<String, Magic> atStart = Map.of();

    /** What there is now belongs to every session. */
    public void settle() {
        atStart = Map.copyOf(byName);
    }

    /** Forgets what was added, or replaced, since the session's start. */
    public void forget() {
        byName.clear();
        byName.putAll(atStart);
    }

    /** Adds one; a name that is there already is replaced. */
    public void add(Magic magic) {
        byName.put(magic.name(), magic);
    }

    /** Whether there is one of this name. */
    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** All of them, by name. */
    public List<Magic> all() {
        return new ArrayList<>(byName.values());
    }

    /**
     * Runs one.
     *
     * @throws MagicException where there is none of this name; names the nearest
     * @throws Exception what the magic throws
     */
    public @Nullable Object run(String name, String arguments, @Nullable String body) throws Exception {
        return named(name).run(arguments, body);
    }

    /**
     * How one is called.
     *
     * @throws MagicException where there is none of this name; names the nearest
     */
    public String summary(String name) throws MagicException {
        return named(name).summary();
    }

    private Magic named(String name) throws MagicException {
        Magic magic = byName.get(name);
        if (magic == null && name.equals("cd")) {
            throw new MagicException(SENTENCES.say("unknown.cd"));
        }
        if (magic == null) {
            String near = Nearest.to(name, byName.keySet())
                    .map(n -> Nearest.meant("%" + n))
                    .orElse("");
            throw new MagicException(SENTENCES.say("unknown", name, near));
        }
        return magic;
    }

    /** Names that begin with {@code prefix}. */
    public List<String> complete(String prefix) {
        return byName.keySet().stream().filter(n -> n.startsWith(prefix)).toList();
    }

    /**
     * What could stand at the end of a magic's line.
     *
     * @param line from its {@code %} to the cursor
     */
    public List<String> completeArguments(String line) {
        String[] nameAndRest = line.replaceFirst("^%{1,2}", "").split("\\s+", 2);
        Magic magic = byName.get(nameAndRest[0]);
        return magic == null || nameAndRest.length < 2 ? List.of() : completeArguments(magic, nameAndRest[1]);
    }

    /** As the magic says; where it says nothing, the options of its summary, and files. */
    private static List<String> completeArguments(Magic magic, String typed) {
        List<String> own = magic.complete(typed);
        String begun = typed.substring(Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1);
        if (!own.isEmpty()) {
            return own;
        }
        if (!begun.startsWith("-") && NO_FILES.contains(magic.name())) {
            return List.of();
        }
        return begun.startsWith("-")
                ? OPTION.matcher(magic.summary())
                        .results()
                        .map(MatchResult::group)
                        .filter(o -> o.startsWith(begun))
                        .distinct()
                        .toList()
                : FileNames.startingWith(begun);
    }

    /** What could stand at the end of a line below {@code %%name}: as on the magic's own line, else files. */
    public List<String> completeBody(String name, String line) {
        Magic magic = byName.get(name);
        return magic == null ? List.of() : completeArguments(magic, line.replaceFirst("^" + name + "\\s+", ""));
    }

    /** Help on a magic's line; empty where there is no such magic. */
    public Optional<String> help(String line) {
        String[] nameAndRest = line.replaceFirst("^%{1,2}", "").split("\\s+", 2);
        return Optional.ofNullable(byName.get(nameAndRest[0]))
                .map(magic -> magic.help(nameAndRest.length < 2 ? "" : nameAndRest[1]));
    }
}
