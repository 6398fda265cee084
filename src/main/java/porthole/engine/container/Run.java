package porthole.engine.container;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.answer.Tables;
import porthole.engine.api.ExecResult;
import porthole.network.Container;

/**
 * What {@code docker run} has made.
 *
 * @param container the container; as it was last seen, where it ran in the foreground
 * @param result in the foreground, what it said and how it ended; empty while it runs detached
 */
public record Run(Container container, Optional<ExecResult> result) implements Displayable {
    /** The container's name. */
    public String name() {
        return container.name();
    }

    /** The container's id. */
    public String id() {
        return container.id();
    }

    @Override
    public List<MimeBundle> outputs() {
        return result.map(ExecResult::outputs)
                .orElseGet(() -> Tables.containers(List.of(container)).outputs());
    }

    @Override
    public String toString() {
        return result.map(ExecResult::toString)
                .orElseGet(() -> Tables.containers(List.of(container)).toString());
    }
}
