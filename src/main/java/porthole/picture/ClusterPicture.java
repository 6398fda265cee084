package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.picture.drawing.ClusterDrawing;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.Legend;
import porthole.picture.story.Marks;
import porthole.picture.story.PictureContent;
import porthole.picture.story.Report;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;
import porthole.topology.Topology;
import porthole.topology.TopologyNames;

/**
 * Several hosts with their networks and containers as a picture: a drawing in SVG and PNG, a text that says the same,
 * and a table.
 */
public final class ClusterPicture extends DrawnPicture<ClusterPicture> {
    private final ClusterTopology cluster;
    private final String title;
    private final String answer;
    private final Telling telling;

    private ClusterPicture(ClusterTopology cluster, String title, String answer, Telling telling, Style style) {
        super(style);
        this.cluster = cluster;
        this.title = title;
        this.answer = answer;
        this.telling = telling;
    }

    /**
     * Draws one moment.
     *
     * @param cluster the hosts, their topologies, and the network between them
     */
    public static ClusterPicture of(ClusterTopology cluster) {
        return new ClusterPicture(
                cluster, ClusterStories.title(cluster), ClusterStories.answer(cluster), Telling.PLAIN, Style.PLAIN);
    }

    @Override
    ClusterPicture styled(Style other) {
        return new ClusterPicture(cluster, title, answer, telling, other);
    }

    @Override
    public ClusterPicture title(String other) {
        return new ClusterPicture(cluster, other, answer, telling, style());
    }

    /**
     * Gives the same picture with another sentence in the place of its answer.
     *
     * @param sentence any text
     */
    public ClusterPicture answer(String sentence) {
        return new ClusterPicture(cluster, title, sentence, telling, style());
    }

    /**
     * Gives the same picture without its answer, and without what it says of calls by name: nothing in it tells what a
     * learner is to predict. A sentence in small print says so.
     *
     * @param sentence any text
     */
    public ClusterPicture withholding(String sentence) {
        return new ClusterPicture(cluster, title, sentence, telling.withholding(), style());
    }

    /**
     * Gives a picture of a part, on all hosts: a network with its containers, a container with its networks.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws IllegalArgumentException with a sentence if no host has a network or a container of that name
     */
    @Override
    public ClusterPicture only(String... names) {
        check(names);
        return part(cluster.only(List.of(names)));
    }

    /**
     * Gives a picture without some networks or containers.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws IllegalArgumentException with a sentence if no host has a network or a container of that name
     */
    @Override
    public ClusterPicture without(String... names) {
        check(names);
        return part(cluster.without(List.of(names)));
    }

    /** A sentence of its own stays; the title tells how many hosts there are, and they stay. */
    private ClusterPicture part(ClusterTopology part) {
        boolean told = answer.equals(ClusterStories.answer(cluster));
        return new ClusterPicture(part, title, told ? ClusterStories.answer(part) : answer, telling, style());
    }

    private void check(String[] names) {
        TopologyNames.check(cluster.hosts().stream().map(Topology::snapshot).toList(), List.of(names));
    }

    /** Gives the title, which is the question that the picture answers. */
    public String title() {
        return title;
    }

    /** Gives the answer to the title's question in the reader's language. */
    public String answer() {
        return answer;
    }

    @Override
    Scene draw(boolean legend) {
        List<String> notes = legend ? Legend.ofCluster() : List.of();
        return telling.withheld()
                ? ClusterDrawing.of(
                        cluster,
                        telling,
                        title,
                        "",
                        Stream.concat(Stream.of(answer), notes.stream()).toList())
                : ClusterDrawing.of(cluster, telling, title, answer, notes);
    }

    /** All the text in the drawing. */
    List<Scene.Text> labels() {
        return light().labels();
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
    @Override
    public String text() {
        StringBuilder text = new StringBuilder(title + "\n" + answer() + "\n");
        for (int i = 0; i < cluster.hosts().size(); i++) {
            Topology host = cluster.hosts().get(i);
            PictureContent story = ClusterStories.of(cluster, host, telling);
            String whole = Report.text(host, Marks.NONE, telling, story);
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
        return List.of(drawing(), table().folded());
    }
}
