package porthole.jupyter.java.show;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;

/**
 * A value as text, in Java's own forms ({@code [1, 2]}, {@code {a=1}}, {@code Point[x=1, y=2]}), arrays too, and bounded:
 * so many elements of each collection, so many characters in all, and no collection inside itself.
 */
final class ShownText {
    static final Sentences SENTENCES = Sentences.of(ShownText.class);

    private static final int ELEMENTS = 100;
    private static final int CHARACTERS = 20_000;
    private static final int WHOLE = 200_000;
    private static final int DEPTH = 8;

    private final StringBuilder text = new StringBuilder();
    private final int elements;
    private final int limit;
    private final Set<Object> inside = Collections.newSetFromMap(new IdentityHashMap<>());

    private ShownText(int elements, int limit) {
        this.elements = elements;
        this.limit = limit;
    }

    /** The value where it stands alone. */
    static String of(@Nullable Object value) {
        return of(value, ELEMENTS, CHARACTERS);
    }

    /** The value where it stands in a table's cell. */
    static String brief(@Nullable Object value) {
        return of(value, 10, 200);
    }

    private static String of(@Nullable Object value, int elements, int limit) {
        ShownText text = new ShownText(elements, limit);
        text.add(value);
        return text.text.toString();
    }

    /** A text of the person's own, cut only where it would freeze the page. */
    static String whole(String text) {
        return text.length() <= WHOLE
                ? text
                : text.substring(0, WHOLE) + "\n" + SENTENCES.say("text.cut", number(WHOLE), number(text.length()));
    }

    /** A count as {@code 3,412}. */
    static String number(long count) {
        return String.format(java.util.Locale.ROOT, "%,d", count);
    }

    private void add(@Nullable Object value) {
        if (text.length() >= limit) {
            return;
        }
        if (value == null || value instanceof String || value instanceof Number) {
            cut(String.valueOf(value));
        } else if (isContainer(value)) {
            if (inside.size() >= DEPTH || !inside.add(value)) {
                text.append('…');
                return;
            }
            try {
                addContainer(value);
            } finally {
                inside.remove(value);
            }
        } else {
            cut(plain(value));
        }
    }

    private static boolean isContainer(Object value) {
        return value.getClass().isArray()
                || isImplicit(value)
                || FieldTable.has(value)
                || ((value instanceof Collection
                                || value instanceof Map
                                || value instanceof Map.Entry
                                || value instanceof Optional)
                        && hasJavasToString(value.getClass()));
    }

    private void addContainer(Object value) {
        if (value.getClass().isArray()) {
            addArray(value);
        } else if (value instanceof Collection<?> all) {
            addAll(all, all.size(), '[', ']');
        } else if (value instanceof Map<?, ?> map) {
            addAll(map.entrySet(), map.size(), '{', '}');
        } else if (value instanceof Map.Entry<?, ?> entry) {
            add(entry.getKey());
            text.append('=');
            add(entry.getValue());
        } else if (value instanceof Optional<?> optional) {
            text.append(optional.isPresent() ? "Optional[" : "Optional.empty");
            if (optional.isPresent()) {
                add(optional.get());
                text.append(']');
            }
        } else if (value instanceof Record record) {
            addRecord(record);
        } else {
            text.append(Types.name(value.getClass())).append(' ');
            Map<String, @Nullable Object> fields = FieldTable.of(value);
            addAll(fields.entrySet(), fields.size(), '{', '}');
        }
    }

    private void addArray(Object array) {
        int length = Array.getLength(array);
        text.append('[');
        for (int i = 0; i < Math.min(length, elements); i++) {
            text.append(i == 0 ? "" : ", ");
            add(Array.get(array, i));
        }
        end(length, Math.min(length, elements), ']');
    }

    private void addAll(Collection<?> all, int size, char open, char close) {
        text.append(open);
        int shown = 0;
        try {
            Iterator<?> each = all.iterator();
            while (shown < elements && text.length() < limit && each.hasNext()) {
                text.append(shown == 0 ? "" : ", ");
                add(each.next());
                shown++;
            }
        } catch (ConcurrentModificationException e) {
            text.append(" … ").append(SENTENCES.say("text.changing"));
        }
        end(size, shown, close);
    }

    private void end(int size, int shown, char close) {
        if (shown < size) {
            text.append(", … ").append(SENTENCES.say("text.more", number((long) size - shown), number(size)));
        }
        text.append(close);
    }

    private void addRecord(Record value) {
        text.append(value.getClass().getSimpleName()).append('[');
        String comma = "";
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(comma).append(component.getName()).append('=');
            add(component(value, component));
            comma = ", ";
        }
        text.append(']');
    }

    /** What a record's accessor gives, which may be the person's own code. */
    static @Nullable Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (InvocationTargetException e) {
            throw sneaky(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            return "?";
        }
    }

    /** Lets the person's own exception through as it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** A record whose {@code toString} is the language's own, which knows no bounds. */
    private static boolean isImplicit(Object value) {
        if (!(value instanceof Record)) {
            return false;
        }
        try {
            return Modifier.isFinal(value.getClass().getMethod("toString").getModifiers())
                    && (value.getClass().getModule() == ShownText.class.getModule()
                            || value.getClass().getPackageName().isEmpty()
                            || !value.getClass().getModule().isNamed());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean hasJavasToString(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass().getName().startsWith("java.");
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static String plain(Object value) {
        String text = value.toString();
        if (text == null) {
            return "null";
        }
        String own = value.getClass().getName();
        return text.startsWith(own + "@") ? Types.name(value.getClass()) + text.substring(own.length()) : text;
    }

    private void cut(String more) {
        int room = limit - text.length();
        if (more.length() <= room) {
            text.append(more);
        } else {
            int end = Math.max(0, room - 1);
            boolean halved = end > 0 && Character.isHighSurrogate(more.charAt(end - 1));
            text.append(more, 0, halved ? end - 1 : end).append('…');
        }
    }
}
