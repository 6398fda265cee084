package porthole.engine.container;

import java.util.List;
import porthole.display.Bounded;
import porthole.display.Displayable;
import porthole.display.MimeBundle;

/**
 * What a container had printed when it was asked.
 *
 * @param container the container's name
 * @param text both streams together, in the order in which the engine recorded them (the order of lines that were
 *     printed at the same moment is not defined)
 * @param stdout what it printed to its standard output
 * @param stderr what it printed to its standard error; empty for a container with a terminal ({@code --tty}), which has
 *     one stream only
 */
public record Log(String container, String text, String stdout, String stderr) implements Displayable {
    /** Splits {@link #text} into lines, in order, without their line ends. */
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
