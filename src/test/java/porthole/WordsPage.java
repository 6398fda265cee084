package porthole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.jupyter.api.WordGroup;

/** The pages docs/words.md and docs/words.ja.md: every word that a cell sees, by what one wants to do. */
final class WordsPage {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path LISTS = Path.of("src/test/resources/porthole");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

    /** By word, its forms in the order of the source. */
    private final Map<String, List<DocumentedType.Member>> forms = new TreeMap<>();

    /** By simple name, the type itself with those that are inside it; only what cells see. */
    private final Map<String, List<DocumentedType>> types = new LinkedHashMap<>();

    private final List<String> undocumented = new ArrayList<>();

    WordsPage() throws IOException {
        Map<String, List<DocumentedType>> homes = new TreeMap<>();
        for (String word : Files.readAllLines(LISTS.resolve("words-of-cells.txt"))) {
            String home = word.substring(0, word.lastIndexOf('.'));
            String name = word.substring(word.lastIndexOf('.') + 1);
            List<DocumentedType> inside = homes.computeIfAbsent(home, h -> DocumentedType.in(file(h)));
            forms.put(
                    name,
                    inside.get(0).members().stream()
                            .filter(m -> m.name().equals(name))
                            .toList());
        }
        for (String type : Files.readAllLines(LISTS.resolve("types-of-cells.txt"))) {
            List<DocumentedType> found = DocumentedType.in(file(type));
            if (homes.keySet().stream().noneMatch(home -> home.equals(type) && forms.size() > 0 && isHome(home))) {
                types.put(found.get(0).name(), found);
            }
        }
        forms.forEach((word, members) -> members.stream()
                .filter(m -> m.line().isEmpty())
                .forEach(m -> undocumented.add(word + ": " + m.call())));
        types.values().stream()
                .flatMap(List::stream)
                .forEach(type -> type.members().stream()
                        .filter(m -> m.line().isEmpty() && !m.isOverride())
                        .forEach(m -> undocumented.add(type.name() + "." + m.call())));
    }

    /** Whether a class holds words alone; the values FORCE and IPV4 are of types that have more. */
    private static boolean isHome(String type) {
        return type.endsWith("Words");
    }

    private static Path file(String type) {
        return SOURCES.resolve(type.replace('.', '/') + ".java");
    }

    /** Whether a page is made from the Javadoc. */
    static boolean isOne(Path page) {
        return page.getFileName().toString().matches("words(\\.ja)?\\.md");
    }

    /** Public members without a comment. */
    List<String> undocumented() {
        return undocumented;
    }

    /** What a word's Javadoc says first, without marks. */
    String line(String word) {
        return forms.get(word).get(0).line().replace("`", "");
    }

    String english(List<WordGroup> groups, List<String> magics) {
        StringBuilder page = new StringBuilder("""
                # Every word of a cell

                These words need no import. In a notebook `%help` lists them, `%help words` gives a line and an example for each, and `%help topology` gives a word's forms with their documentation. [この一覧の日本語版](words.ja.md)

                The page is made from the Javadoc by `mvn test -Dtest=WordsPageTest -Dporthole.rewrite=true`; a test compares them. In a call, `…` after a name means any number of values, `more -> …` sets flags (`c -> c.name("web")`), and `() -> …` is something to do.

                """);
        Set<String> told = new LinkedHashSet<>();
        groups.forEach(group -> page.append("- [")
                .append(group.title())
                .append("](#")
                .append(anchor(group.title()))
                .append("): ")
                .append(names(group))
                .append('\n'));
        page.append("- [Magics](#magics)\n");
        for (WordGroup group : groups) {
            page.append("\n## ").append(group.title()).append("\n\n| word | what it does | example |\n|---|---|---|\n");
            for (WordGroup.Word word : group.words()) {
                rows(page, word);
            }
            List<DocumentedType> given = given(group, told);
            for (DocumentedType type : given) {
                section(page, type);
            }
        }
        magics(page, "Magics", "A line `%name`, or a whole cell `%%name`; `%help %name` says more.", magics);
        return page.toString();
    }

