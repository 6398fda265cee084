package porthole.jupyter.java.show;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the columns that values have in common. */
final class Tabular {
    /** Rows that are shown unless more are asked for. */
    static final int ROWS = 20;

    private Tabular() {}

    /**
     * Values as rows, where they are records, maps, entries, or rows of a matrix.
     *
     * @param items the rows to show
     * @param caption below the table
     */
    static Optional<Grid> grid(List<? extends @Nullable Object> items, String caption) {
        if (items.isEmpty() || items.contains(null)) {
            return Optional.empty();
        }
        if (items.stream().allMatch(Record.class::isInstance)) {
            return Optional.of(named(items.stream().map(r -> fields((Record) r)).toList(), kinds(items), caption));
        }
        if (items.stream().allMatch(FieldTable::has)) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            items.forEach(i -> rows.add(i == null ? Map.of() : FieldTable.of(i)));
            return Optional.of(named(rows, kinds(items), caption));
        }
        if (items.stream().allMatch(Tabular::hasNames)) {
            return Optional.of(named(
                    items.stream().map(m -> keyed((Map<?, ?>) m)).toList(), List.of(), caption));
        }
        if (items.stream().allMatch(Map.Entry.class::isInstance)) {
            return Optional.of(entries(
                    items.stream().map(e -> (Map.Entry<?, ?>) e).toList(), caption));
        }
        return items.size() > 1 && items.stream().allMatch(Tabular::isRow)
                ? Optional.of(matrix(items.stream().map(Tabular::elements).toList(), caption))
                : Optional.empty();
    }

    /** A map's entries as rows; where all values are records, their components are columns too. */
    static Grid entries(Collection<? extends Map.Entry<?, ?>> entries, String caption) {
        boolean records = !entries.isEmpty() && entries.stream().allMatch(e -> e.getValue() instanceof Record);
        if (records) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Map.Entry<?, ?> entry : entries) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("", entry.getKey());
                row.putAll(fields((Record) entry.getValue()));
                rows.add(row);
            }
            return named(rows, List.of(), caption);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Map.Entry<?, ?> entry : entries) {
            rows.add(Arrays.asList(entry.getKey(), entry.getValue()));
        }
        return new Grid(
                List.of(ShownText.SENTENCES.say("grid.key"), ShownText.SENTENCES.say("grid.value")), rows, caption);
    }

    /** A record's components and their values, in order. */
    static Map<String, @Nullable Object> fields(Record value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            fields.put(component.getName(), ShownText.component(value, component));
        }
        return fields;
    }

    private static boolean hasNames(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                && !map.isEmpty()
                && map.keySet().stream().limit(100).allMatch(k -> k instanceof String || k instanceof Enum);
    }

    private static Map<String, @Nullable Object> keyed(Map<?, ?> map) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.entrySet().stream().limit(100).forEach(e -> fields.put(String.valueOf(e.getKey()), e.getValue()));
        return fields;
    }

    /** Where records are of several kinds, each one's. */
    private static List<String> kinds(List<? extends @Nullable Object> items) {
        boolean one = items.stream()
                        .map(i -> i == null ? Object.class : i.getClass())
                        .distinct()
                        .count()
                == 1;
        return one
                ? List.of()
                : items.stream()
                        .map(i -> i == null ? "" : i.getClass().getSimpleName())
                        .toList();
    }

    private static Grid named(List<Map<String, @Nullable Object>> maps, List<String> kinds, String caption) {
        Set<String> columns = new LinkedHashSet<>();
        maps.forEach(m -> columns.addAll(m.keySet()));
        List<String> heads = new ArrayList<>(columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            Map<String, @Nullable Object> map = maps.get(i);
            List<@Nullable Object> row = new ArrayList<>();
            if (!kinds.isEmpty()) {
                row.add(kinds.get(i));
            }
            heads.forEach(c -> row.add(map.containsKey(c) ? map.get(c) : ""));
            rows.add(row);
        }
        if (!kinds.isEmpty()) {
            heads.add(0, "");
        }
        return new Grid(heads, rows, caption);
    }

    private static boolean isRow(@Nullable Object value) {
        if (value == null || !(value.getClass().isArray() || value instanceof List)) {
            return false;
        }
        return elements(value).stream()
                .limit(Grid.COLUMNS)
                .allMatch(e -> e == null
                        || e instanceof Number
                        || e instanceof Boolean
                        || e instanceof Character
                        || e instanceof Enum
                        || (e instanceof String s && s.length() < 60));
    }

    private static List<? extends @Nullable Object> elements(Object row) {
        if (row instanceof List<?> list) {
            return list;
        }
        return IntStream.range(0, Array.getLength(row))
                .limit(Grid.COLUMNS + 1)
                .mapToObj(i -> Array.get(row, i))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    private static Grid matrix(List<List<? extends @Nullable Object>> lines, String caption) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<? extends @Nullable Object> line : lines) {
            List<@Nullable Object> row = new ArrayList<>(line.subList(0, Math.min(line.size(), Grid.COLUMNS + 1)));
            row.addAll(Collections.nCopies(Math.max(0, Math.min(width, Grid.COLUMNS + 1) - row.size()), ""));
            rows.add(row);
        }
        return new Grid(Collections.nCopies(Math.min(width, Grid.COLUMNS + 1), ""), rows, caption);
    }
}
