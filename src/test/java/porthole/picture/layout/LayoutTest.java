package porthole.picture.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Snapshot;
import porthole.picture.drawing.Drawing;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Scene;
import porthole.picture.layout.Layout.Frame;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.layout.Layout.PlacedBox;
import porthole.picture.layout.Layout.PlacedLeg;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContents;
import porthole.topology.Change;
import porthole.topology.Lab;
import porthole.topology.Topology;

/** Asks the layout for its boxes, over situations that people meet and many that chance makes. */
class LayoutTest {
    private static final int SEEDS = 150;

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    /** A story and where it comes from, for the message of a failing test. */
    private record Case(String name, PictureContent story, Scene scene, Layout layout) {
        Case(String name, PictureContent story) {
            this(name, story, Drawing.of(story), Layout.of(story));
        }
    }

    private static final List<Case> CASES = all().toList();

    private static Stream<Case> cases() {
        return CASES.stream();
    }

    private static Stream<Case> all() {
        Language.use(Language.ENGLISH);
        Stream<Case> moments = LongStream.range(0, SEEDS)
                .mapToObj(seed -> new Case("moment " + seed, PictureContents.of(Topology.of(Lab.random(seed)))));
        Stream<Case> changes = LongStream.range(0, SEEDS).mapToObj(seed -> new Case("change " + seed, change(seed)));
        return Stream.concat(
                Stream.concat(moments, changes),
                Stream.of(new Case("30 on 6", PictureContents.of(Topology.of(Lab.many(30, 6))))));
    }

    /** The containers of two random engines with one name each are the same container, so much comes, goes and moves. */
    private static PictureContent change(long seed) {
        Snapshot before = Lab.random(seed);
        Snapshot after = Lab.random(seed + 1);
        return PictureContents.of(Change.between(Topology.of(before), Topology.of(after)), "docker something");
    }

