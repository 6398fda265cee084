package porthole.engine.container;

import java.util.List;
import java.util.Optional;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.answer.Tables;
import porthole.engine.api.ExecResult;
import porthole.network.Container;

/**
 * What {@code docker run} has started.
 *
 * @param container the container as it was last seen: running, or, if it ran in the foreground, ended
 * @param result what it printed and its exit code, if it ran in the foreground; empty for a container in the background
 */
public record Run(Container container, Optional<ExecResult> result) implements Displayable {
    /** The container's name: the one that was given, or the engine's choice. */
    public String name() {
        return container.name();
    }

    /** The container's id: 64 hexadecimal digits. */
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
