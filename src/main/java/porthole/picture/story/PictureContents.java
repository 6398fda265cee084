package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import porthole.picture.story.PictureContent.Figure;
import porthole.topology.Box;
import porthole.topology.Change;
import porthole.topology.Topology;

/** Tells topologies and changes as stories. */
public final class PictureContents {
    /** The engine tells whole seconds, within which Compose starts many. */
    private static final Comparator<Box> BY_CREATION =
            Comparator.comparing((Box b) -> b.container().created()).thenComparing(Box::name, NaturalOrder.INSTANCE);

    private PictureContents() {}

    public static PictureContent of(Topology topology) {
        Headline headline = Headline.of(topology);
        return story(topology, Marks.NONE, headline, List.of());
    }

    public static PictureContent of(Change change, String commandLine) {
        Headline headline =
                new Headline(SENTENCES.say("title.change"), StepOutcome.of(change, commandLine), false, false);
        List<String> earlier =
                change.before().boxes().stream().map(b -> b.container().id()).toList();
        return story(change.merged(), Marks.of(change), headline, earlier.isEmpty() ? List.of("") : earlier);
    }

    private static PictureContent story(Topology topology, Marks marks, Headline headline, List<String> earlier) {
        List<Box> boxes = topology.boxes();
        List<Figure> figures = new Fold(marks, headline.modes())
                .of(boxes.stream().sorted(BY_CREATION).toList());
        List<String> notes = new ArrayList<>();
        int containers = Figures.containers(boxes).size();
        boolean folded = figures.size() < boxes.size();
        if (folded) {
            notes.add(SENTENCES.say("note.folded", containers, figures.size()));
        }
        if (topology.stopped() > 0) {
            notes.add(SENTENCES.say(topology.stopped() == 1 ? "note.stopped.one" : "note.stopped", topology.stopped()));
        }
        return new PictureContent(
                headline.title(),
                headline.answer(),
                SENTENCES.say("host", topology.snapshot().host().engineVersion()),
                BandLabels.of(topology, marks, folded),
                figures,
                earlier,
                headline.divided(),
                headline.modes(),
                notes);
    }
}
