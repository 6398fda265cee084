package porthole.jupyter.java.show;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as the maps, lists, strings and numbers that JSON is made of. */
final class Tree {
    private static final int DEPTH = 50;

    private Tree() {}

    static Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static Object of(@Nullable Object value, int depth) {
        if (depth > DEPTH) {
            throw new IllegalArgumentException(ShownText.SENTENCES.say("word.json.deep", DEPTH));
        }
        if (value == null) {
            return porthole.jupyter.protocol.MessageJson.parse("null").orElseThrow();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth);
        }
        if (value instanceof Record record) {
            return object(Tabular.fields(record), depth);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, depth);
        }
        if (value instanceof Collection<?> all) {
            List<Object> list = new ArrayList<>();
            all.forEach(e -> list.add(of(e, depth + 1)));
            return list;
        }
        if (value.getClass().isArray()) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(of(Array.get(value, i), depth + 1));
            }
            return list;
        }
        return value.toString();
    }

    private static Object object(Map<?, ? extends @Nullable Object> map, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((k, v) -> object.put(String.valueOf(k), of(v, depth + 1)));
        return object;
    }
}
