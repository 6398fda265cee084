package porthole.lesson.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code %%writefile} says: where a page writes a file first, whether an earlier run has left one is no matter. */
final class WrittenFiles {
    /** As the kernel says in each language that the file was new, and that it was there. */
    static final List<String[]> SENTENCES =
            List.of(new String[] {"Wrote {0}", "Overwrote {0}"}, new String[] {"{0} に書きました", "{0} を上書きしました"});

    private final boolean writes;
    private final Set<String> written = new HashSet<>();

    /** @param code of all cells of the page */
    WrittenFiles(String code) {
        writes = code.contains("%%writefile");
    }

    String in(String text) {
        String stable = text;
        for (String[] sentence : writes ? SENTENCES : List.<String[]>of()) {
            Pattern either = Pattern.compile("(?m)^(?:" + form(sentence[0]) + "|" + form(sentence[1]) + ")$");
            stable = either.matcher(stable).replaceAll(found -> Matcher.quoteReplacement(first(found, sentence[0])));
        }
        return stable;
    }

    private static String form(String sentence) {
        return sentence.replace("{0}", "(\\S.*)");
    }

    private String first(java.util.regex.MatchResult found, String wrote) {
        String file = found.group(1) == null ? found.group(2) : found.group(1);
        return written.add(file) ? wrote.replace("{0}", file) : found.group();
    }
}
