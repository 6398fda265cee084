package porthole.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * An image that the engine has.
 *
 * @param id with {@code sha256:} in front
 * @param tags its names: {@code nginx:latest}; empty for a dangling one
 * @param created when
 * @param size bytes
 * @param labels as given
 */
public record Image(String id, List<String> tags, Instant created, long size, Map<String, String> labels)
        implements Displayable {
    public Image {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
    }

    /** The first 12 digits of the id, as the command line prints it. */
    public String shortId() {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }

    @Override
    public List<MimeBundle> outputs() {
        return Tables.images(List.of(this)).outputs();
    }

    @Override
    public String toString() {
        return Tables.images(List.of(this)).toString();
    }
}
