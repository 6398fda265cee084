package porthole.engine.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * An image that the engine has.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param tags its names with their tags, as in {@code nginx:latest}; none for a dangling image
 * @param created when it was built
 * @param size in bytes
 * @param labels its labels
 */
public record Image(String id, List<String> tags, Instant created, long size, Map<String, String> labels)
        implements Displayable {
    public Image {
        tags = List.copyOf(tags);
        labels = Map.copyOf(labels);
    }

    /** Gives the first 12 digits of the id, as {@code docker images} shows it. */
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
