package porthole.notebook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.engine.api.Notices;
import porthole.jupyter.java.words.CellWords;

/** Says under the cell what the engine room has to say: quietly the command that a call equals, plainly a warning. */
final class CellNotices implements Notices {
    private static final String QUIET = "opacity:.65;font-family:monospace;font-size:90%";

    private static final String NOTE = "border-left:4px solid #6b7280;padding-left:8px";

    private final Map<String, String> shownUnder = new ConcurrentHashMap<>();
    private final Map<Object, String> processes = new ConcurrentHashMap<>();
    private volatile String lastCommand = "";
    private volatile boolean typed;
    private volatile boolean inScene;
    private volatile @Nullable KeptBack kept;

    @Override
    public void command(String line) {
        lastCommand = line;
        if (!typed) {
            say(QUIET, "$ " + line);
        }
    }

    @Override
    public void java(String call) {
        if (!inScene && CellWords.isInCell()) {
            say(QUIET, "Java: " + call);
        }
    }

    @Override
    public void replaced(String sentence) {
        live(NOTE, "ⓘ " + sentence);
    }

    @Override
    public void warning(String sentence) {
        if (inScene) {
            return;
        }
        Displayable warning = styled("border-left:4px solid #b45309;padding-left:8px", "⚠ " + sentence);
        KeptBack waiting = kept;
        if (waiting == null || !CellWords.isInCell() || !waiting.warning(warning)) {
            say(warning, "⚠ " + sentence);
        }
    }

    /** Lets warnings wait while a question is open. */
    void keepBack(KeptBack waiting) {
        kept = waiting;
    }

    @Override
    public void note(String sentence) {
        if (!inScene) {
            say(NOTE, "ⓘ " + sentence);
        }
    }

    /** Marks what is shown as recorded. */
    void recorded(String sentence) {
        live("border-left:4px solid #8b5cf6;padding-left:8px", "● " + sentence);
    }

    @Override
    public void progress(String what, long done, long total) {
        long percent = total > 0 ? 100 * done / total : 0;
        Displayable bar = shown(MimeBundle.html(
                "<div>" + Html.escape(what) + " <progress max=\"100\" value=\"" + percent + "\"></progress> " + percent
                        + " %</div>",
                what + " " + percent + " %"));
        if (!CellWords.isInCell()) {
            return;
        }
        String id = shownUnder.get(what);
        if (id == null) {
            shownUnder.put(what, CellWords.display(bar));
        } else {
            CellWords.updateDisplay(id, bar);
        }
        if (done >= total) {
            shownUnder.remove(what);
        }
    }

    @Override
    public void output(Object process, String text, boolean over) {
        Displayable shown =
                shown(over ? MimeBundle.html("", "") : MimeBundle.html("<pre>" + Html.escape(text) + "</pre>", text));
        if (!CellWords.isInCell()) {
            return;
        }
        String id = processes.get(process);
        if (id == null) {
            processes.put(process, CellWords.display(shown));
        } else {
            CellWords.updateDisplay(id, shown);
        }
        if (over) {
            processes.remove(process);
        }
    }

    /** The last command that was told since the last {@link #forgetCommand}; empty where there was none. */
    String lastCommand() {
        return lastCommand;
    }

    /** Whether the person has typed the command line itself, so that it needs no repeating. */
    void typed(boolean typed) {
        this.typed = typed;
    }

    /** Whether a lesson's own lines are run: what they equal and what is to be known of them is none of the reader's. */
    void inScene(boolean inScene) {
        this.inScene = inScene;
        typed = inScene;
    }

    void forgetCommand() {
        lastCommand = "";
    }

    private static void say(String style, String text) {
        say(styled(style, text), text);
    }

    /** A line about this run, which no published page repeats under each cell. */
    private static void live(String style, String text) {
        say(shown(MimeBundle.html(Html.live(style, text), text)), text);
    }

    private static void say(Displayable value, String text) {
        if (CellWords.isInCell()) {
            CellWords.display(value);
        } else {
            System.out.println(text);
        }
    }

    private static Displayable styled(String style, String text) {
        return shown(MimeBundle.html("<div style=\"" + style + "\">" + Html.escape(text) + "</div>", text));
    }

    private static Displayable shown(MimeBundle bundle) {
        return () -> List.of(bundle);
    }
}
