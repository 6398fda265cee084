package porthole.display;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A list of values that is shown as a table. Otherwise it is an unmodifiable {@link List}, so that a cell can compute
 * with it.
 *
 * @param <T> the type of the values
 */
public final class Listing<T> extends AbstractList<T> implements Displayable {
    private final List<T> items;
    private final List<String> columns;
    private final Function<T, List<String>> row;

    /**
     * Makes a list.
     *
     * @param items the values, in the order to show
     * @param columns the headings of the table
     * @param row gives the cells of one value's row, as many as there are headings
     */
    public Listing(List<T> items, List<String> columns, Function<T, List<String>> row) {
        this.items = List.copyOf(items);
        this.columns = List.copyOf(columns);
        this.row = row;
    }

    /**
     * Gives the values that meet a condition, under the same headings.
     *
     * @param wanted the condition
     */
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

    /** Gives the values as a table. */
    public Table table() {
        return new Table(columns, items.stream().map(row).toList());
    }

    @Override
    public List<MimeBundle> outputs() {
        return table().outputs();
    }

    /** Gives the table as plain text, as {@code System.out.println} prints it. */
    @Override
    public String toString() {
        return table().text();
    }
}
