package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.display.MimeBundle;
import porthole.picture.drawing.JourneyDrawing;
import porthole.picture.form.Bounds;
import porthole.picture.form.Scene;
import porthole.picture.story.JourneyWords;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

class JourneyPictureTest {
    private static final PacketFlow MEANT = new PacketFlow("172.17.0.3", 23456, "172.18.0.1", 8080);
    private static final PacketFlow TURNED = new PacketFlow("172.17.0.3", 23456, "172.18.0.2", 80);
    private static final String DNAT =
            "-A DOCKER ! -i br-0123456789ab -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.18.0.2:80";

    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private static JourneyStation station(
            Kind kind,
            String where,
            String name,
            boolean leaves,
            PacketFlow before,
            PacketFlow after,
            JourneyEvidence... seen) {
        return new JourneyStation(
                kind,
                where,
                where.equals("host"),
                name,
                kind == Kind.BRIDGE ? "shop" : "",
                leaves,
                Optional.of(before),
                Optional.ofNullable(after),
                List.of(seen));
    }

    private static JourneyEvidence seen(String device) {
        return new JourneyEvidence.Captured(device, 6, 4, 60);
    }

    private static Journey journey() {
        return new Journey(
                "a-caller-with-quite-a-long-name",
                "172.18.0.1:8080",
                List.of(
                        station(
                                Kind.INTERFACE,
                                "a-caller-with-quite-a-long-name",
                                "eth0",
                                true,
                                MEANT,
                                MEANT,
                                seen("eth0")),
                        station(Kind.CABLE, "host", "veth0123456", false, MEANT, MEANT, seen("veth0123456")),
                        station(
                                Kind.DESTINATION,
                                "host",
                                "DOCKER",
                                false,
                                MEANT,
                                TURNED,
                                new JourneyEvidence.Counted("nat", DNAT, 3, 1),
                                new JourneyEvidence.Tracked(MEANT, TURNED.back(), "SYN_SENT")),
                        station(Kind.BRIDGE, "host", "br-0123456789ab", true, TURNED, TURNED, seen("br-0123456789ab")),
                        station(
                                Kind.SERVER,
                                "web",
                                "nginx (4711)",
                                false,
                                TURNED,
                                null,
                                new JourneyEvidence.Logged("web", "172.17.0.3 - - \"GET / HTTP/1.1\" 200 <b>"))),
                Ending.ANSWERED,
                200,
                Optional.of(TURNED),
                List.of(new Unseen(Missing.CONNTRACK, "host", "")));
    }

