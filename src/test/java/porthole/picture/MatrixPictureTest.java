package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.topology.Lab;
import porthole.topology.Matrix;
import porthole.topology.Reachability;

class MatrixPictureTest {
    MatrixPictureTest() {
        Language.use(Language.ENGLISH);
    }

    /** As predicted, but for calls from {@code odd}, of which none arrives. */
    private static Matrix measured(Snapshot snapshot, String odd) {
        List<String> names = snapshot.containers().stream().map(Container::name).toList();
        List<Matrix.Call> calls = new ArrayList<>();
        for (String from : names) {
            for (String to : names) {
                if (!from.equals(to)) {
                    Reachability predicted = Reachability.predict(snapshot, from, to);
                    boolean arrives = !from.equals(odd);
                    calls.add(new Matrix.Call(
                            predicted, arrives && predicted.byName(), arrives && predicted.byAddress()));
                }
            }
        }
        return new Matrix(names, calls);
    }

    @Test
    void whatComesOutOtherwiseIsMarkedAndTold() {
        MatrixPicture picture = MatrixPicture.of(measured(Lab.modes().snapshot(), "app"));
        assertEquals(1, picture.matrix().surprises().size());
        assertTrue(picture.answer().endsWith("1 came out otherwise than the topology predicts."), picture.answer());
        assertTrue(picture.text().contains("\n≠ Predicted was: app reaches web-h"), picture.text());
        assertTrue(picture.svg().contains("≠"));
    }

    @Test
    void theSameMatrixGivesTheSameBytes() {
        Matrix matrix = measured(Lab.many(30, 4), "");
        assertArrayEquals(
                MatrixPicture.of(matrix).pngBytes(), MatrixPicture.of(matrix).pngBytes());
        assertTrue(MatrixPicture.of(matrix).answer().endsWith("All as the topology predicts."));
    }

    @Test
    void noLabelOverlapsAnother() {
        for (Snapshot snapshot : List.of(Lab.modes().snapshot(), Lab.many(30, 4), Lab.many(2, 2))) {
            List<Bounds> labels = MatrixDrawing.of(measured(snapshot, ""), "title", "answer").labels().stream()
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
