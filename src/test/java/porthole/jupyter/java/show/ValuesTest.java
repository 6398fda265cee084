package porthole.jupyter.java.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Displayable;
import porthole.display.Language;
import porthole.display.MimeBundle;

/** How values are shown. */
class ValuesTest {
    private final Values values = new Values(thrown -> "traceback of " + thrown, Map.of());

    record Point(int x, int y) {}

    record Named(String name, List<Integer> numbers) {}

    record Odd(int x) {
        @Override
        public String toString() {
            return "odd " + x;
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    private MimeBundle show(@Nullable Object value) {
        return values.show(value).get(0);
    }

    private String plain(@Nullable Object value) {
        return show(value).plain();
    }

    private String html(@Nullable Object value) {
        return String.valueOf(show(value).data().get("text/html"));
    }

    @Test
    void whatIsOneThingIsText() {
        assertEquals("null", plain(null));
        assertEquals("0.5", plain(0.5));
        assertEquals("text <b>", plain("text <b>"));
        assertEquals("RED", plain(Colour.RED));
        assertEquals("[1, 2]", plain(new byte[] {1, 2}));
        assertEquals("[[1], [2, 3]]", plain(new int[][] {{1}, {2, 3}}));
        assertEquals("[a, null]", plain(new String[] {"a", null}));
        assertEquals("{a=[1]}", plain(Map.of("a", new int[] {1})));
        assertEquals(Map.of("text/plain", "3"), show(3).data());
    }

    @Test
    void recordsInAListAreATable() {
        List<Point> points =
                IntStream.range(0, 3412).mapToObj(i -> new Point(i, 2 * i)).toList();
        assertTrue(plain(points).startsWith("x    y\n0    0\n1    2\n"), plain(points));
        assertTrue(plain(points).contains("first 20 of 3,412 rows"), plain(points));
        assertTrue(html(points).contains("text-align:right;white-space:pre\">38</td>"), html(points));
        assertFalse(html(points).contains(">40<"), html(points));
        assertTrue(html(points.toArray()).contains("first 20 of 3,412 rows"));
        assertEquals("x   y\n1   2", plain(List.of(new Point(1, 2))));
    }

    @Test
    void aLongWordInATableLeavesItsNeighboursRoom() {
        String table = html(List.of(new Named("りんご".repeat(40), List.of()), new Named("x".repeat(160), List.of(1))));
        assertTrue(table.contains("white-space:pre-wrap;overflow-wrap:anywhere;min-width:24ch\">りんご"), table);
        assertTrue(table.contains("white-space:pre\">[1]"), table);
    }

    @Test
    void aTableHasAsManyRowsAsAreAskedFor() {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        assertTrue(DisplayWords.table(numbers, 50).outputs().get(0).plain().endsWith("\n49"));
        assertTrue(DisplayWords.table(numbers).outputs().get(0).plain().contains("first 20 of 50 rows"));
    }

    @Test
    void recordsOfSeveralKindsAndMapsShareColumns() {
        assertEquals(
                "        x   y   name   numbers\nPoint   1   2\nNamed           <a>    [1, 2]",
                plain(List.of(new Point(1, 2), new Named("<a>", List.of(1, 2)))));
        assertTrue(html(List.of(new Named("<a>", List.of()))).contains("&lt;a&gt;"));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", "Ada");
        row.put("age", 36);
        assertEquals("name   age\nAda    36\nBob", plain(List.of(row, Map.of("name", "Bob"))));
    }

    @Test
    void aRecordAMapAndAMatrixAreTablesOnThePageAndJavasOwnAsText() {
        assertEquals("Point[x=1, y=2]", plain(new Point(1, 2)));
        assertTrue(html(new Point(1, 2)).contains(">x</td>"));
        assertEquals("odd 3", plain(new Odd(3)));
        assertEquals("{a=1}", plain(Map.of("a", 1)));
        assertTrue(html(Map.of("a", 1)).contains(">a</td>"));
        assertTrue(html(Map.of("a", new Point(7, 8))).contains(">y</th>"));
        assertTrue(html(new int[][] {{1, 2}, {3, 4}}).contains(">4</td>"));
    }

    @Test
    void aStreamIsShownByItsFirstElementsHoweverLongItIs() {
        assertTrue(plain(Stream.iterate(1, i -> i + 1)).startsWith("[1, 2, 3,"));
        assertTrue(plain(Stream.iterate(1, i -> i + 1)).contains("the first 20 elements"));
        assertTrue(plain(IntStream.range(0, 3)).startsWith("[0, 1, 2]\n3 elements"));
        assertTrue(html(Stream.of(new Point(1, 2))).contains(">x</th>"));
        Stream<Integer> used = Stream.of(1);
        assertEquals(1, used.count());
        assertEquals("a stream that has been used up already", plain(used));
    }

    @Test
    void nothingIsLongerThanAPageCanTake() {
        assertTrue(plain(new double[1_000_000]).contains("… 999,900 more of 1,000,000"));
        assertTrue(plain("x".repeat(1_000_000)).length() < 201_000);
        List<Integer> endless = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };
        assertTrue(plain(endless).contains("more of 2,147,483,647"));
        Map<Integer, String> large = new HashMap<>();
        IntStream.range(0, 1000).forEach(i -> large.put(i, "y".repeat(1000)));
        assertTrue(html(large).length() < 20_000, "characters: " + html(large).length());
        assertTrue(plain(large).length() < 21_000, "characters: " + plain(large).length());
    }

