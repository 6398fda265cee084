package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.ClusterDrawing;
import porthole.picture.form.PictureForms;
import porthole.picture.form.Raster;
import porthole.picture.form.Scene;
import porthole.picture.form.SvgGraphics;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.Marks;
import porthole.picture.story.PictureContent;
import porthole.picture.story.Report;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;

/** Several hosts as something to look at: a drawing, a text that says the same, and a table. */
public final class ClusterPicture implements Displayable {
    private final ClusterTopology cluster;
    private final String title;
    private @Nullable Scene scene;

    private ClusterPicture(ClusterTopology cluster, String title) {
        this.cluster = cluster;
        this.title = title;
    }

    /** The picture of one moment. */
    public static ClusterPicture of(ClusterTopology cluster) {
        return new ClusterPicture(cluster, ClusterStories.title(cluster));
    }

    /** The same picture under another title. */
    public ClusterPicture title(String other) {
        return new ClusterPicture(cluster, other);
    }

    /** The question. */
    public String title() {
        return title;
    }

    /** The answer. */
    public String answer() {
        return ClusterStories.answer(cluster);
    }

    private synchronized Scene scene() {
        Scene drawn = scene;
        if (drawn == null) {
            drawn = ClusterDrawing.of(cluster, title, answer());
            scene = drawn;
        }
        return drawn;
    }

    /** All the text in the drawing. */
    List<Scene.Text> labels() {
        return scene().labels();
    }

    /** The drawing as one {@code <svg>} element. */
    public String svg() {
        return SvgGraphics.write(scene());
    }

    /** Writes {@link #svg()} to {@code file}. */
    public Path svg(Path file) throws IOException {
        return Files.writeString(file, svg());
    }

    /** Writes the drawing as PNG to {@code file}. */
    public Path png(Path file) throws IOException {
        return Files.write(file, Raster.png(scene()));
    }

    /** One row for each endpoint on each host, and for each container that has none. */
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        List<String> columns = List.of();
        for (Topology host : cluster.hosts()) {
            Table own = Report.table(host, Marks.NONE);
            columns = Stream.concat(Stream.of(SENTENCES.say("column.host")), own.columns().stream())
                    .toList();
            own.rows()
                    .forEach(row -> rows.add(
                            Stream.concat(Stream.of(host.snapshot().host().name()), row.stream())
                                    .toList()));
        }
        return new Table(columns, rows);
    }

    /** Title, answer, and all that the drawing tells, as indented lines. */
    public String text() {
        StringBuilder text = new StringBuilder(title + "\n" + answer() + "\n");
        for (int i = 0; i < cluster.hosts().size(); i++) {
            Topology host = cluster.hosts().get(i);
            PictureContent story = ClusterStories.of(host);
            String whole = Report.text(host, Marks.NONE, story);
            String address = i < cluster.underlay().addresses().size()
                    ? " " + cluster.underlay().addresses().get(i)
                    : "";
            String lines = whole.substring(whole.indexOf("\n\n") + 2).replaceFirst("\n|$", address + "\n");
            text.append('\n').append(lines.stripTrailing());
        }
        return text.append('\n').append(ClusterStories.underlay(cluster)).toString();
    }

    @Override
    public List<MimeBundle> outputs() {
        return PictureForms.of(scene(), text(), table());
    }

    @Override
    public String toString() {
        return text();
    }
}