    @Test
    void noLabelOverlapsAnother() {
        cases().forEach(c -> {
            List<Scene.Text> labels = c.scene().labels();
            for (int i = 0; i < labels.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(
                            labels.get(i).bounds().overlaps(labels.get(j).bounds()),
                            c.name() + ": \"" + labels.get(i) + "\" overlaps \"" + labels.get(j));
                }
            }
        });
    }

    @Test
    void noLabelIsSmallerThanTwelveAndAHalfPixels() {
        cases().forEach(c -> c.scene()
                .labels()
                .forEach(label -> assertTrue(label.letters().size() >= 12.5, c.name() + ": " + label)));
    }

    /** Else it is drawn as a grid, which has one frame, too. */
    @Test
    void boxesAreDrawnWhereTheyFitOneRowAndNoLinePassesAnothersBand() {
        cases().forEach(c -> {
            long frames = c.scene().shapes().stream()
                    .filter(s -> s instanceof Scene.Rectangle r && r.fill().equals(Colour.HOST) && r.radius() == 10)
                    .count();
            assertEquals(c.layout().frame().isPresent() || c.story().dense() ? 1 : 0, frames, c.name());
        });
    }

    @Test
    void noLineRunsThroughALabel() {
        cases().forEach(c -> {
            List<Scene.Shape> shapes = c.scene().shapes();
            for (int t = 0; t < shapes.size(); t++) {
                if (shapes.get(t) instanceof Scene.Text text) {
                    for (int l = 0; l < shapes.size(); l++) {
                        if (shapes.get(l) instanceof Scene.Line line && crosses(line, text.bounds())) {
                            assertTrue(covered(shapes, l, t, text.bounds()), c.name() + ": " + line + " " + text);
                        }
                    }
                }
            }
        });
    }

    private static boolean crosses(Scene.Line line, Bounds label) {
        Bounds bounds = new Bounds(
                Math.min(line.x1(), line.x2()),
                Math.min(line.y1(), line.y2()),
                Math.max(0.1, Math.abs(line.x1() - line.x2())),
                Math.max(0.1, Math.abs(line.y1() - line.y2())));
        return bounds.overlaps(label);
    }

    /** Whether something filled was painted over the line before the text was written. */
    private static boolean covered(List<Scene.Shape> shapes, int line, int text, Bounds label) {
        return line < text
                && shapes.subList(line, text).stream()
                        .anyMatch(s -> s instanceof Scene.Rectangle r
                                        && !r.fill().equals("none")
                                        && r.bounds().contains(label)
                                || s instanceof Scene.Circle c && holds(c, label));
    }

    /** A letter in a dot. */
    private static boolean holds(Scene.Circle circle, Bounds label) {
        return Math.hypot(label.centre() - circle.x(), label.y() + label.height() / 2 - circle.y())
                < circle.radius() / 2;
    }

    @Test
    void allTextIsInsideThePicture() {
        cases().forEach(c -> {
            Scene scene = c.scene();
            Bounds page = new Bounds(0, 0, scene.width(), scene.height());
            scene.labels().forEach(label -> assertTrue(page.contains(label.bounds()), c.name() + ": " + label));
        });
    }

    @Test
    void bandsAndBoxesStandClearOfEachOtherInTheirFrame() {
        cases().forEach(c -> c.layout().frame().ifPresent(frame -> {
            List<Bounds> things = new ArrayList<>();
            frame.bands().forEach(b -> things.add(b.bounds()));
            frame.boxes().forEach(b -> things.add(b.bounds()));
            frame.boxes().forEach(b -> things.addAll(b.joined()));
            for (int i = 0; i < things.size(); i++) {
                assertTrue(frame.bounds().contains(things.get(i)), c.name() + ": " + things.get(i));
                for (int j = 0; j < i; j++) {
                    assertFalse(things.get(i).overlaps(things.get(j)), c.name());
                }
            }
        }));
    }

    @Test
    void aBandReachesAllItsLegsAndEachLegItsBand() {
        cases().forEach(c -> c.layout()
                .frame()
                .ifPresent(frame -> legs(frame).forEach(leg -> {
                    PlacedBand band = band(frame, leg.plug().ribbon());
                    assertTrue(
                            band.bounds().x() < leg.x()
                                    && leg.x() < band.bounds().right(),
                            c.name());
                    assertEquals(band.bounds().bottom(), leg.top(), c.name());
                })));
    }

    @Test
    void aLegThatMustPassAForeignBandDoesSoThroughAPassage() {
        cases().forEach(c -> c.layout()
                .frame()
                .ifPresent(frame -> legs(frame)
                        .forEach(leg -> frame.bands().stream()
                                .filter(b -> !b.ribbon().id().equals(leg.plug().ribbon()))
                                .filter(b -> b.bounds().x() < leg.x()
                                        && leg.x() < b.bounds().right())
                                .filter(b -> b.bounds().y() > leg.top())
                                .forEach(b -> assertTrue(b.passing().contains(leg.x()), c.name())))));
    }

    @Test
    void everyContainerAndNetworkHasItsPlace() {
        cases().forEach(c -> {
            List<PlacedBox> boxes =
                    c.layout().frame().stream().flatMap(f -> f.boxes().stream()).toList();
            assertEquals(c.story().figures().size(), boxes.size(), c.name());
            List<String> bands = c.layout().frame().stream()
                    .flatMap(f -> f.bands().stream())
                    .map(b -> b.ribbon().id())
                    .toList();
            c.story().ribbons().forEach(r -> assertTrue(bands.contains(r.id()), c.name()));
        });
    }

    @Test
    void aContainerOnTwoNetworksStandsBetweenThem() {
        Frame frame = only(Lab.tutorial().connect("test", "downloads_default", "172.28.0.3"));
        assertEquals(List.of("web", "test", "docker_compose_nginx"), names(frame));
        assertEquals(2, box(frame, "test").legs().size());
        assertTrue(frame.bands().stream().allMatch(b -> b.passing().isEmpty()));
        assertEquals(
                1, frame.bands().stream().map(b -> b.bounds().y()).distinct().count());
    }

    @Test
    void aStarOfNetworksIsDrawnWithoutACrossing() {
        Frame frame = only(Lab.engine()
                .network("a", "10.1.0.0/24", "10.1.0.1")
                .network("b", "10.2.0.0/24", "10.2.0.1")
                .run("one", "i", "a=10.1.0.2")
                .run("two", "i", "b=10.2.0.2")
                .run("hub", "i", "a=10.1.0.3", "b=10.2.0.3", "bridge=172.17.0.2")
                .run("three", "i", "bridge=172.17.0.3"));
        assertTrue(frame.bands().stream().allMatch(b -> b.passing().isEmpty()));
    }

    @Test
    void theDefaultBridgeComesFirstThenNetworksByCreation() {
        Frame frame = only(
                Lab.engine().network("zebra", "10.1.0.0/24", "10.1.0.1").network("ant", "10.2.0.0/24", "10.2.0.1"));
        List<String> names = frame.bands().stream()
                .sorted((a, b) -> Double.compare(a.bounds().x(), b.bounds().x()))
                .map(b -> b.ribbon().name().full())
                .toList();
        assertEquals(List.of("bridge", "zebra", "ant"), names);
    }

    @Test
    void hostModeHasALineAndNoLegAndNoneHasNeither() {
        Frame frame = only(Lab.modes());
        assertTrue(box(frame, "web-h").legs().isEmpty());
        assertTrue(box(frame, "web-h").hostLine().isPresent());
        assertEquals(1, box(frame, "web-h").sockets().size());
        assertTrue(box(frame, "island").legs().isEmpty());
        assertTrue(box(frame, "island").hostLine().isEmpty());
        assertTrue(box(frame, "island").sockets().isEmpty());
    }

    @Test
    void aSidecarIsJoinedUnderItsOwner() {
        PlacedBox owner = box(only(Lab.modes()), "web-b");
        assertEquals("sidecar", owner.figure().joined().get(0).name().full());
        assertEquals(owner.bounds().x(), owner.joined().get(0).x());
        assertTrue(owner.joined().get(0).y() > owner.bounds().bottom());
    }

    @Test
    void aPublishedPortLeadsStraightDownToItsContainer() {
        PlacedBox web = box(only(Lab.tutorial()), "web");
        double x = web.sockets().get(0).x();
        assertTrue(web.bounds().x() < x && x < web.bounds().right());
        assertTrue(web.sockets().get(0).gate().isPresent());
    }

    /** Beside it, it would stand between two lines and could belong to either. */
    @Test
    void whereAPortLeadsStandsInItsOwnLine() {
        Lab lab = Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .publish(8080, 80)
                .publish("127.0.0.1", 9443, 443);
        Scene scene = Drawing.of(PictureContents.of(Topology.of(lab.snapshot())));
        for (String said : List.of("web, port 80", "web, port 443")) {
            Scene.Text label = scene.labels().stream()
                    .filter(l -> l.text().equals(said))
                    .findFirst()
                    .orElseThrow();
            List<Scene.Line> own = scene.shapes().stream()
                    .filter(Scene.Line.class::isInstance)
                    .map(Scene.Line.class::cast)
                    .filter(l -> l.x1() == label.x() && l.x2() == label.x())
                    .toList();
            assertTrue(own.stream().anyMatch(l -> l.y2() <= label.bounds().y()), "a line ends above " + said);
            assertTrue(own.stream().anyMatch(l -> l.y1() >= label.bounds().bottom()), "and goes on below it");
        }
    }

    private static Lab shop() {
        return Lab.engine()
                .network("front", "10.53.1.0/24", "10.53.1.1")
                .network("middle", "10.53.2.0/24", "10.53.2.1")
                .network("back", "bridge", "10.53.3.0/24", "10.53.3.1", true)
                .run("shop-audit", "nicolaka/netshoot", "front=10.53.1.3")
                .run("shop-proxy", "nginx", "front=10.53.1.2", "middle=10.53.2.2")
                .publish(8095, 80)
                .run("shop-app", "nginx", "middle=10.53.2.3", "back=10.53.3.2")
                .run("shop-db", "nginx", "back=10.53.3.3");
    }

    /** Else a lesson's pictures change their form because a network that nothing is on takes room. */
    @Test
    void anEmptyDefaultBridgeThatDoesNotFitIsTheSubjectOfASentence() {
        Scene scene = Drawing.of(PictureContents.of(Topology.of(shop().snapshot())));
        List<String> labels = scene.labels().stream().map(Scene.Text::text).toList();
        assertTrue(labels.contains("Networks without a container: bridge, Docker's default (172.17.0.0/16)."));
        assertTrue(labels.contains("port 80"), "boxes: " + labels);
        assertFalse(labels.contains("driver bridge · device docker0"));
    }

    @Test
    void whatDoesNotFitWithLongLinesHasShorterOnes() {
        Topology two = Topology.of(Lab.tutorial().snapshot());
        List<String> labels = Drawing.of(PictureContents.of(two)).labels().stream()
                .map(Scene.Text::text)
                .toList();
        assertTrue(labels.containsAll(List.of("port 80", "device docker0", "eth0", "172.17.0.2")), labels.toString());
    }

    @Test
    void nothingCrossesTheLineBetweenTwoGroups() {
        Frame frame = only(Lab.tutorial());
        double x = frame.divider().orElseThrow();
        frame.bands()
                .forEach(b -> assertTrue(b.bounds().right() < x || b.bounds().x() > x));
        frame.boxes()
                .forEach(b -> assertTrue(b.bounds().right() < x || b.bounds().x() > x));
    }

    @Test
    void aChangeKeepsTheOrderOfThePictureBefore() {
        Snapshot before = Lab.tutorial().snapshot();
        Snapshot after = Lab.tutorial()
                .remove("web")
                .connect("test", "downloads_default", "172.28.0.3")
                .run("another", "nginx", "bridge=172.17.0.4")
                .snapshot();
        Frame was = Layout.of(PictureContents.of(Topology.of(before))).frame().orElseThrow();
        Frame is = Layout.of(PictureContents.of(Change.between(Topology.of(before), Topology.of(after)), ""))
                .frame()
                .orElseThrow();
        List<String> kept = names(is).stream()
                .map(n -> n.replaceFirst("^[+−~] ", ""))
                .filter(names(was)::contains)
                .toList();
        assertEquals(names(was), kept);
    }

    private static Frame only(Lab lab) {
        Layout layout = Layout.of(PictureContents.of(Topology.of(lab.snapshot())));
        assertTrue(layout.isClear(), "one row of boxes shows it");
        return layout.frame().orElseThrow();
    }

    private static List<String> names(Frame frame) {
        return frame.boxes().stream().map(b -> b.figure().name().full()).toList();
    }

    private static PlacedBox box(Frame frame, String name) {
        return frame.boxes().stream()
                .filter(b -> b.figure().name().full().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlacedBand band(Frame frame, String ribbon) {
        return frame.bands().stream()
                .filter(b -> b.ribbon().id().equals(ribbon))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<PlacedLeg> legs(Frame frame) {
        return frame.boxes().stream().flatMap(b -> b.legs().stream());
    }
}
