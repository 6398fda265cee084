package porthole.jupyter.java.run;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.classes.InitialState;
import porthole.jupyter.java.classes.StaticFields;
import porthole.jupyter.java.text.JShellNames;

/**
 * Static state of the types that cells declare, when JShell makes a new class of one (a later version of {@code
 * Counter}, {@link JShellNames}). Where the new one {@linkplain InitialState begins} as the old one did, it gets the
 * old one's values; else it starts anew, as in a fresh session, and that is told.
 */
public final class StaticState {
    private final SnippetLoader loader;

    /** The class that stands for a declaration now, by its unversioned name. */
    private final Map<String, String> latest = new HashMap<>();

    /** The class whose values a class begins with. */
    private final Map<String, String> heirs = new HashMap<>();

    private final List<Anew> anew = new ArrayList<>();

    StaticState(SnippetLoader loader) {
        this.loader = loader;
    }

    /**
     * A type that has lost its static state.
     *
     * @param fields in which it was
     */
    public record Anew(String type, List<String> fields) {}

    /** The types that have started anew since this was last asked. */
    public List<Anew> anew() {
        List<Anew> all = List.copyOf(anew);
        anew.clear();
        return all;
    }

    /** Whether the loaded class must not get the code of {@code now}: it would begin with other values. */
    boolean beginsOtherwise(String name, Map<String, byte[]> now) {
        Map<String, byte[]> before = loader.compiled();
        return before.containsKey(name)
                && !InitialState.of(name, before::get).equals(InitialState.of(name, over(now, before)));
    }

    private static Function<String, byte @Nullable []> over(Map<String, byte[]> now, Map<String, byte[]> before) {
        return name -> now.getOrDefault(name, before.get(name));
    }

    /** Classes are about to be loaded; their class files are among the loader's {@linkplain SnippetLoader#compiled known}. */
    void learn(Set<String> names) {
        for (String name : names) {
            if (JShellNames.written(name).isEmpty()) {
                continue; // variables: VariableStorage keeps them
            }
            String before = latest.put(JShellNames.unversioned(name), name);
            String source = before == null || isInUse(before) ? before : heirs.get(before);
            if (source != null && !source.equals(name)) {
                succeed(source, name);
            }
        }
    }

    private void succeed(String before, String name) {
        StaticFields old = StaticFields.of(file(before));
        if (old.names().isEmpty()) {
            return;
        }
        boolean fits =
                !old.isEnum() && StaticFields.of(file(name)).statics().stream().allMatch(f -> old.takes(f));
        if (fits
                && InitialState.of(before, loader.compiled()::get)
                        .equals(InitialState.of(name, loader.compiled()::get))) {
            heirs.put(name, before);
        } else {
            anew.add(new Anew(JShellNames.written(name), old.names()));
        }
    }

    private byte[] file(String name) {
        return Objects.requireNonNull(loader.compiled().get(name));
    }

    private boolean isInUse(String name) {
        Class<?> loaded = loader.loaded(name);
        return loaded != null && Agent.isInitialized(loaded);
    }

    /** The static fields that a class gets from the one before it; none where it starts by itself. */
    List<StaticFields.One> inherited(String name) {
        String before = heirs.get(name);
        if (before == null) {
            return List.of();
        }
        List<StaticFields.One> old = StaticFields.of(file(before)).statics();
        return StaticFields.of(file(name)).statics().stream()
                .filter(old::contains)
                .toList();
    }

    /** What the class before {@code heir} holds in a static field. */
    @Nullable
    Object value(Class<?> heir, String field) throws ReflectiveOperationException {
        Class<?> before = Class.forName(heirs.get(heir.getName()), true, loader);
        Field itsField = before.getDeclaredField(field);
        itsField.setAccessible(true);
        return itsField.get(null);
    }
}