    @Test
    void theTextTellsEachStationWithAddressesAndEvidenceAndWhatIsUnknown() {
        Language.use(Language.ENGLISH);
        String text = JourneyPicture.of(journey()).text();
        assertTrue(
                text.contains("The server sees the call come from 172.17.0.3, the address from which it was sent."),
                text);
        assertTrue(text.contains("to 172.18.0.2:80 (before: 172.18.0.1:8080)"), text);
        assertTrue(text.contains("Its counter in table nat rose by 3, of which at most 1 by this call: " + DNAT), text);
        assertTrue(text.contains("log of web: 172.17.0.3 - -"), text);
        assertTrue(text.contains("Not observed:"), text);
        assertEquals(5, JourneyPicture.of(journey()).table().rows().size());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLabelLiesOnAnotherOrIsSmall(Language language) {
        Language.use(language);
        Scene scene = JourneyDrawing.strip(journey(), new JourneyWords(journey(), "?"), true)
                .scene();
        Bounds all = new Bounds(0, 0, scene.width(), scene.height());
        List<String> faults = new ArrayList<>();
        List<Scene.Text> labels = scene.labels();
        for (int i = 0; i < labels.size(); i++) {
            Scene.Text label = labels.get(i);
            if (!all.contains(label.bounds()) || label.letters().size() < 12.5) {
                faults.add(label.text());
            }
            for (Scene.Text other : labels.subList(i + 1, labels.size())) {
                if (label.bounds().overlaps(other.bounds())) {
                    faults.add(label.text() + " / " + other.text());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Over two hosts with a namespace of the overlay on each, the rails are narrow. */
    @Test
    void theNamesOfNarrowRailsAndOfTheirDevicesStandThereInFull() {
        List<JourneyStation> stations = new ArrayList<>();
        List<String> lanes = List.of(
                "a-caller-with-a-name",
                "host1.example",
                "host1.example overlay",
                "host2.example overlay",
                "host2",
                "web-1");
        for (String lane : lanes) {
            stations.add(station(Kind.INTERFACE, lane, "br-0123456789ab", true, MEANT, MEANT, seen("eth0")));
            stations.add(station(Kind.INTERFACE, lane, "veth" + lane.hashCode(), true, MEANT, MEANT, seen("eth0")));
        }
        Journey far = new Journey("a", "10.0.1.3", stations, Ending.ANSWERED, 200, Optional.of(TURNED), List.of());
        Scene scene =
                JourneyDrawing.strip(far, new JourneyWords(far, "?"), true).scene();
        for (String name : lanes) {
            String shown = scene.labels().stream()
                    .filter(l -> l.full().equals(name))
                    .map(l -> l.text().strip())
                    .collect(Collectors.joining());
            assertTrue(shown.startsWith(name.replace(" ", "")), shown);
        }
        long cut = scene.labels().stream()
                .filter(l -> l.x() < 28 + 440 && l.text().contains("…"))
                .count();
        assertEquals(0, cut);
        List<Scene.Text> labels = scene.labels();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(
                        labels.get(i).bounds().overlaps(labels.get(j).bounds()), labels.get(i) + " " + labels.get(j));
            }
        }
    }

    /** The column of a page is some 734 pixels wide: what is wider is shrunk, and its letters with it. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void onAPageItsLettersAreAsLargeAsDrawnAndNoLineHasAFewLettersAlone(Language language) {
        Language.use(language);
        Scene scene = JourneyDrawing.strip(journey(), new JourneyWords(journey(), "?"), true)
                .scene();
        assertTrue(scene.width() <= 740, scene.width() + " wide");
        List<String> cut = scene.labels().stream()
                .map(Scene.Text::text)
                .filter(l -> l.contains("…"))
                .toList();
        assertEquals(List.of(), cut);
    }

    @Test
    void noCurveOfTheWayRunsBehindALabel() {
        Scene scene = JourneyDrawing.strip(journey(), new JourneyWords(journey(), "?"), true)
                .scene();
        List<String> faults = new ArrayList<>();
        for (Scene.Shape shape : scene.shapes()) {
            if (shape instanceof Scene.Path path && path.steps().equals("MC")) {
                List<Double> n = path.numbers();
                for (double t = 0; t <= 1; t += 0.01) {
                    double x = cubic(t, n.get(0), n.get(2), n.get(4), n.get(6));
                    double y = cubic(t, n.get(1), n.get(3), n.get(5), n.get(7));
                    scene.labels().stream()
                            .filter(l -> !l.text().matches("\\d+")) // a dot's number, where the curve begins
                            .filter(l -> l.bounds().contains(new Bounds(x, y, 0, 0)))
                            .forEach(l -> faults.add(l.text()));
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static double cubic(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageHasAFilmAndAStepperWithoutScriptAndEachPictureATextOfItsOwn(Language language) {
        Language.use(language);
        MimeBundle bundle = JourneyPicture.of(journey()).outputs().get(0);
        String html = (String) bundle.data().get("text/html");
        assertFalse(
                Pattern.compile("<script|\\son\\w+=|javascript:").matcher(html).find());
        assertEquals(7, html.split("<input type=\"radio\"", -1).length - 1);
        assertEquals(7, html.split("<img alt=\"[^\"]+\"", -1).length - 1);
        assertEquals(1, html.split("checked>", -1).length - 1);
        assertTrue(
                Pattern.compile("data-step=\"▦\"[^>]* checked>").matcher(html).find(), "nothing moves at first");
        String svg = JourneyPicture.of(journey()).svg();
        assertTrue(svg.contains("prefers-reduced-motion:reduce"));
        assertFalse(svg.contains("<script"));
        assertTrue(bundle.data().containsKey("image/png"));
        assertEquals(bundle.plain(), JourneyPicture.of(journey()).text());
    }

    @Test
    void twoPicturesOfOneJourneyOnAPageAreSteppedEachByItself() {
        JourneyPicture picture = JourneyPicture.of(journey());
        String html = (String) picture.outputs().get(0).data().get("text/html");
        assertTrue(
                html.contains("<form method=\"dialog\">"), "its buttons are a group of their own, which sends nothing");
        assertTrue(html.indexOf("<form") < html.indexOf("<input") && html.endsWith("</form>"), html);
        assertEquals(
                html,
                JourneyPicture.of(journey()).outputs().get(0).data().get("text/html"),
                "the same journey gives the same page");
    }

    @Test
    void filmsThatMoveInOtherPlacesHaveOtherNamesInTheirStyles() {
        Pattern name = Pattern.compile("@keyframes (journey-[0-9a-f]+)-way");
        List<String> names = List.of(
                        JourneyPicture.of(journey()),
                        JourneyPicture.of(journey()).title("Two\nlines, " + "long ".repeat(60)))
                .stream()
                .flatMap(p -> name.matcher(p.svg()).results().map(found -> String.valueOf(found.group(1))))
                .toList();
        assertEquals(2, names.stream().distinct().count(), names.toString());
    }

    @Test
    void aStepShowsNoStationThatTheFilmHasNotReached() {
        Language.use(Language.ENGLISH);
        JourneyWords words = new JourneyWords(journey(), "?");
        String third = JourneyDrawing.frame(journey(), words, true, 3).labels().toString();
        assertTrue(third.contains("DNAT"), third);
        assertFalse(third.contains("nginx"), third);
        assertEquals(
                JourneyDrawing.strip(journey(), words, true).scene().height(),
                JourneyDrawing.frame(journey(), words, true, 1).height());
    }
}
