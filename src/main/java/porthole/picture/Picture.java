package porthole.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.Drawing;
import porthole.picture.form.PictureForms;
import porthole.picture.form.Raster;
import porthole.picture.form.Scene;
import porthole.picture.form.SvgGraphics;
import porthole.picture.story.Graphs;
import porthole.picture.story.Marks;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContents;
import porthole.picture.story.Report;
import porthole.topology.Change;
import porthole.topology.Topology;

/**
 * The networks and containers of one engine as a picture: a drawing in SVG and PNG, a text that says the same, and a
 * table. It shows one moment, or what a command has changed. Each form is made when it is first asked for.
 */
public final class Picture implements Displayable {
    private final Topology topology;
    private final Marks marks;
    private final PictureContent story;
    private @Nullable Scene scene;
    private @Nullable String svg;
    private byte @Nullable [] png;

    private Picture(Topology topology, Marks marks, PictureContent story) {
        this.topology = topology;
        this.marks = marks;
        this.story = story;
    }

    /**
     * Draws one moment.
     *
     * @param topology the networks and containers to show
     */
    public static Picture of(Topology topology) {
        return new Picture(topology, Marks.NONE, PictureContents.of(topology));
    }

    /**
     * Draws a step: what was there before, in which what came and what went are marked.
     *
     * @param change the topologies before and after
     * @param commandLine what was done, as one would type it; empty text if there is no single command for it
     */
    public static Picture of(Change change, String commandLine) {
        return new Picture(change.merged(), Marks.of(change), PictureContents.of(change, commandLine));
    }

    /**
     * Gives the same picture under another title.
     *
     * @param title any text
     */
    public Picture title(String title) {
        return new Picture(topology, marks, story.titled(title));
    }

    /**
     * Gives the same picture with another sentence in the place of its answer.
     *
     * @param sentence any text
     */
    public Picture answer(String sentence) {
        return new Picture(topology, marks, story.answered(sentence));
    }

    /** Gives the title, which is the question that the picture answers. */
    public String title() {
        return story.title();
    }

    /** Gives the answer to the title's question, in one or two sentences in the reader's language. */
    public String answer() {
        return story.answer();
    }

    private synchronized Scene scene() {
        if (scene == null) {
            scene = Drawing.of(story);
        }
        return scene;
    }

    /**
     * Gives the drawing as one {@code <svg>} element, without style sheets, scripts or ids, so that it can be put into
     * any page.
     */
    public synchronized String svg() {
        if (svg == null) {
            svg = SvgGraphics.write(scene());
        }
        return svg;
    }

    /**
     * Writes {@link #svg()} to a file in UTF-8. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path svg(Path file) throws IOException {
        return Files.writeString(file, svg());
    }

    /** Gives the drawing as a PNG, at twice its size in pixels (less if that would be very large). */
    public byte[] pngBytes() {
        return png().clone();
    }

    private synchronized byte[] png() {
        if (png == null) {
            png = Raster.png(scene());
        }
        return png;
    }

    /**
     * Writes {@link #pngBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path png(Path file) throws IOException {
        return Files.write(file, png());
    }

    /**
     * Gives a table with one row for each connection of a container to a network, and one for each container that has
     * none.
     */
    public Table table() {
        return Report.table(topology, marks);
    }

    /** Gives the title, the answer and everything that the drawing shows as plain text in indented lines. */
    public String text() {
        return Report.text(topology, marks, story);
    }

    /** Gives the topology as a flowchart in Mermaid's language. */
    public String mermaid() {
        return Graphs.mermaid(topology);
    }

    /** Gives the topology as a graph in Graphviz's DOT language. */
    public String dot() {
        return Graphs.dot(topology);
    }

    @Override
    public List<MimeBundle> outputs() {
        return PictureForms.of(scene(), svg(), png(), text(), table());
    }

    /** Gives {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
