package porthole.display;

import java.util.List;
import java.util.Optional;

/** A value that knows how to show itself under a cell. */
public interface Displayable {
    /**
     * What to show, in order: the first is the cell's result, the others follow it as outputs of their own. Never
     * empty.
     */
    List<MimeBundle> outputs();

    /**
     * The same where a cell has said in which MIME types: those of them that there are, beside the text.
     *
     * @param types {@code image/*} and {@code *}{@code /*} stand for several
     */
    default List<MimeBundle> outputs(List<String> types) {
        return outputs().stream().map(b -> b.only(types)).toList();
    }

    /** The id by which it can be replaced once it is shown, where it has one of its own. */
    default Optional<String> displayId() {
        return Optional.empty();
    }
}
