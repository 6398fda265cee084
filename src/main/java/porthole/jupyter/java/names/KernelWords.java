package porthole.jupyter.java.names;

import java.util.List;
import porthole.display.Sentences;
import porthole.jupyter.api.WordGroup;
import porthole.jupyter.java.show.DisplayWords;
import porthole.jupyter.java.words.CellWords;

/** The words that the kernel itself brings: its own, IJava's and JJava's. */
public final class KernelWords {
    /** JJava's home of the word that has IJava's kernel elsewhere: the imports say which a notebook was written for. */
    static final String JJAVA = "org.dflib.jjava.kernel.JavaNotebookStatics";

    private static final String IJAVA = "io.github.spencerpark.ijava.runtime.Kernel";
    private static final String CELL = CellWords.class.getName();
    private static final String DISPLAY = DisplayWords.class.getName();

    private static final List<ImportedWord> WORDS = List.of(
            new ImportedWord("show", CELL, "display", "display(docker.ps())"),
            new ImportedWord("show", CELL, "updateDisplay", "updateDisplay(display(\"wait\"), \"done\")"),
            new ImportedWord("show", CELL, "clearOutput", "clearOutput(true)"),
            new ImportedWord("show", CELL, "printf", "printf(\"%.1f ms%n\", 3.14)"),
            new ImportedWord("show", CELL, "progress", "for (int i : progress(10)) { Thread.sleep(100); }"),
            new ImportedWord("show", CELL, "page", "page(docker.inspect(\"web\"))"),
            new ImportedWord("show", CELL, "render", "render(\"<b>x</b>\", \"text/html\")"),
            new ImportedWord("form", DISPLAY, "table", "table(docker.ps(), 100)"),
            new ImportedWord("form", DISPLAY, "markdown", "markdown(\"**bold**\")"),
            new ImportedWord("form", DISPLAY, "html", "html(\"<b>bold</b>\")"),
            new ImportedWord("form", DISPLAY, "latex", "latex(\"2^{32-24} - 2\")"),
            new ImportedWord("form", DISPLAY, "json", "json(Map.of(\"port\", 80))"),
            new ImportedWord("form", DISPLAY, "image", "image(\"images/cabling.png\")"),
            new ImportedWord("form", DISPLAY, "svg", "svg(\"<svg width='9' height='9'><circle r='9'/></svg>\")"),
            new ImportedWord("form", DISPLAY, "mermaid", "mermaid(\"graph LR; web --> db\")"),
            new ImportedWord("run", CELL, "lineMagic", "lineMagic(\"docker\", List.of(\"ps\"))"),
            new ImportedWord("run", CELL, "cellMagic", "cellMagic(\"html\", List.of(), \"<b>bold</b>\")"),
            new ImportedWord("run", CELL, "eval", "eval(\"1 + 2\")"),
            new ImportedWord("other", IJAVA, "getKernelInstance", "getKernelInstance().getMagics()"),
            new ImportedWord("other", JJAVA, "kernel", "kernel().getRenderer()"));

    private KernelWords() {}

    /** The import of each. */
    public static List<String> imports() {
        return WORDS.stream().map(ImportedWord::code).toList();
    }

    /** The words by what one wants to do, in the reader's language. */
    public static List<WordGroup> groups() {
        return ImportedWord.groups(WORDS, Sentences.of(CellWords.class, "words"));
    }
}
