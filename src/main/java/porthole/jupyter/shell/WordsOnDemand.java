package porthole.jupyter.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Words of IJava's and JJava's that few cells use, imported when a cell first calls one: each import lengthens every later
 * compilation. A method of the person's own takes the name.
 */
final class WordsOnDemand {
    private static final String JJAVA = "org.dflib.jjava.kernel.JavaNotebookStatics";

    private static final Map<String, String> HOMES = Map.of(
            "lineMagic", CellWords.class.getName(),
            "cellMagic", CellWords.class.getName(),
            "eval", CellWords.class.getName(),
            "printf", CellWords.class.getName(),
            "kernel", JJAVA,
            "getKernelInstance", "io.github.spencerpark.ijava.runtime.Kernel");

    private final JShell shell;
    private final Map<String, Snippet> imported = new HashMap<>();

    WordsOnDemand(JShell shell) {
        this.shell = shell;
    }

    /** Imports what {@code code} calls. */
    void provide(String code) {
        HOMES.forEach((word, home) -> {
            if (code.contains(word)) {
                provide(word, word.equals("getKernelInstance") && isForJJava() ? JJAVA : home, code);
            }
        });
    }

    /** Both kernels have a word for the kernel: the imports say which a notebook was written for. */
    private boolean isForJJava() {
        return shell.imports().anyMatch(i -> i.fullname().startsWith("org.dflib.jjava."));
    }

    /** Whether {@code snippet} is one of these imports. */
    boolean owns(Snippet snippet) {
        return imported.containsValue(snippet);
    }

    private void provide(String word, String home, String code) {
        if (declares(code, word) || shell.methods().anyMatch(m -> m.name().equals(word))) {
            Snippet old = imported.remove(word);
            if (old != null) {
                shell.drop(old);
            }
        } else if (!isFrom(home, imported.get(word)) && calls(code, word)) {
            Snippet old = imported.remove(word);
            if (old != null) {
                shell.drop(old);
            }
            imported.put(
                    word,
                    shell.eval("import static " + home + "." + word + ";")
                            .get(0)
                            .snippet());
        }
    }

    private static boolean isFrom(String home, @Nullable Snippet snippet) {
        return snippet instanceof ImportSnippet one && one.fullname().startsWith(home + ".");
    }

    private static boolean calls(String code, String word) {
        List<Tokens.Token> tokens = Tokens.of(code);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean isCall = tokens.get(i).text().equals(word)
                    && tokens.get(i + 1).text().equals("(")
                    && (i == 0 || !tokens.get(i - 1).text().equals("."));
            if (isCall) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(String code, String word) {
        return Pattern.compile("[\\w>\\]]\\s+" + word + "\\s*\\([^;()]*\\)[^;{}()]*\\{")
                .matcher(code)
                .find();
    }
}
