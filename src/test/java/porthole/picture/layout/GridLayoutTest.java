package porthole.picture.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.network.Snapshot;
import porthole.picture.Scenes;
import porthole.picture.drawing.Drawing;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.layout.GridLayout.PlacedDot;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.layout.GridLayout.PlacedRow;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContents;
import porthole.picture.story.Telling;
import porthole.topology.Change;
import porthole.topology.Lab;
import porthole.topology.Topology;

/** Asks the grid for its lines, rows and dots, over generated scenes from one container to two hundred. */
class GridLayoutTest {
    private static final int SEEDS = 60;

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    private static Map<String, PictureContent> stories() {
        Map<String, PictureContent> stories = new LinkedHashMap<>();
        Scenes.all().forEach((name, scene) -> stories.put(name, PictureContents.of(Topology.of(scene))));
        for (long seed = 0; seed < SEEDS; seed++) {
            Topology topology = Topology.of(Lab.random(seed));
            Topology later = Topology.of(Lab.random(seed + 1));
            stories.put("moment " + seed, PictureContents.of(topology));
            stories.put("change " + seed, PictureContents.of(Change.between(topology, later), "docker something"));
        }
        return stories;
    }

    private static Map<String, GridLayout> grids() {
        Map<String, GridLayout> grids = new LinkedHashMap<>();
        stories().forEach((name, story) -> grids.put(name, GridLayout.of(story.grid())));
        return grids;
    }