    @Test
    void whatContainsItselfIsShown() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        list.add(1);
        assertEquals("[…, 1]", plain(list));
        Map<String, Object> map = new HashMap<>();
        map.put("me", map);
        assertEquals("{me=…}", plain(map));
        Object[] array = new Object[1];
        array[0] = array;
        assertEquals("[…]", plain(array));
    }

    @Test
    void anElementThatThrowsIsNotHidden() {
        Object odd = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("odd");
            }
        };
        assertThrows(IllegalStateException.class, () -> show(odd));
        assertThrows(IllegalStateException.class, () -> show(List.of(odd)));
    }

    @Test
    void aPathTellsWhatIsThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "x".repeat(3400));
        assertTrue(plain(file).contains("3.4 kB"), plain(file));
        Path image = Files.write(folder.resolve("dot.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
        assertTrue(show(image).data().containsKey("image/png"));
        Files.createDirectory(folder.resolve("sub"));
        assertTrue(html(folder).contains(">sub/</td>"), html(folder));
        assertTrue(plain(folder).endsWith(folder + ": 3 entries"), plain(folder));
        assertTrue(plain(folder.toFile()).endsWith("3 entries"));
        assertEquals("none", plain(Path.of("none")));
    }

    @Test
    void anAddressIsALinkWhereAPageMayFollowIt() {
        assertTrue(html(URI.create("https://example.org/?a=1&b=2"))
                .startsWith("<a href=\"https://example.org/?a=1&amp;b"));
        assertNull(show(URI.create("javascript:alert(1)")).data().get("text/html"));
    }

    @Test
    void whatMayBeMissingOrComeLaterShowsWhatIsInside() {
        assertEquals("Optional[Point[x=1, y=2]]", plain(Optional.of(new Point(1, 2))));
        assertTrue(html(Optional.of(new Point(1, 2))).contains(">x</td>"));
        assertEquals("Optional.empty", plain(Optional.empty()));
        assertTrue(plain(new CompletableFuture<>()).contains("still running"));
        assertEquals("CompletableFuture, done: 3", plain(CompletableFuture.completedFuture(3)));
        assertTrue(plain(CompletableFuture.failedFuture(new IllegalStateException("no")))
                .contains("traceback of"));
        assertEquals("traceback of java.lang.Exception: x", plain(new Exception("x")));
    }

    @Test
    void classesDurationsAndThreadsSayWhatTheyAre() {
        assertEquals("record porthole.jupyter.java.show.ValuesTest$Point(int x, int y)", plain(Point.class));
        assertTrue(plain(Colour.class).endsWith("[RED, GREEN]"));
        assertEquals("int[]", plain(int[].class));
        assertEquals("PT1H1.5S   (1 h 1.5 s)", plain(Duration.ofMillis(3_601_500)));
        assertEquals("PT0S   (0 s)", plain(Duration.ZERO));
        assertTrue(plain(new Thread("worker")).startsWith("Thread \"worker\": NEW"));
        Supplier<Integer> lambda = () -> 3;
        assertTrue(plain(lambda).startsWith("Supplier (a lambda)"), plain(lambda));
    }

    @Test
    void imagesArePictures() {
        MimeBundle large = show(new BufferedImage(4800, 100, BufferedImage.TYPE_INT_RGB));
        assertEquals(Map.of("width", 2400, "height", 50), large.metadata().get("image/png"));
    }

    @Test
    void xmlAndJsonAreLaidOut() throws Exception {
        Object document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream("<a>\n <b>1</b><c/></a>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("<a>\n  <b>1</b>\n  <c/>\n</a>", plain(document));
        Object node = JsonNodeFactory.instance.objectNode().put("a", 1);
        assertEquals("{\n  \"a\" : 1\n}", plain(node));
        assertTrue(show(node).data().containsKey("application/json"));
    }

    @Test
    void wordsSayInWhichFormATextIsMeant() throws IOException {
        assertEquals("# x", first(DisplayWords.markdown("# x"), "text/markdown"));
        assertEquals("$$x^2$$", first(DisplayWords.latex("x^2"), "text/latex"));
        assertEquals("$x$", first(DisplayWords.latex("$x$"), "text/latex"));
        assertEquals("bold", first(DisplayWords.html("<b>bold</b>"), "text/plain"));
        assertTrue(String.valueOf(first(DisplayWords.mermaid("graph TD"), "text/markdown"))
                .startsWith("```mermaid\n"));
        assertEquals("{\"a\":[1]}", String.valueOf(first(DisplayWords.json("{\"a\":[1]}"), "application/json")));
        assertEquals(Map.of("x", 1, "y", 2), first(DisplayWords.json(new Point(1, 2)), "application/json"));
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        assertTrue(
                String.valueOf(first(DisplayWords.image(svg), "image/svg+xml")).startsWith("<svg"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DisplayWords.json("{"))
                .getMessage()
                .endsWith("not JSON: {"));
        assertThrows(IllegalArgumentException.class, () -> DisplayWords.image(new byte[] {1}));
    }

    private static Object first(Displayable shown, String type) {
        return shown.outputs().get(0).data().get(type);
    }

    @Test
    void aRenderingOfOnesOwnComesFirst() {
        values.register(Point.class, p -> "point at " + p.x());
        values.register(Comparable.class, c -> MimeBundle.text("comparable"));
        assertEquals("point at 1", plain(new Point(1, 2)));
        assertEquals("comparable", plain(3));
    }

    @Test
    void aTypeThatIsAskedForIsGivenWithItsHints() {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        MimeBundle bundle = values.show(image, "image/png").get(0);
        assertEquals(Map.of("width", 3, "height", 2), bundle.metadata().get("image/png"));
        assertEquals("<b>", values.show("<b>", "text/html").get(0).data().get("text/html"));
    }

    @Test
    void aTypeThatIsNotAValuesOwnIsMadeWhereItCanBe() throws Exception {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        String jpeg =
                String.valueOf(values.show(image, "image/jpeg").get(0).data().get("image/jpeg"));
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(jpeg)));
        assertEquals(3, read.getWidth());
        assertEquals(
                Map.of("k", 1),
                values.show(Map.of("k", 1), "application/json").get(0).data().get("application/json"));
        assertEquals(
                Set.of("text/plain"),
                values.show(image, "text/markdown").get(0).data().keySet());
        assertEquals(
                Set.of("text/plain", "image/png"),
                values.show(image, "image/*").get(0).data().keySet());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String name = "porthole.jupyter.java.show.sentences";
        assertEquals(
                ResourceBundle.getBundle(name, Language.ENGLISH.locale(), control)
                        .keySet(),
                ResourceBundle.getBundle(name, Language.JAPANESE.locale(), control)
                        .keySet());
    }
}
