package porthole.engine.container;

import java.util.List;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * What a container has said so far.
 *
 * @param container its name
 * @param text both streams, in the order in which the engine noted them (of lines said at once, that is chance)
 * @param stdout what it printed
 * @param stderr what it complained
 */
public record Log(String container, String text, String stdout, String stderr) implements Displayable {
    /** The lines, in order. */
    public List<String> lines() {
        return text.lines().toList();
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.text(Bounded.of(text.stripTrailing(), ".text()")));
    }

    @Override
    public String toString() {
        return text;
    }
}
