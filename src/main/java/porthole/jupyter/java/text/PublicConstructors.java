package porthole.jupyter.java.text;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Takes {@code record P(int x) { P { … } }} as a file takes it. JShell makes a cell's record public, and the language wants
 * its canonical constructor to be as accessible as the record (JLS 8.10.4; seen on JDK 17 and 25).
 */
public final class PublicConstructors {
    private static final String CODE = "invalid.canonical.constructor.in.record";

    private final JShell shell;

    public PublicConstructors(JShell shell) {
        this.shell = shell;
    }

    /** {@code source} with its record's constructor public, where that is what {@code events} complain of. */
    public Optional<String> mended(String source, List<SnippetEvent> events) {
        return events.stream()
                .filter(e -> e.status() == Snippet.Status.REJECTED)
                .flatMap(e -> shell.diagnostics(e.snippet()))
                .filter(d -> ("compiler.err." + CODE).equals(d.getCode()))
                .findFirst()
                .flatMap(d -> at(source, (int) d.getStartPosition()));
    }

    private static Optional<String> at(String source, int position) {
        boolean isInside = position > 0 && position < source.length();
        // One that begins with a modifier says itself how accessible it shall be.
        return isInside && Character.isUpperCase(source.charAt(position))
                ? Optional.of(source.substring(0, position) + "public " + source.substring(position))
                : Optional.empty();
    }

    /** Whether a message of that code, without {@code compiler.err.}, is the complaint of such a record. */
    public static boolean isComplaint(String code) {
        return code.equals(CODE);
    }
}
