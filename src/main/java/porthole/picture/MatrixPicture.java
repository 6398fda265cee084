package porthole.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.topology.Matrix;

/** Who reaches whom as something to look at: a drawing as SVG and PNG, a text that says the same, and a table. */
public final class MatrixPicture implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(MatrixPicture.class);

    private final Matrix matrix;
    private final String title = SENTENCES.say("title.matrix");
    private final String answer;
    private @Nullable Scene scene;

    private MatrixPicture(Matrix matrix) {
        this.matrix = matrix;
        answer = answer(matrix);
    }

    /** The picture of what was measured. */
    public static MatrixPicture of(Matrix matrix) {
        return new MatrixPicture(matrix);
    }

    /** The values that it shows. */
    public Matrix matrix() {
        return matrix;
    }

    private static String answer(Matrix matrix) {
        long all = matrix.calls().size();
        long named = matrix.calls().stream().filter(Matrix.Call::byName).count();
        long reached = matrix.calls().stream().filter(Matrix.Call::reaches).count();
        String counted = SENTENCES.say("matrix.answer", all, reached, named);
        return matrix.surprises().isEmpty()
                ? counted + SENTENCES.say("matrix.as-predicted")
                : counted + SENTENCES.say("matrix.surprises", matrix.surprises().size());
    }

    /** The answer, in a sentence or two. */
    public String answer() {
        return answer;
    }

    private synchronized Scene scene() {
        if (scene == null) {
            scene = MatrixDrawing.of(matrix, title, answer);
        }
        return scene;
    }

    /** The drawing as one {@code <svg>} element. */
    public String svg() {
        return SvgGraphics.write(scene());
    }

    /** Writes {@link #svg()} to {@code file}, and returns it. */
    public Path svg(Path file) throws IOException {
        return Files.writeString(file, svg());
    }

    /** The drawing as PNG. */
    public byte[] pngBytes() {
        return Raster.png(scene());
    }

    /** Writes {@link #pngBytes()} to {@code file}, and returns it. */
    public Path png(Path file) throws IOException {
        return Files.write(file, pngBytes());
    }

    /** One row for each caller, one column for each called. */
    public Table table() {
        List<String> columns = new ArrayList<>(List.of(SENTENCES.say("matrix.corner")));
        columns.addAll(matrix.names());
        List<List<String>> rows = matrix.names().stream()
                .map(from -> Stream.concat(
                                Stream.of(from), matrix.names().stream().map(to -> cell(from, to)))
                        .toList())
                .toList();
        return new Table(columns, rows);
    }

    private String cell(String from, String to) {
        return matrix.call(from, to)
                .map(c -> SENTENCES.say("matrix." + MatrixDrawing.kind(c)) + (c.asPredicted() ? "" : " ≠"))
                .orElse("");
    }

    /** Title, answer, table, and what came out otherwise than predicted. */
    public String text() {
        String surprises = matrix.surprises().stream()
                .map(c ->
                        "\n≠ " + SENTENCES.say("matrix.surprise", c.predicted().sentence()))
                .collect(Collectors.joining());
        return title + "\n" + answer + "\n" + table().text() + surprises;
    }

    @Override
    public List<MimeBundle> outputs() {
        return Outputs.of(scene(), svg(), pngBytes(), text(), table());
    }

    @Override
    public String toString() {
        return text();
    }
}
