package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.network.Cabling;
import porthole.network.Snapshot;
import porthole.picture.form.Colour;
import porthole.topology.CablingChange;
import porthole.topology.Change;
import porthole.topology.Lab;
import porthole.topology.Matrix;
import porthole.topology.Prediction;
import porthole.topology.Topology;
import porthole.topology.Verdict;

/** What a teacher does to a picture for a slide. */
class PictureStyleTest {
    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    private static Picture tutorial() {
        return Picture.of(Topology.of(Lab.tutorial().snapshot()));
    }

    @Test
    void darkHasNoLightGroundAndTheOriginalStaysLight() {
        Picture light = tutorial();
        Picture dark = light.dark();
        assertFalse(dark.svg().contains("#ffffff"));
        assertTrue(dark.svg().contains(Colour.dark(Colour.PAPER)));
        assertTrue(light.svg().contains("#ffffff"));
        assertFalse(light.svg().contains("<style"), "many pictures live on one page");
    }

    /** A rule in a style sheet goes before an attribute, so each colour that is drawn needs one. */
    @Test
    void inANotebookEveryColourFollowsThePage() {
        String shown = image(tutorial());
        assertTrue(shown.contains("prefers-color-scheme:dark"), shown);
        String drawn = shown.substring(shown.indexOf("</style>"));
        var colours = java.util.regex.Pattern.compile("(fill|stroke)=\"(#[0-9a-f]{6})\"")
                .matcher(drawn);
        while (colours.find()) {
            String rule = "[" + colours.group(1) + "=\"" + colours.group(2) + "\"]{";
            assertTrue(shown.contains(rule), rule);
        }
        assertFalse(image(tutorial().dark()).contains("<style"));
    }

