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
 * A topology as something to look at: a drawing as SVG and PNG, a text that says the same, and a table. Nothing is
 * drawn before one of them is asked for, and nothing twice.
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

    /** The picture of one moment. */
    public static Picture of(Topology topology) {
        return new Picture(topology, Marks.NONE, PictureContents.of(topology));
    }

    /**
     * The picture of a step: the frame of the moment before, and in it what came and went.
     *
     * @param commandLine what was done, as the learner would type it; empty where there is no one line for it
     */
    public static Picture of(Change change, String commandLine) {
        return new Picture(change.merged(), Marks.of(change), PictureContents.of(change, commandLine));
    }

    /** The same picture under another title. */
    public Picture title(String title) {
        return new Picture(topology, marks, story.titled(title));
    }

    /** The same picture with another sentence in the place of its answer. */
    public Picture answer(String sentence) {
        return new Picture(topology, marks, story.answered(sentence));
    }

    /** The question. */
    public String title() {
        return story.title();
    }

    /** The answer, in one or two sentences. */
    public String answer() {
        return story.answer();
    }

    private synchronized Scene scene() {
        if (scene == null) {
            scene = Drawing.of(story);
        }
        return scene;
    }

    /** The drawing as one {@code <svg>} element: no style sheet, no script, no ids. */
    public synchronized String svg() {
        if (svg == null) {
            svg = SvgGraphics.write(scene());
        }
        return svg;
    }

    /**
     * Writes {@link #svg()} to {@code file}.
     *
     * @return {@code file}
     */
    public Path svg(Path file) throws IOException {
        return Files.writeString(file, svg());
    }

    /** The drawing as PNG, at twice its size unless that would be very large. */
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
     * Writes {@link #pngBytes()} to {@code file}.
     *
     * @return {@code file}
     */
    public Path png(Path file) throws IOException {
        return Files.write(file, png());
    }

    /** One row for each endpoint, and for each container that has none. */
    public Table table() {
        return Report.table(topology, marks);
    }

    /** Title, answer, and all that the drawing tells, as indented lines. */
    public String text() {
        return Report.text(topology, marks, story);
    }

    /** The topology as a Mermaid flowchart. */
    public String mermaid() {
        return Graphs.mermaid(topology);
    }

    /** The topology as a Graphviz graph. */
    public String dot() {
        return Graphs.dot(topology);
    }

    @Override
    public List<MimeBundle> outputs() {
        return PictureForms.of(scene(), svg(), png(), text(), table());
    }

    /** The text form. */
    @Override
    public String toString() {
        return text();
    }
}
