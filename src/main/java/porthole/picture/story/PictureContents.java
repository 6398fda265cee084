package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.Comparator;
import java.util.List;
import porthole.topology.Box;
import porthole.topology.Change;
import porthole.topology.Topology;

/** Tells topologies and changes as stories. */
public final class PictureContents {
    /** The engine tells whole seconds, within which Compose starts many. */
    private static final Comparator<Box> BY_CREATION =
            Comparator.comparing((Box b) -> b.container().created()).thenComparing(Box::name, NaturalOrder.INSTANCE);

    /** More bands than this never fit one row. */
    private static final int MOST_BANDS = 12;

    private PictureContents() {}

    public static PictureContent of(Topology topology) {
        return of(topology, Telling.PLAIN);
    }

    /** Tells one moment. */
    public static PictureContent of(Topology topology, Telling telling) {
        return story(topology, Marks.NONE, Headline.of(topology), List.of(), telling);
    }

    public static PictureContent of(Change change, String commandLine) {
        return of(change, commandLine, Telling.PLAIN);
    }

    /** Tells a step. */
    public static PictureContent of(Change change, String commandLine, Telling telling) {
        Headline headline =
                new Headline(SENTENCES.say("title.change"), StepOutcome.of(change, commandLine), false, false);
        List<String> earlier =
                change.before().boxes().stream().map(b -> b.container().id()).toList();
        return story(change.merged(), Marks.of(change), headline, earlier.isEmpty() ? List.of("") : earlier, telling);
    }

    private static PictureContent story(
            Topology topology, Marks marks, Headline headline, List<String> earlier, Telling telling) {
        Figures figures = new Figures(topology.snapshot(), marks, telling, headline.modes());
        List<Box> boxes = topology.boxes();
        List<String> notes = Stopped.sentence(List.of(topology)).stream().toList();
        boolean many = Figures.containers(boxes).size() > GridRows.MOST
                || topology.bands().size() > MOST_BANDS;
        return new PictureContent(
                headline.title(),
                headline.answer(),
                SENTENCES.say("host", topology.snapshot().host().engineVersion()),
                BandLabels.of(topology, marks, telling.withheld()),
                boxes.stream().sorted(BY_CREATION).map(figures::of).toList(),
                earlier,
                headline.divided() && !telling.withheld(),
                headline.modes(),
                notes,
                GridContents.of(topology, marks, telling),
                many || boxes.stream().anyMatch(box -> Ports.isMany(box, marks)));
    }
}
