package porthole.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.network.Snapshot;
import porthole.picture.drawing.Drawing;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.Graphs;
import porthole.picture.story.Legend;
import porthole.picture.story.Marks;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContents;
import porthole.picture.story.Report;
import porthole.picture.story.Telling;
import porthole.topology.Change;
import porthole.topology.Topology;
import porthole.topology.TopologyNames;

/**
 * The networks and containers of one engine as a picture: a drawing in SVG and PNG, a text that says the same, and a
 * table. It shows one moment, or what a command has changed. Each form is made when it is first asked for. What fits one
 * row of boxes is drawn as boxes that hang from their networks; all else as a grid, with networks as lines, containers
 * as rows, and a dot where they meet.
 */
public final class Picture extends DrawnPicture<Picture> {
    private final Shown shown;
    private final Wording wording;
    private @Nullable PictureContent story;

    /** One moment, or a step between two. */
    private record Shown(Topology topology, Optional<Change> change, String commandLine) {
        Marks marks() {
            return change.map(Marks::of).orElse(Marks.NONE);
        }
    }

    /** What a caller says instead. */
    private record Wording(
            Optional<String> title,
            Optional<String> answer,
            Telling telling,
            Supplier<Map<String, Map<String, String>>> veths) {
        Wording titled(String other) {
            return new Wording(Optional.of(other), answer, telling, veths);
        }

        Wording answered(String other) {
            return new Wording(title, Optional.of(other), telling, veths);
        }

        Wording telling(Telling other) {
            return new Wording(title, answer, other, veths);
        }
    }

    private Picture(Shown shown, Wording wording, Style style) {
        super(style);
        this.shown = shown;
        this.wording = wording;
    }

    private static Picture of(Shown shown) {
        return new Picture(shown, new Wording(Optional.empty(), Optional.empty(), Telling.PLAIN, Map::of), Style.PLAIN);
    }

    /**
     * Draws one moment.
     *
     * @param topology the networks and containers to show
     */
    public static Picture of(Topology topology) {
        return of(new Shown(topology, Optional.empty(), ""));
    }

    /**
     * Draws a step: what was there before, in which what came and what went are marked.
     *
     * @param change the topologies before and after
     * @param commandLine what was done, as one would type it; empty text if there is no single command for it
     */
    public static Picture of(Change change, String commandLine) {
        return of(new Shown(change.merged(), Optional.of(change), commandLine));
    }

    @Override
    Picture styled(Style other) {
        return new Picture(shown, wording, other);
    }

    @Override
    public Picture title(String title) {
        return new Picture(shown, wording.titled(title), style());
    }

    /**
     * Gives the same picture with another sentence in the place of its answer.
     *
     * @param sentence any text
     */
    public Picture answer(String sentence) {
        return new Picture(shown, wording.answered(sentence), style());
    }

    /**
     * Gives the same picture without its answer, and without what it says of calls by name: nothing in it tells what a
     * learner is to predict. A sentence in small print says so.
     *
     * @param sentence any text
     */
    public Picture withholding(String sentence) {
        return new Picture(
                shown, wording.answered(sentence).telling(wording.telling().withholding()), style());
    }

    /**
     * Gives the same picture, in which the containers that somebody else has made say so.
     *
     * @param ids their ids
     */
    public Picture withOthers(Set<String> ids) {
        return new Picture(shown, wording.telling(wording.telling().withOthers(ids)), style());
    }

    /**
     * Gives the same picture, whose {@link #cables} are known.
     *
     * @param veths gives, by a container's id and its interface, the name of the cable's end on the host; asked when they
     *     are to be drawn
     */
    public Picture withVeths(Supplier<Map<String, Map<String, String>>> veths) {
        Wording asking = new Wording(wording.title(), wording.answer(), wording.telling(), veths);
        return new Picture(shown, asking, style());
    }

    /**
     * Gives the same picture with the names of the veth cables' ends on the host, which are plugged into the bridges. They
     * are asked for now, so this is the present, whatever moment the picture shows.
     */
    public Picture cables() {
        return new Picture(
                shown,
                wording.telling(wording.telling().withVeths(wording.veths().get())),
                style());
    }

    /**
     * Gives a picture of a part: a network with its containers, a container with its networks.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws IllegalArgumentException with a sentence if a name is neither a network's nor a container's
     */
    @Override
    public Picture only(String... names) {
        return part(names, Topology::only);
    }

    /**
     * Gives a picture without some networks or containers. A container that is left out takes those along that share its
     * interfaces; a container whose network is left out says that it is on it.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws IllegalArgumentException with a sentence if a name is neither a network's nor a container's
     */
    @Override
    public Picture without(String... names) {
        return part(names, Topology::without);
    }

    private Picture part(String[] names, BiFunction<Topology, List<String>, Topology> some) {
        List<String> all = List.of(names);
        Optional<Change> change = shown.change();
        List<Snapshot> moments = change.map(
                        c -> List.of(c.before().snapshot(), c.after().snapshot()))
                .orElseGet(() -> List.of(shown.topology().snapshot()));
        TopologyNames.check(moments, all);
        Shown part = change.map(c -> Change.between(some.apply(c.before(), all), some.apply(c.after(), all)))
                .map(c -> new Shown(c.merged(), Optional.of(c), shown.commandLine()))
                .orElseGet(() -> new Shown(some.apply(shown.topology(), all), Optional.empty(), ""));
        return new Picture(part, wording, style());
    }

    private synchronized PictureContent story() {
        if (story == null) {
            PictureContent told = shown.change()
                    .map(c -> PictureContents.of(c, shown.commandLine(), wording.telling()))
                    .orElseGet(() -> PictureContents.of(shown.topology(), wording.telling()));
            PictureContent titled = wording.title().map(told::titled).orElse(told);
            story = wording.answer().map(titled::answered).orElse(titled);
        }
        return story;
    }

    /** Gives the title, which is the question that the picture answers. */
    public String title() {
        return story().title();
    }

    /** Gives the answer to the title's question, in one or two sentences in the reader's language. */
    public String answer() {
        return story().answer();
    }

    @Override
    Scene draw(boolean legend) {
        PictureContent drawn =
                legend ? story().noted(Legend.ofTopology(shown.change().isPresent())) : story();
        return Drawing.of(wording.telling().withheld() ? drawn.withheld() : drawn);
    }

    /**
     * Gives a table with one row for each connection of a container to a network, and one for each container that has
     * none.
     */
    public Table table() {
        return Report.table(shown.topology(), shown.marks());
    }

    /** Gives the title, the answer and everything that the drawing shows as plain text in indented lines. */
    @Override
    public String text() {
        return Report.text(shown.topology(), shown.marks(), wording.telling(), story());
    }

    /** Gives the topology as a flowchart in Mermaid's language. */
    public String mermaid() {
        return Graphs.mermaid(shown.topology());
    }

    /** Gives the topology as a graph in Graphviz's DOT language. */
    public String dot() {
        return Graphs.dot(shown.topology());
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing(), table().folded());
    }
}
