package porthole.jupyter.java.show;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** What an object of a cell's own class holds, where the class has no {@code toString} that would say it. */
final class FieldTable {
    private FieldTable() {}

    /** Whether {@code value} is such an object. */
    static boolean has(@Nullable Object value) {
        if (value == null
                || !JShellNames.isOwn(value.getClass().getName())
                || value.getClass().isHidden()) {
            return false;
        }
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() == Object.class
                    && !of(value).isEmpty();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Its fields, the superclass's first, without statics. */
    static Map<String, @Nullable Object> of(Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        add(fields, value, value.getClass());
        return fields;
    }

    private static void add(Map<String, @Nullable Object> fields, Object value, @Nullable Class<?> type) {
        if (type == null || !JShellNames.isOwn(type.getName())) {
            return;
        }
        add(fields, value, type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                field.setAccessible(true);
                try {
                    fields.put(field.getName(), field.get(value));
                } catch (IllegalAccessException e) {
                    fields.put(field.getName(), "?");
                }
            }
        }
    }
}
