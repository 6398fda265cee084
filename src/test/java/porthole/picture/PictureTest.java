package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import porthole.display.Language;
import porthole.display.MimeBundle;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.picture.form.Colour;
import porthole.picture.form.Scene;
import porthole.topology.Change;
import porthole.topology.Lab;
import porthole.topology.Topology;

class PictureTest {
    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    @Test
    void theTitleIsTheQuestionAndTheSentenceUnderItTheAnswer() {
        Picture picture = picture(Lab.engine()
                .network("shop", "10.1.0.0/24", "10.1.0.1")
                .run("test", "i", "bridge=172.17.0.2")
                .run("till", "i", "shop=10.1.0.2"));
        assertEquals("Who is on which network?", picture.title());
        assertEquals("test and till share no network: neither reaches the other.", picture.answer());
    }

    @Test
    void theTableHasBothAddressesOfAnInterfaceAsRfc5952WritesThem() {
        Picture picture =
                picture(Lab.engine().run("s1", "i", "bridge=172.17.0.2").six("fd00:43:0:0:0:0:0:2"));
        assertTrue(
                picture.table().rows().get(0).contains("172.17.0.2, fd00:43::2"),
                picture.table().text());
        assertTrue(picture.text().contains("172.17.0.2 fd00:43::2"), picture.text());
    }

    @Test
    void aPublishedPortIsAWayAcrossAndTheAnswerSaysSo() {
        assertTrue(picture(Lab.tutorial()).answer().endsWith("the only way across is a port that the host publishes."));
    }

    /** Seen on 20.10: from an internal network, a call to the host's published port is dropped. */
    @Test
    void fromAnInternalNetworkAPublishedPortIsNotSaidToBeAWayAcross() {
        Lab lab = Lab.engine()
                .network("vault", "bridge", "10.5.0.0/24", "10.5.0.1", true)
                .run("web", "nginx", "bridge=172.17.0.2")
                .publish(8080, 80)
                .run("safe", "nginx", "vault=10.5.0.2");
        assertEquals(
                "web and safe share no network: neither reaches the other. From an internal network, safe cannot call a"
                        + " published port.",
                picture(lab).answer());
        Lab mixed = lab.network("shop", "10.6.0.0/24", "10.6.0.1").run("till", "nginx", "shop=10.6.0.2");
        assertEquals(
                "3 containers on 3 networks. A container reaches those that share a network with it, and no others, except"
                        + " through the host's published ports. From an internal network, safe cannot call a published"
                        + " port.",
                picture(mixed).answer());
        Language.use(Language.JAPANESE);
        String japanese = picture(lab).answer();
        assertTrue(japanese.contains("safe からは、公開ポートにも届きません。"), japanese);
    }

    @Test
    void aPortOfTheOnlyPublisherIsNoWayForItself() {
        String alone = picture(Lab.engine()
                        .network("vault", "bridge", "10.5.0.0/24", "10.5.0.1", true)
                        .network("shop", "10.6.0.0/24", "10.6.0.1")
                        .run("safe", "nginx", "vault=10.5.0.2")
                        .run("till", "nginx", "shop=10.6.0.2"))
                .answer();
        assertEquals("safe and till share no network: neither reaches the other.", alone);
    }

    @Test
    void manyGroupsAreToldByWhatAContainerReachesAndJointsDoNotHideThePublishedPorts() {
        String many = Picture.of(Topology.of(Scenes.all().get("sixty"))).answer();
        assertEquals(
                "60 containers on 8 networks. A container reaches those that share a network with it, and no others.",
                many);
        String joints = picture(Lab.tutorial().connect("test", "downloads_default", "172.28.0.3"))
                .answer();
        assertTrue(joints.endsWith("except through the host's published ports."), joints);
    }

    /** What a person has plugged into its namespace by hand, the engine does not know. */
    @Test
    void aContainerWithoutANetworkIsNotSaidToHaveNothingButWhatDockerGave() {
        Picture alone = picture(Lab.engine().run("room", "i", "none"));
        assertTrue(alone.answer().contains("Docker has given it only lo"), alone.answer());
        assertTrue(alone.svg().contains("Docker gives it only lo"), alone.svg());
    }

