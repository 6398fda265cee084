package porthole.jupyter.java.assist;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.WordGroup;

/** What {@code %help} says of the words that cells can use without an import. */
public final class WordHelp {
    private static final Sentences SENTENCES = Sentences.of(WordHelp.class);

    private final Supplier<List<WordGroup>> groups;

    /** @param groups all that there are now, in the reader's language */
    public WordHelp(Supplier<List<WordGroup>> groups) {
        this.groups = groups;
    }

    /** A line for each group with its words; empty if there are none. */
    String overview() {
        return groups.get().stream()
                .map(group -> SENTENCES.say("words.group", group.title(), names(group)))
                .collect(Collectors.joining("\n"));
    }

    private static String names(WordGroup group) {
        return group.words().stream().map(WordGroup.Word::name).collect(Collectors.joining(", "));
    }

    /** All words, with what each does and an example. */
    MimeBundle all() {
        StringBuilder html = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (WordGroup group : groups.get()) {
            html.append("<h4>").append(Html.escape(group.title())).append("</h4>\n<table>");
            text.append(text.isEmpty() ? "" : "\n").append(group.title()).append('\n');
            for (WordGroup.Word word : group.words()) {
                html.append("<tr>").append(cell(code(word.name()))).append(cell(Html.escape(word.line())));
                html.append(cell(code(word.example()))).append("</tr>\n");
                text.append("  ")
                        .append(word.name())
                        .append(": ")
                        .append(word.line())
                        .append('\n');
                text.append("    ").append(word.example()).append('\n');
            }
            html.append("</table>\n");
        }
        return MimeBundle.html(html.toString(), text.toString().stripTrailing());
    }

    private static String cell(String html) {
        return "<td style=\"text-align:left;vertical-align:top\">" + html + "</td>";
    }

    private static String code(String java) {
        return "<code>" + Html.escape(java) + "</code>";
    }

    /**
     * Puts a word's example, and its line where the documentation does not say it in the reader's language, before the
     * documentation.
     *
     * @param name what was asked for
     * @param help what Java's reader knows of it; of a variable or method of the session, nothing is added
     */
    MimeBundle before(String name, MimeBundle help) {
        Pattern declared = Pattern.compile("\\w\\." + Pattern.quote(name) + "\\b");
        String signature = help.plain().lines().findFirst().orElse("");
        Optional<WordGroup.Word> word = groups.get().stream()
                .flatMap(group -> group.words().stream())
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (word.isEmpty() || !declared.matcher(signature).find()) {
            return help;
        }
        boolean isSaid =
                help.plain().replaceAll("\\s+", " ").contains(word.get().line());
        String line = isSaid ? "" : word.get().line();
        String example = SENTENCES.say("words.example", word.get().example());
        String text = (line.isEmpty() ? "" : line + "\n") + example;
        String html = (line.isEmpty() ? "" : "<p>" + Html.escape(line) + "</p>\n") + "<p>"
                + SENTENCES.say("words.example", code(word.get().example())) + "</p>\n<hr>\n";
        return MimeBundle.html(html + help.data().getOrDefault("text/html", ""), text + "\n\n" + help.plain());
    }
}
