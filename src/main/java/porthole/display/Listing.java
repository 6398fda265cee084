package porthole.display;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list of values that shows itself as a table and is otherwise an unmodifiable {@link List}, so that a cell can go on
 * computing with it.
 *
 * @param <T> what is listed
 */
public final class Listing<T> extends AbstractList<T> implements Displayable {
    private final List<T> items;
    private final List<String> columns;
    private final Function<T, List<String>> row;

    /**
     * @param items what is listed, in the order to show
     * @param columns the table's headings
     * @param row one item's cells, as many as there are columns
     */
    public Listing(List<T> items, List<String> columns, Function<T, List<String>> row) {
        this.items = List.copyOf(items);
        this.columns = List.copyOf(columns);
        this.row = row;
    }

    /** Those that {@code wanted} accepts, under the same headings. */
    public Listing<T> where(Predicate<T> wanted) {
        return new Listing<>(items.stream().filter(wanted).toList(), columns, row);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The same items as a table. */
    public Table table() {
        return new Table(columns, items.stream().map(row).toList());
    }

    @Override
    public List<MimeBundle> outputs() {
        return table().outputs();
    }

    /** The table as text: what {@code System.out.println} shows. */
    @Override
    public String toString() {
        return table().text();
    }
}