    @Test
    void whoLeftNoneForABridgeIsShownWhereItIsNow() {
        Picture left = picture(Lab.engine()
                .run("castaway", "i", "none")
                .connect("castaway", "bridge", "172.17.0.2")
                .run("other", "i", "bridge=172.17.0.3"));
        assertEquals("Who is on which network?", left.title());
        assertFalse(left.text().contains("--network none"), left.text());
        assertFalse(left.text().contains("lo"), left.text());
        Picture beside = picture(Lab.engine()
                .run("castaway", "i", "none")
                .connect("castaway", "bridge", "172.17.0.2")
                .run("island", "i", "none"));
        assertTrue(beside.answer().contains("castaway: 172.17.0.2"), beside.answer());
        assertTrue(beside.answer().contains("only lo (island)"), beside.answer());
        assertEquals(beside.svg().indexOf("--network none"), beside.svg().lastIndexOf("--network none"));
    }

    /** A prediction of the course asks where a container goes if no network is named. */
    @Test
    void anEmptyEngineDoesNotTellWhereAContainerWouldGo() {
        assertEquals("No container is running.", picture(Lab.engine()).answer());
    }

    @Test
    void aStepIsAnsweredWithItsCommandAndWhatItOpened() {
        Picture picture = Picture.of(
                Change.between(
                        topology(Lab.tutorial()),
                        topology(Lab.tutorial().connect("test", "downloads_default", "172.28.0.3"))),
                "docker network connect downloads_default test");
        assertEquals("What did this step change?", picture.title());
        assertEquals(
                "docker network connect downloads_default test: one more network, so test now reaches docker_compose_nginx, by"
                        + " name too.",
                picture.answer());
        assertTrue(picture.text().contains("+ test eth1 172.28.0.3"));
    }

    @Test
    void modesAreComparedWhereHostOrNoneStandsBesideABridge() {
        assertEquals(
                "Where does each mode put a container?", picture(Lab.modes()).title());
    }

    @Test
    void whoOnlyWaitsForCommandsInAnotherModeDoesNotChangeTheQuestion() {
        Picture picture = picture(Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .run("test", "tools", "bridge=172.17.0.3")
                .run("hands", "tools", "host")
                .command("sleep infinity")
                .run("room", "tools", "none")
                .command("sleep infinity"));
        assertEquals("Who is on which network?", picture.title());
        assertTrue(picture.answer().startsWith("web and test are on bridge"), picture.answer());
    }

    @Test
    void anInterfaceThatIsOffOrLacksItsAddressIsNotSaidToReachAnybody() {
        Lab lab = Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .run("patient", "tools", "bridge=172.17.0.3")
                .looked(false, true)
                .run("lost", "tools", "bridge=172.17.0.4")
                .looked(true, false)
                .run("test", "tools", "bridge=172.17.0.5")
                .looked(true, true);
        Picture picture = picture(lab);
        assertEquals(
                "web and test are on bridge: they reach each other at their addresses. The default bridge does not have"
                        + " the engine's DNS, so not by name. The connection of patient to bridge is drawn"
                        + " dashed. The connection of lost to bridge is drawn dashed.",
                picture.answer());
        for (String form : List.of(picture.text(), picture.svg().replaceAll("<[^>]*>", " "))) {
            assertTrue(form.contains("eth0 off · 172.17.0.3"), form);
            assertTrue(form.contains("eth0 without 172.17.0.4"), form);
            assertFalse(form.contains("eth0 172.17.0.4"), form);
        }
        assertTrue(
                picture.table().text().contains("off · 172.17.0.3"),
                picture.table().text());
    }

    @Test
    void theCableOfAnInterfaceThatIsOffIsDashedAndSaidToBe() {
        Lab lab = Lab.engine()
                .run("web", "nginx", "bridge=172.17.0.2")
                .run("patient", "tools", "bridge=172.17.0.3")
                .looked(false, true);
        Scene scene = picture(lab).draw(false);
        String blue = Colour.DEFAULT_BRIDGE.stroke();
        List<Boolean> dashed = scene.shapes().stream()
                .filter(s -> s instanceof Scene.Line line
                        && line.x1() == line.x2()
                        && line.stroke().colour().equals(blue))
                .map(s -> !((Scene.Line) s).stroke().dashes().isEmpty())
                .toList();
        assertEquals(List.of(false, true), dashed);
        for (int i = 0; i < 20; i++) {
            lab.run("more-" + i, "tools", "bridge=172.17.1." + i);
        }
        for (Scene drawn : List.of(scene, picture(lab).draw(false))) {
            List<String> said = drawn.labels().stream().map(Scene.Text::text).toList();
            assertTrue(said.stream().anyMatch(s -> s.startsWith("Dashed c")), said.toString());
        }
        assertTrue(picture(lab).draw(false).shapes().stream()
                .anyMatch(
                        s -> s instanceof Scene.Circle c && !c.stroke().dashes().isEmpty()));
    }

