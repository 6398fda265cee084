package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.picture.form.Scene;
import porthole.topology.CablingChange;
import porthole.topology.CablingChange.Packet;

class CablingFilmTest {
    private static final End LO = new End("lo", 0, Optional.empty(), true, Optional.of("127.0.0.1/8"));
    private static final String ADDRESS = "172.17.255.254/16";

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    private static End end(String name, int cable, boolean docked, boolean up, String address) {
        return new End(
                name,
                cable,
                docked ? Optional.of("docker0") : Optional.empty(),
                up,
                Optional.of(address).filter(a -> !a.isEmpty()));
    }

    private static Cabling one(String gateway, End outside, End inside) {
        Room room = new Room("room", List.of(LO, inside), Optional.of(gateway).filter(g -> !g.isEmpty()));
        return new Cabling("docker0", Optional.of("172.17.0.1"), List.of(outside), List.of(room));
    }

    private static Cabling two(End a, End b) {
        return new Cabling(
                "docker0",
                Optional.of("172.17.0.1"),
                List.of(),
                List.of(
                        new Room("room-a", List.of(LO, a), Optional.empty()),
                        new Room("room-b", List.of(LO, b), Optional.empty())));
    }

    /** Each state after the other, as one who follows the course makes them. */
    private static CablingFilm film(Optional<Packet> last, Cabling... states) {
        List<CablingPicture> steps = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            steps.add(CablingPicture.of(new CablingChange(
                    i == 0 ? Optional.empty() : Optional.of(states[i - 1]),
                    states[i],
                    "command " + i,
                    i == states.length - 1 ? last : Optional.empty())));
        }
        return CablingFilm.of(steps);
    }

    private static CablingFilm course() {
        Cabling empty = new Cabling(
                "docker0",
                Optional.of("172.17.0.1"),
                List.of(),
                List.of(new Room("room", List.of(LO), Optional.empty())));
        Cabling loose = new Cabling(
                "docker0",
                empty.bridgeAddress(),
                List.of(end("veth-room", 1, false, false, ""), end("end0", -1, false, false, "")),
                empty.rooms());
        return film(
                Optional.of(new Packet("room", "eth0", true)),
                empty,
                loose,
                one("", end("veth-room", 1, false, false, ""), end("end0", -1, false, false, "")),
                one("", end("veth-room", 1, false, false, ""), end("eth0", -1, false, false, "")),
                one("", end("veth-room", 1, true, true, ""), end("eth0", -1, false, false, "")),
                one("", end("veth-room", 1, true, true, ""), end("eth0", -1, false, false, ADDRESS)),
                one("", end("veth-room", 1, true, true, ""), end("eth0", -1, false, true, ADDRESS)),
                one("172.17.0.1", end("veth-room", 1, true, true, ""), end("eth0", -1, false, true, ADDRESS)),
                one("172.17.0.1", end("veth-room", 1, true, true, ""), end("eth0", -1, false, true, ADDRESS)));
    }

    private static String title(CablingFilm film, int index) {
        return film.steps().get(index).text().lines().findFirst().orElseThrow();
    }

    @Test
    void eachStepSaysItsNumberOfHowManyAndThatTheRouteIsTheLast() {
        assertEquals(
                List.of(
                        "Step 1 of 7: a network namespace",
                        "Step 2 of 7: a cable",
                        "Step 3 of 7: one end in the namespace",
                        "After step 3 of 7",
                        "Step 4 of 7: the other end in the bridge",
                        "Step 5 of 7: an address",
                        "Step 6 of 7: the interface switched on",
                        "Step 7 of 7: a default route",
                        "After step 7 of 7"),
                course().steps().stream()
                        .map(s -> s.text().lines().findFirst().orElseThrow())
                        .toList());
        Language.use(Language.JAPANESE);
        assertEquals("ステップ 7/7：デフォルトルートがある", title(course(), 7));
    }

    @Test
    void whatIsNewHasAPlusInTheDrawingAndInTheText() {
        CablingPicture given = course().steps().get(5);
        assertTrue(given.svg().contains(">+ " + ADDRESS + "<"), given.svg());
        assertTrue(given.text().contains("\n+ " + ADDRESS + " for eth0 (room)\n"), given.text());
        CablingPicture later = course().steps().get(6);
        assertTrue(later.svg().contains(">" + ADDRESS + "<"), "an address that was given stays in sight");
        assertTrue(later.svg().contains(">+ on<"), later.svg());
        assertFalse(later.svg().contains("+ " + ADDRESS));
        assertTrue(course().steps().get(2).text().contains("\n− end0 (host)\n"), "it has left the host");
    }

    @Test
    void aStepThatIsUndoneIsSaid() {
        Cabling up = one("172.17.0.1", end("veth-room", 1, true, true, ""), end("eth0", -1, false, true, ADDRESS));
        Cabling down = one("", end("veth-room", 1, true, true, ""), end("eth0", -1, false, false, ADDRESS));
        CablingFilm film = film(Optional.empty(), up, down);
        assertEquals("Step 6 of 7 is undone: the interface switched on", title(film, 1));
        assertTrue(film.steps().get(1).text().contains("\n− default via 172.17.0.1 (room)\n"), film.text());
        assertTrue(film.steps().get(1).text().contains("[ ] 7 a default route"), film.text());
    }

    @Test
    void twoNamespacesNeedNoBridgeAndTheirCableIsTheFourthStep() {
        Cabling apart = two(end("end-a", 0, false, false, ""), end("end-b", 0, false, false, ""));
        Cabling joined = two(end("end-a", 1, false, false, ""), end("end-b", -1, false, false, ""));
        CablingFilm film = film(Optional.of(new Packet("room-a", "", false)), apart, joined);
        assertEquals("Step 4 of 6: the other end in the other namespace", title(film, 1));
        assertFalse(film.text().contains("docker0"), film.text());
        assertTrue(
                film.text()
                        .endsWith(
                                "end-a and end-b are the two ends of one cable.\nnot sent: Linux knows no way to that address"),
                film.text());
        assertTrue(film.svg().contains(">not sent: Linux knows no way to that address<"));
        assertTrue(film(Optional.of(new Packet("room-a", "end-a", false)), apart, joined)
                .svg()
                .contains(">no answer came<"));
    }

    @Test
    void equalEndsOfOneCableAreStillTwo() {
        End a = end("eth0", 5, false, false, "");
        End b = end("eth0", -5, false, false, "");
        assertEquals(Optional.of(b), two(a, b).otherEnd(a));
    }

    @Test
    void aPacketIsDrawnOnlyOnTheCableThroughWhichItWent() {
        CablingFilm film = course();
        assertTrue(film.steps().get(8).svg().contains("a packet went and came back"));
        CablingFilm none = film(Optional.empty(), film.steps().get(8).change().after());
        assertFalse(none.svg().contains("a packet went and came back"));
    }

    @Test
    void theFilmHasAButtonForEachStepAndOneForTheStripWhichIsPrinted() {
        String html = course().html();
        assertEquals(
                11,
                Pattern.compile("<input type=\"radio\"").matcher(html).results().count(),
                "film, nine, strip");
        assertFalse(html.contains("<script"));
        assertEquals(
                1,
                Pattern.compile("<figure class=\"porthole-paper\">")
                        .matcher(html)
                        .results()
                        .count());
        assertTrue(html.indexOf("porthole-paper\"><img") > html.lastIndexOf("<figure><img"), "the strip is the last");
        String film = image(html, 0);
        assertTrue(film.contains("prefers-reduced-motion"), "who wants no motion sees the last step");
        assertEquals(
                9,
                Pattern.compile("<g class=\"cabling-\\w+-f\\d")
                        .matcher(film)
                        .results()
                        .count());
        assertEquals(
                1,
                Pattern.compile("<g [^>]*opacity=\"1\"").matcher(film).results().count());
    }

    private static String image(String html, int index) {
        String[] parts = html.split("base64,", -1);
        String encoded = parts[index + 1].substring(0, parts[index + 1].indexOf('"'));
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void nothingThatMattersIsCutInEitherLanguageAndNothingLeavesThePicture() {
        for (Language language : Language.values()) {
            Language.use(language);
            CablingFilm film = course();
            List<Scene> scenes =
                    new ArrayList<>(film.steps().stream().map(s -> s.draw(true)).toList());
            scenes.add(film.draw(true));
            for (Scene scene : scenes) {
                for (Scene.Text label : scene.labels()) {
                    assertEquals(label.full(), label.text());
                    assertTrue(label.bounds().x() >= 0, label.toString());
                    assertTrue(label.bounds().right() <= scene.width(), label.toString());
                    assertTrue(label.letters().size() >= 12.5, label.toString());
                }
            }
        }
    }

    @Test
    void theButtonsHaveTheStepsNumbersAndTheFirstPictureIsShownNotTheFilm() {
        String html = course().html();
        List<String> signs = new ArrayList<>();
        Matcher button =
                Pattern.compile("data-step=\"([^\"]+)\"[^>]*?(checked)?>").matcher(html);
        int shown = -1;
        while (button.find()) {
            shown = button.group(2) == null ? shown : signs.size();
            signs.add(button.group(1));
        }
        assertEquals(List.of("▶", "1", "2", "3", "·", "4", "5", "6", "7", "⇄", "▦"), signs);
        assertEquals(1, shown);
    }

    @Test
    void whereThereIsNoBridgeAndNothingLiesOnTheHostNoRoomIsLeftForThemButInAFilm() {
        CablingPicture apart = film(Optional.empty(), two(end("a", 1, false, true, ""), end("b", -1, false, true, "")))
                .steps()
                .get(0);
        assertTrue(apart.scene(false, true, 0).height() > apart.draw(false).height() + 50);
        CablingPicture bridged = course().steps().get(0);
        assertEquals(bridged.scene(false, true, 0).height(), bridged.draw(false).height());
    }

    /** From the moment when it is made to when it is plugged in, the host's end does not move. */
    @Test
    void theHostsEndOfACableStaysWhereItIs() {
        List<Double> places = course().steps().stream()
                .flatMap(s -> s.draw(false).labels().stream())
                .filter(t -> t.text().replace("+ ", "").equals("veth-room"))
                .map(t -> t.bounds().centre())
                .toList();
        assertEquals(8, places.size());
        places.forEach(x -> assertEquals(places.get(0), x, 12));
    }

    @Test
    void bracketsInJapaneseHaveTheirSpaceInThem() {
        Language.use(Language.JAPANESE);
        assertFalse(course().text().contains(" ("), course().text());
        assertTrue(course().text().contains("（無効）"), course().text());
    }
}
