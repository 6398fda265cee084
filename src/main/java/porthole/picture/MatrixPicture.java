package porthole.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Folded;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.picture.drawing.MatrixDrawing;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.MatrixWords;
import porthole.topology.Matrix;

/**
 * Who reaches whom as a picture: a drawing in SVG and PNG, a text that says the same, a table, and JSON. Callers are
 * the rows, the called are the columns.
 */
public final class MatrixPicture extends DrawnPicture<MatrixPicture> {
    private static final Sentences SENTENCES = Sentences.of(MatrixPicture.class);
    private static final int SHOWN = 200;
    /** Rows of reasons that stay in sight; more are folded. */
    private static final int IN_SIGHT = 6;

    private final Matrix matrix;
    private final String title;
    private final MatrixWords words;
    private final String answer;

    private final boolean told;

    private MatrixPicture(Matrix matrix, String title, Optional<String> instead, Style style) {
        super(style);
        this.matrix = matrix;
        this.title = title;
        words = new MatrixWords(matrix);
        answer = instead.orElseGet(words::answer);
        told = instead.isEmpty();
    }

    /** What is said in the place of the result. */
    private Optional<String> instead() {
        return told ? Optional.empty() : Optional.of(answer);
    }

    /**
     * Draws what was measured.
     *
     * @param matrix the measured calls
     */
    public static MatrixPicture of(Matrix matrix) {
        return new MatrixPicture(matrix, SENTENCES.say("title.matrix"), Optional.empty(), Style.PLAIN);
    }

    @Override
    MatrixPicture styled(Style other) {
        return new MatrixPicture(matrix, title, instead(), other);
    }

    @Override
    public MatrixPicture title(String other) {
        return new MatrixPicture(matrix, other, instead(), style());
    }

    /**
     * Gives the same picture with another sentence in the place of its result, and without the sentences for the calls that
     * did not arrive.
     *
     * @param sentence any text
     */
    public MatrixPicture answer(String sentence) {
        return new MatrixPicture(matrix, title, Optional.of(sentence), style());
    }

    /**
     * Gives the part that is about some callers and called; nothing is measured again.
     *
     * @param names names of rows and columns: containers, or the host's sockets as in {@code ":8080"}
     * @throws IllegalArgumentException with a sentence if a name is neither a row's nor a column's
     */
    @Override
    public MatrixPicture only(String... names) {
        return new MatrixPicture(matrix.only(checked(names)), title, instead(), style());
    }

    /**
     * Gives the same without some callers and called; nothing is measured again.
     *
     * @param names names of rows and columns: containers, or the host's sockets as in {@code ":8080"}
     * @throws IllegalArgumentException with a sentence if a name is neither a row's nor a column's
     */
    @Override
    public MatrixPicture without(String... names) {
        return new MatrixPicture(matrix.without(checked(names)), title, instead(), style());
    }

    private List<String> checked(String[] names) {
        List<String> known = Stream.concat(matrix.names().stream(), matrix.targets().stream())
                .distinct()
                .toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(SENTENCES.say("matrix.unknown-name", name, String.join(", ", known))
                        + Nearest.suggestion(name, known));
            }
        }
        return List.of(names);
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

    @Override
    Scene draw(boolean legend) {
        return MatrixDrawing.of(words, title, answer);
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
    @Override
    public String text() {
        List<String> sentences = told ? words.sentences() : List.of();
        String told = sentences.stream().limit(SHOWN).map(s -> "\n" + s).collect(Collectors.joining());
        return title + "\n" + answer + "\n" + table().text() + "\n" + words.legend() + told
                + shortened(sentences.size());
    }

    private static String shortened(int all) {
        return all > SHOWN ? "\n" + SENTENCES.say("matrix.first", SHOWN, all) : "";
    }

    @Override
    public List<MimeBundle> outputs() {
        MimeBundle drawing = drawing();
        Table all = reasons();
        if (!told || all.rows().isEmpty()) {
            return List.of(drawing);
        }
        Table some = new Table(all.columns(), all.rows().stream().limit(SHOWN).toList());
        String note = Html.escape(shortened(all.rows().size()).strip());
        String html = some.html() + (note.isEmpty() ? "" : "<p>" + note + "</p>");
        int count = all.rows().size();
        String folded = count > IN_SIGHT ? Folded.under(SENTENCES.say("matrix.reasons", count), html) : html;
        return List.of(drawing, MimeBundle.html(folded, some.text()));
    }
}