    /** The grid's own shapes, even of stories that are drawn as boxes. */
    private static Map<String, Scene> drawings() {
        Map<String, Scene> drawings = new LinkedHashMap<>();
        stories().forEach((name, story) -> drawings.put(name, Drawing.grid(story)));
        return drawings;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLabelOverlapsAnotherAndAllAreInsideThePicture(Language language) {
        Language.use(language);
        drawings().forEach((name, scene) -> {
            Bounds page = new Bounds(0, 0, scene.width(), scene.height());
            List<Scene.Text> labels = scene.labels();
            for (int i = 0; i < labels.size(); i++) {
                Bounds bounds = labels.get(i).bounds();
                assertTrue(page.contains(bounds), name + ": " + labels.get(i));
                for (int j = 0; j < i; j++) {
                    boolean over = bounds.overlaps(labels.get(j).bounds());
                    assertFalse(over, name + ": " + labels.get(i) + " over " + labels.get(j));
                }
            }
        });
    }

    @Test
    void noLineOrBarRunsThroughALabelOrAHeader() {
        drawings().forEach((name, scene) -> {
            List<Scene.Text> labels = scene.labels().stream()
                    .filter(l -> !l.colour().equals(Colour.PAPER))
                    .toList();
            scene.shapes().stream()
                    .filter(Scene.Line.class::isInstance)
                    .map(Scene.Line.class::cast)
                    .forEach(line -> labels.stream()
                            .filter(l -> bounds(line).overlaps(l.bounds()))
                            .forEach(l -> assertTrue(isLetterOfADot(scene, l), name + ": " + line + " through " + l)));
        });
    }

    /** A letter in a hollow dot lies over its own line, whose dot was painted between the two. */
    private static boolean isLetterOfADot(Scene scene, Scene.Text text) {
        return scene.shapes().stream()
                .filter(Scene.Circle.class::isInstance)
                .map(Scene.Circle.class::cast)
                .anyMatch(c -> c.x() == text.x() && Math.abs(c.y() - text.y()) < GridLayout.RADIUS);
    }

    private static Bounds bounds(Scene.Line line) {
        return new Bounds(
                Math.min(line.x1(), line.x2()),
                Math.min(line.y1(), line.y2()),
                Math.max(0.1, Math.abs(line.x1() - line.x2())),
                Math.max(0.1, Math.abs(line.y1() - line.y2())));
    }

    @Test
    void headersStandClearOfEachOtherAndOfTheRows() {
        grids().forEach((name, grid) -> {
            List<Bounds> things = new ArrayList<>();
            grid.lines().forEach(l -> things.add(l.header()));
            grid.rows().forEach(r -> things.add(r.bounds()));
            for (int i = 0; i < things.size(); i++) {
                assertTrue(grid.frame().contains(things.get(i)), name);
                for (int j = 0; j < i; j++) {
                    assertFalse(things.get(i).overlaps(things.get(j)), name);
                }
            }
        });
    }

    @Test
    void neighboursShareNeitherColourNorLetterNorLineStyle() {
        grids().forEach((name, grid) -> {
            for (int i = 1; i < grid.lines().size(); i++) {
                NetworkLine one = grid.lines().get(i - 1).line();
                NetworkLine other = grid.lines().get(i).line();
                assertTrue(one.second() && other.second() || !one.colours().equals(other.colours()), name);
                assertNotEquals(one.letter(), other.letter(), name);
                assertNotEquals(one.dashes(), other.dashes(), name);
            }
        });
    }

    @Test
    void ofThirtyFourLinesNoTwoLookTheSameAndNoneHasTheColourOfTheTwoBesideIt() {
        List<NetworkLine> lines =
                PictureContents.of(Topology.of(Lab.many(200, 34))).grid().lines();
        assertEquals(34, lines.size());
        assertEquals(
                34,
                lines.stream()
                        .map(l -> List.of(l.colours(), l.dashes()))
                        .distinct()
                        .count());
        assertEquals(34, lines.stream().map(NetworkLine::letter).distinct().count());
        for (int i = 2; i < lines.size(); i++) {
            assertNotEquals(lines.get(i - 2).colours(), lines.get(i).colours());
        }
    }

    @Test
    void everyDotLiesOnItsNetworksLine() {
        grids().forEach((name, grid) -> grid.rows().forEach(row -> {
            assertEquals(row.row().dots().size(), row.dots().size(), name);
            row.dots().forEach(dot -> {
                PlacedLine line = line(grid, dot.dot().network());
                assertEquals(line.x(), dot.x(), name);
                assertTrue(line.header().bottom() < dot.y() && dot.y() <= line.bottom(), name);
            });
        }));
    }

    @Test
    void aBarMakesWayForLinesThatItDoesNotTouchAndForNoOthers() {
        grids().forEach((name, grid) -> grid.rows().stream()
                .filter(row -> !row.bar().isEmpty() || !row.thin().isEmpty())
                .forEach(row -> {
                    double y = row.dots().get(0).y();
                    for (PlacedLine line : grid.lines()) {
                        boolean own = row.dots().stream().anyMatch(d -> d.x() == line.x());
                        boolean there = line.bottom() > y;
                        assertEquals(own, touches(row, line.x()) && (own || there), name);
                    }
                }));
    }

    private static boolean touches(PlacedRow row, double x) {
        return touches(row.bar(), x) || touches(row.thin(), x);
    }

    private static boolean touches(List<Double> bar, double x) {
        for (int i = 0; i < bar.size(); i += 2) {
            if (bar.get(i) <= x && x <= bar.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyContainerIsNamedAndNoDigitOfAPortIsCut() {
        Scenes.all().forEach((name, scene) -> {
            PictureContent story = PictureContents.of(Topology.of(scene));
            String full =
                    Drawing.grid(story).labels().stream().map(Scene.Text::full).collect(Collectors.joining("\n"));
            scene.containers().forEach(c -> assertTrue(full.contains(c.name()), name + ": " + c.name()));
            String shown =
                    Drawing.grid(story).labels().stream().map(Scene.Text::text).collect(Collectors.joining(" "));
            story.grid()
                    .rows()
                    .forEach(row -> row.doors()
                            .forEach(door -> Stream.of(door.text().split(" "))
                                    .forEach(word -> assertTrue(shown.contains(word), name + ": " + word))));
        });
    }

    @Test
    void thirtyContainersOnTenNetworksAreDrawnWithoutAFold() {
        PictureContent story = PictureContents.of(Topology.of(Scenes.all().get("ten")));
        assertEquals(30, story.grid().rows().size());
        assertEquals(10, story.grid().lines().size());
    }

    @Test
    void manyOnTheSameNetworksShareARowThatNamesThemAll() {
        PictureContent story = PictureContents.of(Topology.of(Scenes.all().get("sixty")));
        assertEquals(8, story.grid().rows().size());
        String names = story.grid().rows().get(0).names().text().replace('\u00a0', ' ');
        assertTrue(names.startsWith("hxvzabcdefghi-node-00 .2, hxvzabcdefghi-node-08 .3, "), names);
        assertTrue(names.endsWith("hxvzabcdefghi-node-56 .9 (8 in all)"), names);
        assertEquals(
                "one each of .2–.9",
                story.grid().rows().get(0).dots().get(0).address().text());
    }

    /** Whose address it is can be read off a row that several containers share. */
    @Test
    void namesAndAddressesOfARowOfSeveralAreInTheSameOrder() {
        Lab lab = Lab.engine();
        for (int i = 0; i < 40; i++) {
            lab.run("box-" + (i * 7 % 40), "nginx", "bridge=172.17.0." + (2 + i));
        }
        GridContent grid = PictureContents.of(Topology.of(lab.snapshot())).grid();
        List<String> names = List.of(grid.rows().get(0).names().full().split(", "));
        List<String> addresses =
                List.of(grid.rows().get(0).dots().get(0).address().full().split(", "));
        assertEquals(40, names.size());
        for (int i = 0; i < names.size(); i++) {
            String address = lab.snapshot()
                    .container(names.get(i))
                    .orElseThrow()
                    .endpoints()
                    .get(0)
                    .address()
                    .orElseThrow();
            assertEquals(address, addresses.get(i));
        }
        assertTrue(
                grid.notes().toString().contains("in the same order"),
                grid.notes().toString());
    }

    @Test
    void theLegendExplainsOnlyWhatOccursAndAShortenedAddressByAnExample() {
        List<String> ports = PictureContents.of(Topology.of(Scenes.all().get("sixty")))
                .grid()
                .notes();
        assertFalse(ports.toString().contains("Bar:") || ports.toString().contains("Hollow"), ports.toString());
        String drawn = Drawing.grid(PictureContents.of(Topology.of(Scenes.all().get("ten")))).labels().stream()
                .map(Scene.Text::text)
                .collect(Collectors.joining(" "));
        assertTrue(drawn.contains(".0.2 on bridge is 172.17.0.2."), drawn);
        assertTrue(drawn.contains("Bar: the same container"), drawn);
    }

    @Test
    void cablesThatWereAskedForAreNamedOnAWideGridToo() {
        Lab lab = Lab.engine();
        Map<String, Map<String, String>> veths = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            lab.network("net-" + i, "10.7." + i + ".0/24", "10.7." + i + ".1")
                    .run("box-" + i, "nginx", "net-" + i + "=10.7." + i + ".2");
            String id = lab.snapshot().container("box-" + i).orElseThrow().id();
            veths.put(id, Map.of("eth0", "veth00" + i));
        }
        PictureContent story = PictureContents.of(Topology.of(lab.snapshot()), Telling.PLAIN.withVeths(veths));
        String drawn =
                Drawing.grid(story).labels().stream().map(Scene.Text::text).collect(Collectors.joining("\n"));
        assertTrue(drawn.contains("veth000–eth0") && drawn.contains("veth0011–eth0"), drawn);
    }

    /** What the engine makes for a swarm stands back: grey and thin. */
    @Test
    void theEnginesOwnNetworksOfASwarmAreThin() {
        GridContent grid =
                PictureContents.of(Topology.of(Scenes.all().get("overlays"))).grid();
        NetworkLine bridge = grid.lines().stream()
                .filter(l -> l.name().full().equals("docker_gwbridge"))
                .findFirst()
                .orElseThrow();
        assertEquals(Colour.GREY, bridge.colours());
    }

    @Test
    void aSmallPictureHasNoIndexAndNoNumbers() {
        assertFalse(
                PictureContents.of(Topology.of(Scenes.all().get("ten"))).grid().isIndexed());
    }

    @Test
    void whereManyShareARowAnIndexTellsEachNamesRow() {
        PictureContent story = PictureContents.of(Topology.of(Lab.many(200, 34)));
        assertTrue(story.grid().isIndexed());
        Scene scene = Drawing.grid(story);
        for (GridContent.Row row : story.grid().rows()) {
            for (String name : row.containers()) {
                Scene.Text entry = scene.labels().stream()
                        .filter(l -> l.text().equals(name) && !l.letters().equals(Letters.SMALL_BOLD))
                        .findFirst()
                        .orElseThrow();
                Scene.Text number = scene.labels().stream()
                        .filter(l -> l.y() == entry.y() && l.x() > entry.x())
                        .min(Comparator.comparing(Scene.Text::x))
                        .orElseThrow();
                assertEquals(String.valueOf(row.number()), number.text(), name);
            }
        }
    }

    @Test
    void moreThanFortyRowsHaveAnIndexWithoutAFoldToo() {
        Lab lab = Lab.engine();
        for (int i = 0; i < 41; i++) {
            lab.network("net-" + i, "10.7." + i + ".0/24", "10.7." + i + ".1")
                    .run("box-" + i, "nginx", "net-" + i + "=10.7." + i + ".2");
        }
        List<GridContent.Row> rows =
                PictureContents.of(Topology.of(lab.snapshot())).grid().rows();
        assertTrue(rows.stream().allMatch(r -> r.members() == 1));
        assertEquals(41, rows.get(40).number());
    }

    @Test
    void portsInARowAreOneRangeThatSaysItsOrder() {
        PictureContent story = PictureContents.of(Topology.of(Scenes.all().get("ports")));
        List<String> doors = story.grid().rows().stream()
                .flatMap(r -> r.doors().stream())
                .map(d -> d.text().replace('\u00a0', ' '))
                .toList();
        assertEquals("this host only: 18900–18903 → 80–83 (4, in order)", doors.get(0));
        assertTrue(doors.contains("everyone: 8080 → 80"), doors.toString());
        assertTrue(doors.contains("listens on the host, perhaps on localhost alone: 9100"), doors.toString());
    }

    @Test
    void aRowThatSharesAnInterfaceHangsOnItsOwner() {
        GridLayout grid = grids().get("ports");
        List<PlacedRow> rows = grid.rows();
        int at = rows.indexOf(
                rows.stream().filter(r -> r.row().hangs()).findFirst().orElseThrow());
        assertEquals("sidecar", rows.get(at).row().names().text());
        assertEquals("shop", rows.get(at - 1).row().names().text());
        assertEquals(rows.get(at - 1).striped(), rows.get(at).striped());
        assertTrue(rows.get(at).dots().stream().map(PlacedDot::dot).allMatch(d -> d.shared()));
    }

    @Test
    void namesOfOneGroupAreInTheOrderOfTheirNumbers() {
        List<String> names = grids().get("ports").rows().stream()
                .map(r -> r.row().names().text())
                .filter(n -> n.startsWith("server"))
                .toList();
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void aHeaderSaysWhetherNamesWorkAndWhoTheGatewayIs() {
        List<NetworkLine> lines = PictureContents.of(Topology.of(Scenes.all().get("ports")))
                .grid()
                .lines();
        assertTrue(lines.get(0).says().contains("call by name: no"), lines.toString());
        assertTrue(lines.get(0).says().contains("host: 172.17.0.1"), lines.toString());
        assertTrue(lines.get(1).says().contains("call by name: yes"), lines.toString());
        assertTrue(lines.get(1).says().contains("no way out of the host"), lines.toString());
    }

    @Test
    void aRouterOutsideIsNotCalledTheHost() {
        Snapshot lan = Scenes.all().get("overlays");
        NetworkLine line = PictureContents.of(Topology.of(lan)).grid().lines().stream()
                .filter(l -> l.name().full().equals("lan"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.says().contains("router outside this host: 192.168.7.1"), line.toString());
    }

    @Test
    void aTallGridRepeatsItsHeadersAtTheFoot() {
        assertTrue(grids().get("thirty").foot().isPresent());
        assertTrue(grids().get("ladder").foot().isEmpty());
    }

    @Test
    void anEmptyNetworkTakesANoteRatherThanALine() {
        PictureContent story = PictureContents.of(Topology.of(Scenes.all().get("ladder")));
        assertEquals(7, story.grid().lines().size());
        assertTrue(
                story.grid()
                        .notes()
                        .contains("Networks without a container: bridge, Docker's default (172.17.0.0/16)."),
                story.grid().notes().toString());
    }

    @Test
    void aStepIsMarkedOnTheGridToo() {
        Lab lab = Lab.engine();
        for (int i = 0; i < 6; i++) {
            lab.network("net-" + i, "10.1." + i + ".0/24", "10.1." + i + ".1")
                    .run("box-" + i, "nginx", "net-" + i + "=10.1." + i + ".2");
        }
        Topology before = Topology.of(lab.snapshot());
        Topology after = Topology.of(lab.remove("box-5")
                .connect("box-0", "net-4", "10.1.4.9")
                .run("late", "nginx", "net-2=10.1.2.9")
                .publish(8080, 80)
                .snapshot());
        PictureContent story = PictureContents.of(Change.between(before, after), "");
        String drawn =
                Drawing.grid(story).labels().stream().map(Scene.Text::text).collect(Collectors.joining("\n"));
        for (String said : List.of("− box-5", "+ late", "+ 10.1.4.9", "+ everyone: 8080", "− 10.1.5.2")) {
            assertTrue(drawn.replace('\u00a0', ' ').contains(said), said + " in " + drawn);
        }
        List<String> names =
                story.grid().rows().stream().map(r -> r.names().full()).toList();
        assertEquals(0, names.indexOf("box-0"), "what came moves nobody");
    }

    private static PlacedLine line(GridLayout grid, String network) {
        return grid.lines().stream()
                .filter(l -> l.line().id().equals(network))
                .findFirst()
                .orElseThrow();
    }

    /** A grid that is brief to fit a page's column has room for them under it. */
    @Test
    void theKeyOfFewNetworksHasTheirDriversAndDevices() {
        Lab lab = Lab.engine()
                .network("front", "10.53.1.0/24", "10.53.1.1")
                .network("middle", "10.53.2.0/24", "10.53.2.1")
                .network("back", "10.53.3.0/24", "10.53.3.1");
        for (int i = 0; i < 14; i++) {
            lab.run("a-rather-long-name-" + i, "nginx", "front=10.53.1." + (2 + i), "middle=10.53.2." + (2 + i))
                    .publish(8095 + 2 * i, 8080)
                    .run("another-name-" + i, "nginx", "back=10.53.3." + (2 + i));
        }
        Scene scene = Drawing.of(PictureContents.of(Topology.of(lab.snapshot())));
        List<String> key = scene.labels().stream()
                .map(Scene.Text::text)
                .filter(t -> t.startsWith("driver bridge · device br-"))
                .toList();
        assertEquals(3, key.size(), scene.labels().toString());
    }
}