    String japanese(List<WordGroup> groups, List<String> magics) {
        StringBuilder page = new StringBuilder("""
                # セルで使える言葉

                import なしで使える言葉の一覧です。ノートブックでは `%help` が言葉の一覧を、`%help words` がそれぞれの説明と例を、`%help topology` が 1 つの言葉の呼び出し方と詳しい説明 (英語) を示します。値のメソッドまで含む一覧は[英語版](words.md)にあります。

                このページは `mvn test -Dtest=WordsPageTest -Dporthole.rewrite=true` で作り、テストが照合します。`名前…` は値をいくつでも並べられること、`more -> …` はフラグの設定 (`c -> c.name("web")`)、`() -> …` は実行する操作です。
                """);
        for (WordGroup group : groups) {
            page.append("\n## ").append(group.title()).append("\n\n| 言葉 | 説明 | 呼び出し方 | 例 |\n|---|---|---|---|\n");
            for (WordGroup.Word word : group.words()) {
                String calls = String.join(
                        "<br>",
                        forms.get(word.name()).stream().map(m -> code(m.call())).toList());
                page.append("| ")
                        .append(code(word.name()))
                        .append(" | ")
                        .append(cell(word.line()))
                        .append(" | ");
                page.append(calls).append(" | ").append(code(word.example())).append(" |\n");
            }
        }
        magics(page, "マジックコマンド", "1 行の `%名前`、またはセル全体の `%%名前` です。`%help %名前` で説明を見られます。", magics);
        return page.toString();
    }

    private static void magics(StringBuilder page, String title, String line, List<String> magics) {
        page.append("\n## ").append(title).append("\n\n").append(line).append("\n\n");
        magics.forEach(magic ->
                page.append("- `").append(magic.replaceFirst(": ", "`: ")).append('\n'));
    }

    private static String anchor(String title) {
        return title.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }

    private static String names(WordGroup group) {
        return String.join(
                ", ",
                group.words().stream().map(word -> "`" + word.name() + "`").toList());
    }

    private void rows(StringBuilder page, WordGroup.Word word) {
        String example = code(word.example());
        for (DocumentedType.Member form : forms.get(word.name())) {
            row(page, form).append(' ').append(example).append(" |\n");
            example = "";
        }
    }

    private static StringBuilder row(StringBuilder page, DocumentedType.Member member) {
        String gives = member.gives().isEmpty() ? "" : " → " + member.gives();
        return page.append("| ")
                .append(code(member.call() + gives))
                .append(" | ")
                .append(cell(member.line()))
                .append(" |");
    }

    private static void section(StringBuilder page, DocumentedType type) {
        List<DocumentedType.Member> shown = type.members().stream()
                .filter(m -> !m.isStatic()
                        || m.gives().equals(type.name()) && !m.call().endsWith(")"))
                .filter(m -> !m.line().isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.append("\n### ")
                .append(type.name())
                .append("\n\n")
                .append(type.line())
                .append("\n\n");
        page.append("| | |\n|---|---|\n");
        shown.forEach(member -> row(page, member).append('\n'));
    }

    /** The types that can be had from a group's words and were not told of before, nearest first. */
    private List<DocumentedType> given(WordGroup group, Set<String> told) {
        List<DocumentedType> given = new ArrayList<>();
        Deque<String> todo = new ArrayDeque<>();
        group.words().stream()
                .flatMap(word -> forms.get(word.name()).stream())
                .flatMap(form -> named(form.types()))
                .forEach(todo::add);
        while (!todo.isEmpty()) {
            String name = todo.poll();
            if (types.containsKey(name) && told.add(name)) {
                for (DocumentedType type : types.get(name)) {
                    given.add(type);
                    type.members().forEach(member -> named(member.types()).forEach(todo::add));
                }
            }
        }
        return given;
    }

    private static Stream<String> named(String types) {
        return NAME.matcher(types).results().map(m -> m.group());
    }

    private static String code(String java) {
        return "`" + java.replace("|", "\\|") + "`";
    }

    private static String cell(String line) {
        return line.replace("|", "\\|").replace("\n", " ");
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
