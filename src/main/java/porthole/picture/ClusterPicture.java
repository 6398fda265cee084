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

/**
 * Several hosts with their networks and containers as a picture: a drawing in SVG and PNG, a text that says the same,
 * and a table.
 */
public final class ClusterPicture implements Displayable {
    private final ClusterTopology cluster;
    private final String title;
    private final String answer;
    private @Nullable Scene scene;

    private ClusterPicture(ClusterTopology cluster, String title, String answer) {
        this.cluster = cluster;
        this.title = title;
        this.answer = answer;
    }

    /**
     * Draws one moment.
     *
     * @param cluster the hosts, their topologies, and the network between them
     */
    public static ClusterPicture of(ClusterTopology cluster) {
        return new ClusterPicture(cluster, ClusterStories.title(cluster), ClusterStories.answer(cluster));
    }

    /**
     * Gives the same picture under another title.
     *
     * @param other any text
     */
    public ClusterPicture title(String other) {
        return new ClusterPicture(cluster, other, answer);
    }

    /**
     * Gives the same picture with another sentence in the place of its answer.
     *
     * @param sentence any text
     */
    public ClusterPicture answer(String sentence) {
        return new ClusterPicture(cluster, title, sentence);
    }

    /** Gives the title, which is the question that the picture answers. */
    public String title() {
        return title;
    }

    /** Gives the answer to the title's question in the reader's language. */
    public String answer() {
        return answer;
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

    /** Gives the drawing as one {@code <svg>} element, which can be put into any page. */
    public String svg() {
        return SvgGraphics.write(scene());
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

    /**
     * Writes the drawing as a PNG to a file. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path png(Path file) throws IOException {
        return Files.write(file, Raster.png(scene()));
    }

    /**
     * Gives a table with one row for each connection of a container to a network on each host, and one for each
     * container that has none.
     */
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

    /** Gives the title, the answer and everything that the drawing shows as plain text in indented lines. */
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
