package porthole.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.EngineJson;

/**
 * A record as the text that a recording keeps of it: JSON with the names of its components. Components may be texts,
 * whole numbers, truths, constants of an enum, records, records of a sealed interface (with their class under
 * {@code is}), and lists and optionals of those.
 */
public final class RecordText {
    private static final String CLASS = "is";

    private RecordText() {}

    /**
     * Writes a record as one line of JSON.
     *
     * @throws IllegalArgumentException if it has a component of another kind
     */
    public static String write(Record value) {
        return node(value).toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if {@code text} is not a record of that type
     */
    public static <T extends Record> T read(Class<T> type, String text) {
        try {
            return type.cast(value(type, EngineJson.MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return node(optional.orElse(null));
        } else if (value instanceof List<?> list) {
            ArrayNode array = EngineJson.array();
            list.forEach(each -> array.add(node(each)));
            return array;
        } else if (value instanceof Record one) {
            ObjectNode object = EngineJson.object().put(CLASS, one.getClass().getSimpleName());
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                object.set(component.getName(), node(part(one, component)));
            }
            return object;
        } else if (value == null || value instanceof Enum || isPlain(value.getClass())) {
            return EngineJson.MAPPER.valueToTree(value instanceof Enum<?> constant ? constant.name() : value);
        }
        throw new IllegalArgumentException(value.getClass().getName());
    }

    private static boolean isPlain(Class<?> type) {
        return List.of(String.class, Integer.class, Long.class, Boolean.class).contains(type);
    }

    private static @Nullable Object part(Record one, RecordComponent component) {
        try {
            return component.getAccessor().invoke(one);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object value(Type type, JsonNode node) {
        if (type instanceof ParameterizedType many) {
            Type element = many.getActualTypeArguments()[0];
            if (many.getRawType() == Optional.class) {
                return node.isNull() ? Optional.empty() : Optional.of(value(element, node));
            }
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(value(element, each)));
            return list;
        } else if (type instanceof Class<?> single) {
            return value(single, node);
        }
        throw new IllegalArgumentException(type.getTypeName());
    }

    private static Object value(Class<?> type, JsonNode node) {
        if (type.isRecord()) {
            return record(type, node);
        } else if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .filter(each -> each.getSimpleName().equals(node.path(CLASS).asText()))
                    .map(each -> value(each, node))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(type.getName() + ": " + node));
        }
        try {
            Object value = EngineJson.MAPPER.treeToValue(node, type);
            if (value == null) {
                throw new IllegalArgumentException(type.getName() + ": " + node);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object record(Class<?> type, JsonNode node) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(c -> value(c.getGenericType(), node.path(c.getName())))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
