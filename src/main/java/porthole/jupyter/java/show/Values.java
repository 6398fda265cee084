package porthole.jupyter.java.show;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/** How any Java value is shown in one session. May be asked by several threads. */
public final class Values {
    private final Function<Throwable, String> traceback;
    private final Map<String, Function<Object, List<MimeBundle>>> renderings;
    private final Map<String, Function<Object, List<MimeBundle>>> brought = new ConcurrentHashMap<>();
    private final Map<Class<?>, Function<Object, ? extends @Nullable Object>> registered = new ConcurrentHashMap<>();

    /**
     * @param traceback an exception as the session's cells know it
     * @param renderings by the full names of their types, beside those that every session has
     */
    public Values(Function<Throwable, String> traceback, Map<String, Function<Object, List<MimeBundle>>> renderings) {
        this.traceback = traceback;
        this.renderings = Map.copyOf(renderings);
    }

    /**
     * From now on values of {@code type}, which no nearer type has its own for, are shown as {@code rendering} says.
     *
     * @param rendering gives a {@link Displayable}, a {@link MimeBundle}, or a value to show instead
     */
    public <T> void register(Class<T> type, Function<? super T, ? extends @Nullable Object> rendering) {
        registered.put(type, value -> rendering.apply(type.cast(value)));
    }

    /** From now on values are shown so, too, by the full names of their types. */
    public void bring(Map<String, Function<Object, List<MimeBundle>>> more) {
        brought.putAll(more);
    }

    /** Shows values as at the session's start. */
    public void forget() {
        brought.clear();
        registered.clear();
    }

    /**
     * What to show, never empty.
     *
     * @param as the MIME types wanted; none means the value's own. A text is taken as written in the type asked for;
     *     what else cannot be had in a type is left out.
     */
    public List<MimeBundle> show(@Nullable Object value, String... as) {
        Object what = value == null ? null : replaced(value);
        if (what == null) {
            return List.of(MimeBundle.text("null"));
        }
        if (as.length == 0) {
            return own(what);
        }
        return what instanceof Displayable displayable
                ? displayable.outputs(List.of(as))
                : own(what).stream().map(b -> OtherForms.of(what, b, as)).toList();
    }

    /** The value in one line of text, however it would be shown: a table's rows follow one another. */
    public String line(@Nullable Object value) {
        if (value instanceof Throwable thrown) {
            String message = thrown.getMessage();
            return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        }
        MimeBundle shown = show(value).get(0);
        boolean isTable = shown.data().containsKey("text/html") && !(value instanceof Displayable);
        String text = isTable ? ShownText.brief(value) : shown.plain();
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The value itself, or what a registration wants shown instead. */
    private @Nullable Object replaced(Object value) {
        if (!registered.isEmpty()) {
            for (Class<?> type : types(value.getClass())) {
                Function<Object, ? extends @Nullable Object> rendering = registered.get(type);
                Object shown = rendering == null ? value : rendering.apply(value);
                if (shown != value) {
                    return shown;
                }
            }
        }
        return value;
    }

    private List<MimeBundle> own(Object value) {
        if (value instanceof Displayable displayable) {
            return displayable.outputs();
        }
        if (value instanceof MimeBundle bundle) {
            return List.of(bundle);
        }
        if (value instanceof CharSequence text) {
            return List.of(MimeBundle.text(ShownText.whole(text.toString())));
        }
        return value instanceof Number || value instanceof Boolean || value instanceof Character
                ? List.of(MimeBundle.text(ShownText.of(value)))
                : rendered(value);
    }

    private List<MimeBundle> rendered(Object value) {
        for (Class<?> type : types(value.getClass())) {
            String name = type.getName();
            Function<Object, List<MimeBundle>> extended = brought.getOrDefault(name, renderings.get(name));
            Rendering rendering = BuiltIn.of(type);
            List<MimeBundle> shown = extended != null
                    ? extended.apply(value)
                    : rendering == null ? List.of() : rendering.of(value, this);
            if (!shown.isEmpty()) {
                return shown;
            }
        }
        return List.of(MimeBundle.text(ShownText.of(value)));
    }

    String traceback(Throwable thrown) {
        return traceback.apply(thrown);
    }

    /** A class, its interfaces and theirs, then the same of its superclass, and so on. */
    private static Collection<Class<?>> types(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            Deque<Class<?>> next = new ArrayDeque<>(List.of(one));
            while (!next.isEmpty()) {
                Class<?> some = next.remove();
                if (types.add(some)) {
                    next.addAll(List.of(some.getInterfaces()));
                }
            }
        }
        return types;
    }
}
