package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.picture.drawing.MatrixDrawing;
import porthole.picture.form.Bounds;
import porthole.picture.form.Scene;
import porthole.picture.story.MatrixWords;
import porthole.topology.CallOutcome;
import porthole.topology.Lab;
import porthole.topology.Matrix;
import porthole.topology.Prediction;
import porthole.topology.Topology;
import porthole.topology.Verdict;

class MatrixPictureTest {
    MatrixPictureTest() {
        Language.use(Language.ENGLISH);
    }

    /** As predicted, but for calls from {@code odd}, of which none arrives. */
    private static Matrix measured(Snapshot snapshot, String odd) {
        List<String> names = snapshot.containers().stream().map(Container::name).toList();
        List<Matrix.Call> calls = new ArrayList<>();
        Prediction prediction = new Prediction(snapshot, Map.of());
        for (String from : names) {
            for (String to : names) {
                if (!from.equals(to)) {
                    calls.add(call(snapshot, prediction, from, to, from.equals(odd)));
                }
            }
        }
        return new Matrix(names, names, calls, List.of(), Map.of(), List.of());
    }

    private static Matrix.Call call(Snapshot snapshot, Prediction prediction, String from, String to, boolean nothing) {
        Optional<Container> caller = snapshot.container(from);
        Optional<Container> called = snapshot.container(to);
        List<Matrix.Try> tries = new ArrayList<>();
        Verdict named = prediction.byName(caller, called, to);
        tries.add(new Matrix.Try(
                Optional.of(to),
                Optional.empty(),
                Optional.empty(),
                named,
                nothing ? CallOutcome.NAME_UNKNOWN : named.outcome()));
        for (String address : prediction.addresses(caller, called)) {
            Verdict verdict = prediction.call(caller, address, Optional.empty());
            tries.add(new Matrix.Try(
                    Optional.empty(),
                    Optional.of(address),
                    Optional.empty(),
                    verdict,
                    nothing ? CallOutcome.DROPPED : verdict.outcome()));
        }
        return new Matrix.Call(from, to, prediction.best(caller, called).verdict(), tries);
    }

    @Test
    void theLegendExplainsTheSignsThatOccurAndNoOthers() {
        String plain = new MatrixWords(measured(Lab.tutorial().snapshot(), "")).legend();
        assertTrue(plain.startsWith("address: gets through by address only."), plain);
        assertTrue(plain.contains("no answer: nothing came back in time") && plain.contains("Tried: names"), plain);
        for (String absent : List.of("✓", "✗", "≠", "open:", "refused:", "name: gets")) {
            assertFalse(plain.contains(absent), absent + " in " + plain);
        }
        String odd = new MatrixWords(measured(Lab.modes().snapshot(), "web-b")).legend();
        assertTrue(odd.contains("≠: measured twice, and different from the prediction."), odd);
    }

    @Test
    void bracketsInJapaneseHaveTheirSpaceInThem() {
        Language.use(Language.JAPANESE);
        for (Lab lab : List.of(Lab.tutorial(), Lab.modes(), Lab.modes().state("exited"))) {
            String text = Picture.of(Topology.of(lab.snapshot())).text();
            String matrix = MatrixPicture.of(measured(lab.snapshot(), "")).text();
            assertFalse(text.contains(" ("), text);
            assertFalse(matrix.contains(" ("), matrix);
        }
        Language.use(Language.ENGLISH);
    }

    /** Who does not see the drawing reads the same signs. */
    @Test
    void theTextExplainsItsSignsToo() {
        MatrixPicture picture = MatrixPicture.of(measured(Lab.modes().snapshot(), ""));
        String legend = new MatrixWords(measured(Lab.modes().snapshot(), "")).legend();
        assertTrue(picture.text().contains(legend), picture.text());
    }

    @Test
    void whatComesOutOtherwiseIsMarkedAndTold() {
        MatrixPicture picture = MatrixPicture.of(measured(Lab.modes().snapshot(), "app"));
        assertEquals(1, picture.matrix().surprises().size());
        assertTrue(picture.answer().contains("Different from what the topology predicts: 1."), picture.answer());
        assertTrue(
                picture.text().contains("app → web-h, 172.19.0.1: no answer (≠ no answer, but reached was predicted"),
                picture.text());
        assertTrue(picture.svg().contains("≠"));
    }

    @Test
    void theSameMatrixGivesTheSameBytes() {
        Matrix matrix = measured(Lab.many(30, 4), "");
        assertArrayEquals(
                MatrixPicture.of(matrix).pngBytes(), MatrixPicture.of(matrix).pngBytes());
        assertTrue(MatrixPicture.of(matrix).answer().contains("All as the topology predicts."));
    }

    /** nbconvert takes an SVG that is not in an image for HTML, and leaves nothing of it. */
    @Test
    void aPageShowsItAsAnImageThatTellsItsResult() {
        MatrixPicture picture = MatrixPicture.of(measured(Lab.modes().snapshot(), ""));
        String html = String.valueOf(picture.outputs().get(0).data().get("text/html"));
        assertTrue(html.startsWith("<img src=\"data:image/svg+xml;base64,"), html);
        assertTrue(html.contains("alt=\"") && html.contains("All as the topology predicts."), html);
        assertTrue(picture.outputs().get(0).data().containsKey("image/png"));
    }

    /** As Compose calls them. */
    static Snapshot ten() {
        Lab lab = Lab.engine()
                .network("shop_default", "10.5.0.0/24", "10.5.0.1")
                .network("shop_back", "10.6.0.0/24", "10.6.0.1");
        for (int i = 1; i <= 5; i++) {
            lab.run("shop-frontend-worker-" + i, "nginx", "shop_default=10.5.0." + (i + 1))
                    .run("shop-inventory-database-" + i, "tools", "shop_back=10.6.0." + (i + 1));
        }
        return lab.snapshot();
    }

    @Test
    void aMatrixOfTenContainersFitsAThousandPixelsAndCutsNoName() {
        for (Language language : Language.values()) {
            Language.use(language);
            Scene scene = MatrixDrawing.of(new MatrixWords(measured(ten(), "")), "title", "answer");
            assertTrue(scene.width() <= 1000, scene.width() + " pixels in " + language);
            for (Container container : ten().containers()) {
                String shown = scene.labels().stream()
                        .filter(l -> l.full().equals(container.name()))
                        .map(Scene.Text::text)
                        .collect(Collectors.joining());
                assertEquals(container.name() + container.name(), shown, "over its column and before its row");
            }
        }
        Language.use(Language.ENGLISH);
    }

    @Test
    void noLabelOverlapsAnother() {
        for (Snapshot snapshot : List.of(Lab.modes().snapshot(), Lab.many(30, 4), Lab.many(2, 2), ten())) {
            List<Bounds> labels =
                    MatrixDrawing.of(new MatrixWords(measured(snapshot, "")), "title", "answer").labels().stream()
                            .map(Scene.Text::bounds)
                            .toList();
            for (int i = 0; i < labels.size(); i++) {
                for (int j = i + 1; j < labels.size(); j++) {
                    assertTrue(!labels.get(i).overlaps(labels.get(j)), labels.get(i) + " " + labels.get(j));
                }
            }
        }
    }
}
