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
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.picture.drawing.MatrixDrawing;
import porthole.picture.form.PictureForms;
import porthole.picture.form.Raster;
import porthole.picture.form.Scene;
import porthole.picture.form.SvgGraphics;
import porthole.picture.story.MatrixWords;
import porthole.topology.Matrix;

/**
 * Who reaches whom as a picture: a drawing in SVG and PNG, a text that says the same, a table, and JSON. Callers are
 * the rows, the called are the columns.
 */
public final class MatrixPicture implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(MatrixPicture.class);
    private static final int SHOWN = 200;

    private final Matrix matrix;
    private final String title = SENTENCES.say("title.matrix");
    private final MatrixWords words;
    private final String answer;
    private @Nullable Scene scene;

    private final boolean told;

    private MatrixPicture(Matrix matrix, MatrixWords words, String answer, boolean told) {
        this.matrix = matrix;
        this.words = words;
        this.answer = answer;
        this.told = told;
    }

    /**
     * Draws what was measured.
     *
     * @param matrix the measured calls
     */
    public static MatrixPicture of(Matrix matrix) {
        MatrixWords words = new MatrixWords(matrix);
        return new MatrixPicture(matrix, words, words.answer(), true);
    }

    /**
     * Gives the same picture with another sentence in the place of its result, and without the sentences for the calls that
     * did not arrive.
     *
     * @param sentence any text
     */
    public MatrixPicture answer(String sentence) {
        return new MatrixPicture(matrix, words, sentence, false);
    }

    /** Gives the measured values that the picture shows. */
    public Matrix matrix() {
        return matrix;
    }

    /** Gives the measured values as JSON text; {@link Matrix#json} describes its form. */
    public String json() {
        return matrix.json();
    }

    /** Gives the result in one or two sentences in the reader's language. */
    public String answer() {
        return answer;
    }

    private synchronized Scene scene() {
        if (scene == null) {
            scene = MatrixDrawing.of(words, title, answer);
        }
        return scene;
    }

    /** Gives the drawing as one {@code <svg>} element, which can be put into any page. */
    public String svg() {
        return SvgGraphics.write(scene());
    }

    /**
     * Writes {@link #svg()} to a file in UTF-8. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path svg(Path file) throws IOException {
        return Files.writeString(file, svg());
    }

    /** Gives the drawing as a PNG. */
    public byte[] pngBytes() {
        return Raster.png(scene());
    }

    /**
     * Writes {@link #pngBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path png(Path file) throws IOException {
        return Files.write(file, pngBytes());
    }

    /** Gives a table with one row for each caller and one column for each called. */
    public Table table() {
        List<String> columns = new ArrayList<>(List.of(SENTENCES.say("matrix.corner")));
        matrix.targets().forEach(name -> columns.add(words.name(name)));
        List<List<String>> rows = matrix.names().stream()
                .map(from -> Stream.concat(
                                Stream.of(words.name(from)),
                                matrix.targets().stream().map(to -> cell(from, to)))
                        .toList())
                .toList();
        return new Table(columns, rows);
    }

    private String cell(String from, String to) {
        return matrix.call(from, to)
                .map(c -> (words.word(c) + " " + words.ports(c)).strip())
                .orElse("");
    }

    /** Gives a table of all calls that did not arrive, a row each, with the reason. */
    public Table reasons() {
        return words.reasons();
    }

    /**
     * Gives a table of what comes out differently now than in an earlier matrix.
     *
     * @param earlier the matrix to compare with
     * @return one row for each name, address or port whose outcome has changed
     */
    public Table since(MatrixPicture earlier) {
        List<List<String>> rows = matrix.since(earlier.matrix).stream()
                .map(c -> List.of(
                        c.from(), c.to(), c.what(), MatrixWords.outcome(c.before()), MatrixWords.outcome(c.after())))
                .toList();
        return new Table(
                List.of(
                        SENTENCES.say("matrix.column.from"),
                        SENTENCES.say("matrix.column.to"),
                        SENTENCES.say("matrix.column.asked"),
                        SENTENCES.say("matrix.column.before"),
                        SENTENCES.say("matrix.column.after")),
                rows);
    }

    /**
     * Gives the title, the result, the table, and a sentence for each call that did not arrive (the first 200), as
     * plain text.
     */
    public String text() {
        List<String> sentences = told ? words.sentences() : List.of();
        String told = sentences.stream().limit(SHOWN).map(s -> "\n" + s).collect(Collectors.joining());
        return title + "\n" + answer + "\n" + table().text() + told + shortened(sentences.size());
    }

    private static String shortened(int all) {
        return all > SHOWN ? "\n" + SENTENCES.say("matrix.first", SHOWN, all) : "";
    }

    @Override
    public List<MimeBundle> outputs() {
        MimeBundle drawing = PictureForms.drawing(scene(), svg(), pngBytes(), text());
        Table all = reasons();
        if (all.rows().isEmpty()) {
            return List.of(drawing);
        }
        Table some = new Table(all.columns(), all.rows().stream().limit(SHOWN).toList());
        String note = Html.escape(shortened(all.rows().size()).strip());
        return List.of(
                drawing, MimeBundle.html(some.html() + (note.isEmpty() ? "" : "<p>" + note + "</p>"), some.text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
