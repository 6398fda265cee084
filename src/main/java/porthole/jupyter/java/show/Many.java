package porthole.jupyter.java.show;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;

/** Collections, arrays, maps, records and streams: as tables where they have columns, else as text. */
final class Many {
    private Many() {}

    static List<MimeBundle> collection(Object value, Values values) {
        Collection<?> all = (Collection<?>) value;
        return table(first(all, Tabular.ROWS), all.size(), value).map(List::of).orElse(List.of());
    }

    static List<MimeBundle> array(Object value, Values values) {
        int length = Array.getLength(value);
        List<@Nullable Object> first = new ArrayList<>();
        for (int i = 0; i < Math.min(length, Tabular.ROWS); i++) {
            first.add(Array.get(value, i));
        }
        return List.of(table(first, length, value).orElseGet(() -> MimeBundle.text(ShownText.of(value))));
    }

    /** @param most rows at most */
    static List<MimeBundle> table(Object value, int most) {
        Collection<?> all = value instanceof Map<?, ?> map
                ? map.entrySet()
                : value instanceof Collection<?> c
                        ? c
                        : value instanceof Object[] array ? List.of(array) : List.of(value);
        List<@Nullable Object> rows = first(all, most);
        return List.of(Tabular.grid(rows, caption(rows.size(), all.size()))
                .orElseGet(() -> single(rows, caption(rows.size(), all.size())))
                .bundle());
    }

    private static Grid single(List<@Nullable Object> rows, String caption) {
        List<List<@Nullable Object>> column = new ArrayList<>();
        rows.forEach(r -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(r);
            column.add(row);
        });
        return new Grid(List.of(ShownText.SENTENCES.say("grid.value")), column, caption);
    }

    private static Optional<MimeBundle> table(List<@Nullable Object> first, int size, Object whole) {
        boolean named = !first.isEmpty()
                && (first.get(0) instanceof Record || first.get(0) instanceof Map || FieldTable.has(first.get(0)));
        return Tabular.grid(first, caption(first.size(), size))
                .map(g -> named ? g.bundle() : g.bundle(ShownText.of(whole)));
    }

    private static String caption(int shown, int size) {
        return shown >= size
                ? ""
                : ShownText.SENTENCES.say("grid.rows", ShownText.number(shown), ShownText.number(size));
    }

    private static List<@Nullable Object> first(Iterable<?> all, int most) {
        List<@Nullable Object> first = new ArrayList<>();
        try {
            Iterator<?> each = all.iterator();
            while (first.size() < most && each.hasNext()) {
                first.add(each.next());
            }
        } catch (ConcurrentModificationException e) {
            // what was there before another thread changed it
        }
        return first;
    }

    static List<MimeBundle> map(Object value, Values values) {
        Map<?, ?> map = (Map<?, ?>) value;
        if (map.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<?, ?>> entries = new ArrayList<>();
        first(map.entrySet(), Tabular.ROWS).forEach(e -> {
            if (e instanceof Map.Entry<?, ?> entry) {
                entries.add(entry);
            }
        });
        return List.of(
                Tabular.entries(entries, caption(entries.size(), map.size())).bundle(ShownText.of(value)));
    }

    /** One record: its components below one another. */
    static List<MimeBundle> record(Object value, Values values) {
        Map<String, @Nullable Object> fields = Tabular.fields((Record) value);
        if (fields.isEmpty()) {
            return List.of();
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        fields.forEach((name, content) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(name);
            row.add(content);
            rows.add(row);
        });
        return List.of(new Grid(List.of("", ""), rows, "").bundle(ShownText.of(value)));
    }

    /** A stream's first elements. It is used up by that, which is said. */
    static List<MimeBundle> stream(Object value, Values values) {
        List<@Nullable Object> some = new ArrayList<>();
        try (BaseStream<?, ?> stream = (BaseStream<?, ?>) value) {
            elements(stream).limit(Tabular.ROWS + 1L).forEach(some::add);
        } catch (IllegalStateException e) {
            if (some.isEmpty()) {
                return List.of(MimeBundle.text(ShownText.SENTENCES.say("stream.used")));
            }
            throw e;
        }
        boolean more = some.size() > Tabular.ROWS;
        List<@Nullable Object> shown = more ? some.subList(0, Tabular.ROWS) : some;
        String caption = more
                ? ShownText.SENTENCES.say("stream.first", Tabular.ROWS)
                : ShownText.SENTENCES.say("stream.all", some.size());
        return List.of(Tabular.grid(shown, caption)
                .map(Grid::bundle)
                .orElseGet(() -> MimeBundle.text(ShownText.of(shown) + (more ? " …" : "") + "\n" + caption)));
    }

    private static Stream<?> elements(BaseStream<?, ?> stream) {
        BaseStream<?, ?> one = stream.sequential();
        if (one instanceof IntStream ints) {
            return ints.boxed();
        }
        if (one instanceof LongStream longs) {
            return longs.boxed();
        }
        return one instanceof DoubleStream doubles ? doubles.boxed() : (Stream<?>) one;
    }
}
