package porthole.display;

import java.util.List;
import java.util.Optional;

/** A value that says how it is shown under a cell. A type of a notebook's own may implement it. */
public interface Displayable {
    /**
     * Gives what to show, in order.
     *
     * @return the cell's result first, then further outputs; at least one
     */
    List<MimeBundle> outputs();

    /**
     * Gives what to show in some MIME types only, which {@code display(value, "text/html")} asks for.
     *
     * @param types MIME types; {@code image/*} and {@code *}{@code /*} mean several
     * @return the outputs of {@link #outputs()}, reduced to those types and the plain text
     */
    default List<MimeBundle> outputs(List<String> types) {
        return outputs().stream().map(b -> b.only(types)).toList();
    }

    /** Gives the id by which it can be replaced once it is shown; empty if the kernel is to choose one. */
    default Optional<String> displayId() {
        return Optional.empty();
    }
}
