package porthole.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.topology.Change;
import porthole.topology.Topology;

/**
 * A topology as something to look at: a drawing as SVG and PNG, a text that says the same, and a table. Nothing is
 * drawn before one of them is asked for.
 */
public final class Picture implements Displayable {
    private Picture() {}

    /** The picture of one moment. */
    public static Picture of(Topology topology) {
        return new Picture();
    }

    /**
     * The picture of a step: the frame of the moment before, and in it what came and went.
     *
     * @param commandLine what was done, as the learner would type it; empty where there is no one line for it
     */
    public static Picture of(Change change, String commandLine) {
        return new Picture();
    }

    /** The same picture under another title. */
    public Picture title(String title) {
        return this;
    }

    /** The drawing as one {@code <svg>} element: attributes only, no script, no ids. */
    public String svg() {
        return "";
    }

    /** Writes {@link #svg()} to {@code file}; returns {@code file}. */
    public Path svg(Path file) throws IOException {
        return file;
    }

    /** The drawing as PNG, at twice its size unless that would be very large. */
    public byte[] pngBytes() {
        return new byte[0];
    }

    /** Writes {@link #pngBytes()} to {@code file}; returns {@code file}. */
    public Path png(Path file) throws IOException {
        return file;
    }

    /** One row for each endpoint, and for each container that has none. */
    public Table table() {
        return new Table(List.of(), List.of());
    }

    /** Title, answer, and all that the drawing tells, as indented lines. */
    public String text() {
        return "";
    }

    /** The topology as a Mermaid flowchart. */
    public String mermaid() {
        return "";
    }

    /** The topology as a Graphviz graph. */
    public String dot() {
        return "";
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.text(text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
