package porthole.jupyter.java.names;

import java.util.List;
import java.util.stream.Stream;
import porthole.jupyter.java.words.CellWords;

/** The words that the kernel itself brings, as the imports of each: its own, IJava's and JJava's. */
public final class KernelWords {
    /** JJava's home of the word that has IJava's kernel elsewhere: the imports say which a notebook was written for. */
    static final String JJAVA = "org.dflib.jjava.kernel.JavaNotebookStatics";

    private static final String IJAVA = "io.github.spencerpark.ijava.runtime.Kernel";

    private KernelWords() {}

    public static List<String> imports() {
        return Stream.of(
                        of(
                                CellWords.class.getName(),
                                "display",
                                "updateDisplay",
                                "render",
                                "clearOutput",
                                "page",
                                "progress",
                                "lineMagic",
                                "cellMagic",
                                "eval",
                                "printf"),
                        of(
                                porthole.jupyter.java.show.DisplayWords.class.getName(),
                                "markdown",
                                "latex",
                                "html",
                                "json",
                                "svg",
                                "mermaid",
                                "image",
                                "table"),
                        of(IJAVA, "getKernelInstance"),
                        of(JJAVA, "kernel"))
                .flatMap(words -> words)
                .toList();
    }

    private static Stream<String> of(String home, String... words) {
        return Stream.of(words).map(word -> "import static " + home + "." + word + ";");
    }
}