    @Test
    void whyTwoDoNotReachEachOtherIsNotSaidBeforeItIsAsked() {
        Picture desks = picture(Lab.engine()
                .network("desks", "172.26.0.0/16", "172.26.0.1")
                .withoutTalk()
                .run("left-desk", "nginx", "desks=172.26.0.2")
                .run("right-desk", "tools", "desks=172.26.0.3"));
        assertEquals("left-desk and right-desk are on desks, but do not reach each other.", desks.answer());
        assertFalse(desks.text().contains("icc") || desks.svg().contains("icc"), desks.text());
    }

    @Test
    void twoContainersThatAreBothOffReachNobody() {
        Picture picture = picture(Lab.engine()
                .run("patient", "tools", "bridge=172.17.0.3")
                .looked(false, true)
                .run("lost", "tools", "bridge=172.17.0.4")
                .looked(true, false));
        assertFalse(picture.answer().contains("reach each other"), picture.answer());
        assertTrue(
                picture.answer().startsWith("The connection of patient to bridge is drawn dashed."), picture.answer());
    }

    @Test
    void theTextSaysOfANetworkAndItsCablesWhatTheDrawingSays() {
        Lab lab = Lab.engine()
                .network("shop", "172.18.0.0/16", "172.18.0.1")
                .option("com.docker.network.bridge.enable_icc", "false")
                .run("left", "tools", "shop=172.18.0.2");
        String id = lab.snapshot().containers().get(0).id();
        Picture picture = picture(lab).withVeths(() -> Map.of(id, Map.of("eth0", "vethab12")));
        assertTrue(picture.text().contains("calls between members: no"), picture.text());
        assertFalse(picture.text().contains("vethab12"), picture.text());
        assertTrue(
                picture.cables().text().contains("left eth0 172.18.0.2, its cable's other end on the host: vethab12 ("),
                picture.cables().text());
        String open = picture(Lab.tutorial()).withholding("Think first.").text();
        assertFalse(open.contains("call by name: no") || open.contains("call by name: yes"), open);
    }

    @Test
    void aStepThatSwitchesAnInterfaceOffIsAChange() {
        Lab lab = Lab.engine().run("patient", "tools", "bridge=172.17.0.3").looked(true, true);
        Topology before = topology(lab);
        Change change = Change.between(before, topology(lab.looked(false, true)));
        assertEquals(
                "In this step an interface of patient on bridge has changed: eth0 off · 172.17.0.3.",
                Picture.of(change, "").answer());
    }

    @Test
    void japaneseIsSpokenToo() {
        Language.use(Language.JAPANESE);
        Picture picture = picture(Lab.tutorial());
        assertEquals("どのコンテナがどのネットワークにつながっているか？", picture.title());
        assertTrue(picture.svg().contains("行き来できない"));
    }

