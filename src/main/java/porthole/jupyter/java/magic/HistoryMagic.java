package porthole.jupyter.java.magic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.magic.Arguments;

/** {@code %history}: cells that were run, with IPython's options. */
record HistoryMagic(SessionLog log) implements Magic {
    private static final Sentences SENTENCES = Sentences.of(HistoryMagic.class);

    /** Cells for {@code -l} without a number. */
    private static final int NEWEST = 10;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String summary() {
        return SENTENCES.say("help.history", name());
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws MagicException {
        List<String> words = new ArrayList<>(Arguments.of(arguments));
        boolean numbers = words.remove("-n");
        boolean unique = words.remove("-u");
        int newest = newest(words);
        boolean search = words.remove("-g");
        for (String word : words) {
            if (word.startsWith("-") && !search) {
                throw new MagicException(SENTENCES.say("history.option", word));
            }
        }
        List<PastCell> cells =
                search ? like(String.join(" ", words)) : newest > 0 && words.isEmpty() ? log.all() : log.named(words);
        cells = newest > 0 ? last(cells, newest) : cells;
        cells = unique ? unique(cells) : cells;
        if (cells.isEmpty()) {
            return SENTENCES.say(search ? "history.unlike" : "history.none");
        }
        return cells.stream()
                .map(cell -> numbers || search || newest > 0 ? label(cell) + cell.code() : cell.code())
                .collect(Collectors.joining("\n"));
    }

    private static int newest(List<String> words) {
        int at = words.indexOf("-l");
        if (at < 0) {
            return 0;
        }
        words.remove(at);
        boolean given = at < words.size() && words.get(at).matches("\\d{1,9}");
        return given ? Integer.parseInt(words.remove(at)) : NEWEST;
    }

    private List<PastCell> like(String pattern) {
        Predicate<String> wanted = PastCell.like("*" + pattern + "*");
        return log.all().stream().filter(cell -> wanted.test(cell.code())).toList();
    }

    private static List<PastCell> last(List<PastCell> cells, int most) {
        return cells.subList(Math.max(0, cells.size() - most), cells.size());
    }

    /** Of equal cells the newest. */
    private static List<PastCell> unique(List<PastCell> cells) {
        Set<String> seen = new HashSet<>();
        List<PastCell> kept = new ArrayList<>();
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (seen.add(cells.get(i).code())) {
                kept.add(cells.get(i));
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** {@code In[3]} of this session, {@code 12/3} of an earlier one, as {@code %history 12/3} takes it. */
    private static String label(PastCell cell) {
        return (cell.session() == SessionLog.OWN ? "In[" + cell.count() + "]" : cell.session() + "/" + cell.count())
                + ": ";
    }
}
