package porthole.display;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a cell of a table that is too wide may go on in the next line. */
final class Pieces {
    /** In a name, an image, a port or a path: not within a number, an address or a word. */
    private static final Pattern IN_NAMES = Pattern.compile("(?<=_)(?=\\w)|(?<=->)|(?<=:)(?=\\d+->)"
            + "|(?<=[A-Za-z]-)(?=[A-Za-z])|(?<=[A-Za-z]/)(?=\\w)|(?<=[A-Za-z]\\.)(?=[A-Za-z])");

    /** There, and where a browser does it by itself: between words, and in Japanese between any two letters. */
    private static final Pattern ANY =
            Pattern.compile(IN_NAMES.pattern() + "|(?<=\\s)|(?<=[\\u2E80-\\uFF60])|(?=[\\u2E80-\\uFF60])");

    private Pieces() {}

    /** The parts of a line that stay whole. */
    static Stream<String> of(String line) {
        return ANY.splitAsStream(line);
    }

    /** The cell as HTML, with {@code <wbr>} where a browser would not break by itself. */
    static String html(String cell) {
        return Arrays.stream(IN_NAMES.split(cell)).map(Html::escape).collect(Collectors.joining("<wbr>"));
    }
}