    @Test
    void svgIsWellFormedAndTellsItsTitleAndWhatItShows() throws Exception {
        Element svg = parse(picture(Lab.modes()).svg());
        assertEquals("svg", svg.getTagName());
        assertEquals("img", svg.getAttribute("role"));
        assertEquals(
                "Where does each mode put a container?",
                svg.getElementsByTagName("title").item(0).getTextContent());
        assertTrue(svg.getElementsByTagName("desc").item(0).getTextContent().contains("web-h"));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void svgOfAnythingIsWellFormedWithoutIds(long seed) throws Exception {
        String svg = Picture.of(Topology.of(Lab.random(seed))).svg();
        parse(svg);
        assertFalse(svg.contains(" id="));
    }

    @Test
    void whatANameHoldsCannotBreakTheSvg() throws Exception {
        Element svg = parse(picture(Lab.engine().run("a<b>&\"c\u0001", "x]]>", "bridge=172.17.0.2"))
                .svg());
        assertTrue(svg.getTextContent().contains("a<b>&\"c"));
    }

    @Test
    void aShortenedNameIsWholeInItsTooltipInTheTextAndInTheTable() {
        String name = "n".repeat(100) + "-middle-" + "m".repeat(20);
        Picture picture = picture(Lab.engine().run(name, "nginx", "bridge=172.17.0.2"));
        assertTrue(picture.svg().contains("…"));
        assertTrue(picture.svg().contains("<title>" + name + "</title>"));
        assertTrue(picture.text().contains(name));
        assertTrue(picture.table().text().contains(name));
    }

    @Test
    void theSameTopologyIsDrawnTheSameToTheByte() {
        Picture one = Picture.of(Topology.of(Lab.many(40, 7)));
        Picture other = Picture.of(Topology.of(Lab.many(40, 7)));
        assertEquals(one.svg(), other.svg());
        assertArrayEquals(one.pngBytes(), other.pngBytes());
    }

    @Test
    void pngIsTwiceAsLargeAsTheDrawing() throws Exception {
        Picture picture = picture(Lab.tutorial());
        Map<?, ?> size = (Map<?, ?>) picture.outputs().get(0).metadata().get("image/png");
        int width = ImageIO.read(new ByteArrayInputStream(picture.pngBytes())).getWidth();
        assertEquals(2 * (Integer) size.get("width"), width);
    }

    @Test
    void aLargePicturesPixelsAreBoundedAndItsLettersAreAsLargeAsOnThePage() throws Exception {
        Picture large = Picture.of(Topology.of(Lab.many(200, 34)));
        var image = ImageIO.read(new ByteArrayInputStream(large.pngBytes()));
        assertTrue((long) image.getWidth() * image.getHeight() < 16_100_000);
        String width = large.svg().replaceFirst("(?s).* width=\"([0-9]+)\" height.*", "$1");
        assertTrue(image.getWidth() < 2 * Integer.parseInt(width), "it is not drawn at twice its size");
        assertTrue(image.getWidth() >= Integer.parseInt(width), "its letters are smaller than on the page");
    }

    @Test
    void firstThePictureThenTheTableEachWithItsText() {
        List<MimeBundle> outputs = picture(Lab.tutorial()).outputs();
        assertEquals(2, outputs.size());
        assertEquals(
                List.of("text/plain", "text/html", "image/svg+xml", "image/png"),
                List.copyOf(outputs.get(0).data().keySet()));
        assertTrue(outputs.get(1).data().containsKey("text/html"));
    }

    /** nbconvert 6.5 cleans an SVG in a page of all that it draws. */
    @Test
    void aPageShowsThePictureAsAnImageThatCanBeReadAloud() {
        Picture picture = picture(Lab.engine().run("a<b>", "nginx", "bridge=172.17.0.2"));
        String html = String.valueOf(picture.outputs().get(0).data().get("text/html"));
        Matcher image = Pattern.compile("<img src=\"data:image/svg[+]xml;base64,([^\"]+)\" alt=\"([^\"]+)\" [^<>]+>")
                .matcher(html);
        assertTrue(image.matches(), html);
        String shown = new String(Base64.getDecoder().decode(image.group(1)), StandardCharsets.UTF_8);
        assertEquals(picture.svg(), shown.replaceFirst("<style>.*</style>\n", ""));
        assertTrue(image.group(2).contains("a&lt;b&gt;"), image.group(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7, 11, 19, 42, 77})
    void theTextNamesEveryNetworkContainerAddressAndPort(long seed) {
        Snapshot snapshot = Lab.random(seed);
        Topology topology = Topology.of(snapshot);
        String text = Picture.of(topology).text();
        for (Network network : topology.bands()) {
            assertTrue(text.contains(network.name()), network.name());
            network.pools().forEach(p -> assertTrue(text.contains(p.subnet().toString())));
        }
        List<Container> containers = topology.boxes().stream()
                .flatMap(b -> Stream.concat(Stream.of(b.container()), b.sidecars().stream()))
                .toList();
        for (Container container : containers) {
            assertTrue(text.contains(container.name()), container.name());
            container
                    .endpoints()
                    .forEach(e -> assertTrue(text.contains(e.address().orElse(""))));
        }
        topology.boxes().forEach(b -> b.ports().forEach(p -> assertTrue(text.contains(p.socket()))));
    }

    @Test
    void mermaidAndDotNameTheSame() {
        Picture picture = picture(Lab.modes());
        for (String graph : List.of(picture.mermaid(), picture.dot())) {
            for (String word : List.of("custom_bridge", "web-h", "island", "sidecar", "172.19.0.2", ":81 → 80")) {
                assertTrue(graph.contains(word), word);
            }
        }
    }

    /** A kernel that never draws shall not pay for AWT. */
    @Test
    void nothingOfAwtIsLoadedBeforeADrawingIsAskedFor() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OnlyText.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "a JVM that writes one text did not end within 60 s");
        assertTrue(log.contains("Who is on which network?"), log.substring(Math.max(0, log.length() - 500)));
        assertFalse(log.contains(" java.awt."));
        assertFalse(log.contains(" org.jfree."));
    }

    /** Writes a picture's text, and draws nothing. */
    static final class OnlyText {
        private OnlyText() {}

        public static void main(String[] arguments) {
            Language.use(Language.ENGLISH);
            System.out.println(picture(Lab.tutorial()).text());
            System.out.println(picture(Lab.tutorial()).table().text());
        }
    }

    private static Picture picture(Lab lab) {
        return Picture.of(topology(lab));
    }

    private static Topology topology(Lab lab) {
        return Topology.of(lab.snapshot());
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }
}