    private static String image(DrawnPicture<?> picture) {
        String html = String.valueOf(picture.outputs().get(0).data().get("text/html"));
        String encoded = html.replaceFirst("(?s).*base64,([^\"]+)\".*", "$1");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Test
    void aWidthIsThatOfThePageInAllForms() throws IOException {
        Picture wide = tutorial().width(800);
        assertTrue(wide.svg().contains(" width=\"800\" "), wide.svg().substring(0, 300));
        Map<?, ?> size = (Map<?, ?>) wide.outputs().get(0).metadata().get("image/png");
        assertEquals(800, size.get("width"));
        int pixels = ImageIO.read(new ByteArrayInputStream(wide.pngBytes())).getWidth();
        assertTrue(Math.abs(pixels - 1600) <= 2, pixels + " pixels");
        assertThrows(IllegalArgumentException.class, () -> tutorial().width(0));
    }

    @Test
    void outlinedLettersAreShapesThatSayWhatTheyAre() {
        String svg = tutorial().outlined().svg();
        assertFalse(svg.contains("<text"));
        assertTrue(svg.contains("<title>docker_compose_nginx</title>"));
    }

    @Test
    void aLegendIsThereOnRequest() {
        assertFalse(tutorial().svg().contains("Dotted arrow"));
        assertTrue(tutorial().legend().svg().contains("Dotted arrow"));
    }

    @Test
    void onlyAContainerBringsItsNetworks() {
        Picture part = tutorial().only("web");
        assertTrue(part.text().contains("web eth0 172.17.0.3"), part.text());
        assertFalse(part.text().contains("docker_compose_nginx"), part.text());
        assertFalse(part.text().contains("test eth0"), part.text());
    }

    @Test
    void withoutANetworkItsContainersSayThatTheyAreOnIt() {
        Picture part = Picture.of(Topology.of(Lab.tutorial()
                        .connect("test", "downloads_default", "172.28.0.3")
                        .snapshot()))
                .without("downloads_default", "web");
        assertTrue(part.text().contains("also on downloads_default"), part.text());
        assertFalse(part.text().contains("web eth0"), part.text());
    }

    @Test
    void aPartKeepsTitleAndStyle() {
        Picture part = tutorial().title("A slide").dark().only("web");
        assertEquals("A slide", part.title());
        assertTrue(part.svg().contains(Colour.dark(Colour.PAPER)));
    }

    @Test
    void aPartOfAStepKeepsItsMarks() {
        Change change = Change.between(
                Topology.of(Lab.tutorial().snapshot()),
                Topology.of(Lab.tutorial()
                        .remove("web")
                        .run("late", "nginx", "bridge=172.17.0.9")
                        .snapshot()));
        Picture part = Picture.of(change, "docker something").only("late", "web");
        assertTrue(part.text().contains("+ late"), part.text());
        assertTrue(part.text().contains("− web"), part.text());
        assertFalse(part.text().contains("test eth0"), part.text());
    }

    @Test
    void anUnknownNameIsRefusedWithWhatThereIs() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> tutorial().only("wbe"));
        assertTrue(
                refusal.getMessage().contains("\"wbe\"") && refusal.getMessage().contains("\"web\""),
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> tutorial().without("wbe"));
    }

    @Test
    void aCallThatMakesNoSenseIsRefusedByName() {
        UnsupportedOperationException refusal = assertThrows(
                UnsupportedOperationException.class,
                () -> PacketPicture.of(List.of()).only("web"));
        assertTrue(refusal.getMessage().contains("only("), refusal.getMessage());
        assertThrows(UnsupportedOperationException.class, () -> cabling().without("web"));
    }

    private static CablingPicture cabling() {
        Cabling.Room room = new Cabling.Room("room", List.of(), Optional.empty());
        Cabling now = new Cabling("docker0", Optional.of("172.17.0.1"), List.of(), List.of(room));
        return CablingPicture.of(new CablingChange(Optional.empty(), now, "ip link", Optional.empty()));
    }

    @Test
    void allKindsOfPicturesHaveTheSameForms(@TempDir Path folder) throws IOException {
        for (DrawnPicture<?> picture : List.of(
                tutorial(),
                PacketPicture.of(List.of()),
                MatrixPicture.of(matrix()),
                cabling(),
                CablingFilm.of(List.of(cabling())))) {
            DrawnPicture<?> slide = picture.title("A slide").dark().width(640).legend();
            assertTrue(slide.svg().contains("A slide"), picture.getClass().getSimpleName());
            assertTrue(
                    slide.svg().contains(" width=\"640\" "), picture.getClass().getSimpleName());
            assertTrue(Files.size(slide.svg(folder.resolve("slide.svg").toString())) > 0);
            assertTrue(Files.size(slide.png(folder.resolve("slide.png").toString())) > 0);
            assertTrue(picture.outputs().get(0).data().containsKey("text/html"));
        }
    }

    private static Matrix matrix() {
        Snapshot snapshot = Lab.tutorial().snapshot();
        Verdict reached = new Prediction(snapshot, Map.of())
                .best(snapshot.container("web"), snapshot.container("test"))
                .verdict();
        return new Matrix(
                List.of("a", "b", "c"),
                List.of("a", "b", "c"),
                List.of(new Matrix.Call("a", "b", reached, List.of()), new Matrix.Call("b", "c", reached, List.of())),
                List.of(),
                Map.of(),
                List.of());
    }

    @Test
    void aPartOfAMatrixHasItsRowsAndColumns() {
        assertEquals(
                List.of("a", "b"),
                MatrixPicture.of(matrix()).only("a", "b").matrix().names());
        assertEquals(1, MatrixPicture.of(matrix()).without("c").matrix().calls().size());
        assertThrows(
                IllegalArgumentException.class, () -> MatrixPicture.of(matrix()).only("x"));
    }

    @Test
    void aFileThatSaysAnotherFormAndAFolderThatIsMissingAreRefused(@TempDir Path folder) {
        IllegalArgumentException form =
                assertThrows(IllegalArgumentException.class, () -> tutorial().png(folder.resolve("a.svg")));
        assertTrue(form.getMessage().contains("svg("), form.getMessage());
        IOException missing = assertThrows(IOException.class, () -> tutorial().svg(folder.resolve("no/a.svg")));
        assertTrue(missing.getMessage().contains("no folder"), missing.getMessage());
    }

    @Test
    void aPictureThatWithholdsItsAnswerSaysNothingOfNamesAndDrawsNoWall() {
        Picture open = tutorial().withholding("Think first.");
        assertEquals("Think first.", open.answer());
        assertTrue(open.svg().contains("call by name: ?"), "the box keeps its size, and says that it waits");
        assertFalse(open.svg().contains("by name: no") || open.svg().contains("by name: yes"), "it would answer");
        assertTrue(tutorial().svg().contains("call by name: no"));
        assertFalse(open.svg().contains("no way across"), "the picture would answer the question");
        assertTrue(tutorial().svg().contains("no way across"));
    }

    @Test
    void aGridThatWithholdsItsAnswerExplainsItsSignsAndNotWhatFollowsFromThem() {
        Lab lab = Lab.engine();
        for (int i = 1; i <= 4; i++) {
            lab = lab.network("n" + i, "10." + i + ".0.0/24", "10." + i + ".0.1");
        }
        for (int i = 1; i <= 4; i++) {
            for (int j = i + 1; j <= 4; j++) {
                String last = ".0." + (10 * i + j);
                lab = lab.run("c" + i + j, "nginx", "n" + i + "=10." + i + last, "n" + j + "=10." + j + last);
            }
        }
        Picture grid = Picture.of(Topology.of(lab.snapshot()));
        String told = words(grid.svg());
        assertTrue(told.contains("Docker sends nothing through it from one to another"), told);
        assertTrue(told.contains("no way in from outside is meant"), told);
        String held = words(grid.withholding("Think first.").svg());
        assertTrue(held.contains("Bar: the same container on several networks."), held);
        assertFalse(held.contains("sends nothing through") || held.contains("way in from outside"), held);
    }

    private static String words(String svg) {
        return svg.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void aBridgeWhoseMembersMayNotTalkDoesNotSayThatNamesWork() {
        Lab lab = Lab.engine().network("apart", "10.9.0.0/24", "10.9.0.1").withoutTalk();
        String svg = Picture.of(Topology.of(lab.run("a", "nginx", "apart=10.9.0.2")
                        .run("b", "nginx", "apart=10.9.0.3")
                        .snapshot()))
                .svg();
        assertTrue(svg.contains("calls between members: no"), svg);
        assertFalse(svg.contains("by name: yes"), svg);
    }

    @Test
    void anInternalNetworksAddressOfTheHostIsNotCalledAGateway() {
        Snapshot snapshot = Lab.engine()
                .network("vault", "bridge", "10.8.0.0/24", "10.8.0.1", true)
                .run("safe", "postgres", "vault=10.8.0.2")
                .snapshot();
        String svg = Picture.of(Topology.of(snapshot, List.of("vault"))).svg();
        assertTrue(svg.contains("host: 10.8.0.1") && svg.contains("no way out of the host"), svg);
        assertFalse(svg.contains("gateway"), svg);
    }

    /** docs/style-ja.md: brackets, colons and question marks in Japanese text are wide. */
    @Test
    void japaneseTextInPicturesHasWideBracketsAndColons() {
        Language.use(Language.JAPANESE);
        Scenes.all().forEach((name, scene) -> {
            Picture picture = Picture.of(Topology.of(scene));
            String said = picture.title() + picture.answer() + picture.svg().replaceAll("<[^>]*>", "\n");
            assertFalse(
                    said.matches("(?s).*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}」]([(]|: ).*"), name + ": " + said);
        });
    }

    @Test
    void whoseAContainerIsIsSaidWhereSomeAreOthers() {
        String id = Lab.tutorial().snapshot().container("web").orElseThrow().id();
        assertTrue(tutorial().withOthers(Set.of(id)).svg().contains("made elsewhere"));
        assertFalse(tutorial().svg().contains("made elsewhere"));
    }

    @Test
    void aCablesEndOnTheHostIsNamedOnRequest() {
        String id = Lab.tutorial().snapshot().container("web").orElseThrow().id();
        Picture picture = tutorial().withVeths(() -> Map.of(id, Map.of("eth0", "vethab12")));
        assertFalse(picture.svg().contains("vethab12"));
        assertTrue(picture.cables().svg().contains("vethab12"));
    }

    /** The engine lists no second interface of a container on an overlay. */
    @Test
    void whatDoesNotRunIsNamedFirstAmongTheNotes() {
        Lab lab = Lab.engine().run("web", "nginx", "bridge=172.17.0.2").run("shop-db", "nginx", "bridge=172.17.0.3");
        Picture picture = Picture.of(Topology.of(lab.state("exited").snapshot()));
        assertTrue(picture.svg().contains("Not running, and so not drawn: shop-db (bridge)."), picture.svg());
        assertTrue(picture.svg().indexOf("shop-db") < picture.svg().indexOf("host (gateway): this host"));
        assertTrue(picture.text().endsWith("Not running, and so not drawn: shop-db (bridge)."), picture.text());
    }

    @Test
    void theSecondLegOfAContainerOnAnOverlayIsDrawnAndItsNetworkIsNotCalledEmpty() {
        Picture picture = Picture.of(Topology.of(Lab.engine()
                .overlay("shop", "10.0.1.0/24", 4097)
                .network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1")
                .run("web", "nginx", "shop=10.0.1.2")
                .snapshot()));
        assertTrue(words(picture.svg()).contains("to the outside by docker_gwbridge"));
        assertTrue(picture.text().contains("to the outside by docker_gwbridge"), picture.text());
        assertFalse(picture.text().contains("network docker_gwbridge"), picture.text());
    }

    @Test
    void aPdfIsOnePageOfThePicturesSizeWithItsTextAndTheSameToTheByte() throws IOException {
        byte[] pdf = tutorial().width(800).pdfBytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(600, document.getPage(0).getMediaBox().getWidth(), 0.5, "800 pixels are 600 points");
            assertTrue(new PDFTextStripper().getText(document).contains("docker_compose_nginx"));
            assertEquals(
                    "Who is on which network?",
                    document.getDocumentInformation().getTitle());
        }
        assertArrayEquals(pdf, tutorial().width(800).pdfBytes());
    }

    @Test
    void aPdfOfJapaneseNeedsNoFontInTheFile() throws IOException {
        Language.use(Language.JAPANESE);
        try (PDDocument document = Loader.loadPDF(tutorial().outlined().pdfBytes())) {
            assertFalse(
                    document.getPage(0).getResources().getFontNames().iterator().hasNext());
        }
        assertTrue(tutorial().pdfBytes().length > 0);
    }

    @Test
    void embeddedFontsHoldTheLettersThatAreDrawn() {
        String svg = tutorial().embedded().svg();
        String font = svg.replaceFirst("(?s).*?base64,([^)]+)[)].*", "$1");
        assertEquals("00010000", HexFormat.of().formatHex(Base64.getDecoder().decode(font), 0, 4), "a TrueType font");
        assertTrue(svg.contains("<text"), "its text can be selected");
        assertTrue(svg.length() < 250_000, svg.length() + " characters");
        String other = tutorial().title("Another title").embedded().svg();
        assertFalse(family(svg).equals(family(other)), "two pictures on one page keep their own");
    }

    private static String family(String svg) {
        return svg.replaceFirst("(?s).*?font-family:([^;]+);.*", "$1");
    }
}
