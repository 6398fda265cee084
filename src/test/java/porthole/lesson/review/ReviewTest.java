package porthole.lesson.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.display.Language;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** What a review finds in a lesson as it is written. */
class ReviewTest {
    @TempDir
    private Path folder;

    private WrittenLesson lesson = new WrittenLesson(Path.of("unset"));

    @BeforeEach
    void write() throws IOException {
        Language.use(Language.ENGLISH);
        lesson = new WrittenLesson(folder)
                .file(WrittenLesson.FILE)
                .notebook("en", WrittenLesson.cells("A shop"))
                .notebook("ja", WrittenLesson.cells("店"));
    }

    /** Both languages with these cells after the first two. */
    private List<String> with(String... cells) throws IOException {
        return lesson.notebook("en", WrittenLesson.cells("A shop", cells))
                .notebook("ja", WrittenLesson.cells("店", cells))
                .review();
    }

    private void found(List<String> findings, String... parts) {
        assertTrue(
                findings.stream().anyMatch(line -> Stream.of(parts).allMatch(line::contains)),
                String.join(" … ", parts) + " is not in:\n" + String.join("\n", findings));
    }

    @Test
    void nothingIsFoundInALessonInWhichNothingIsWrong() throws IOException {
        assertEquals(List.of(), lesson.review());
    }

    @Test
    void codeThatDiffersAndCellsThatAreMissingAreNamedInTheOtherLanguage() throws IOException {
        lesson.notebook("en", WrittenLesson.cells("A shop", "> 1 + 1", "## Next"));
        lesson.notebook("ja", WrittenLesson.cells("店", "> 1 + 2", "### 次"));
        List<String> findings = lesson.review();
        found(findings, "ja/shop.ipynb:3: The code is not that of en/shop.ipynb:3; the first line that differs: 1 + 2");
        found(
                findings,
                "ja/shop.ipynb:4: The headings are not parallel to en/shop.ipynb:4: there the levels are [2], here [3]");
        lesson.notebook("ja", List.of(NotebookCell.markdown("c1", "# 店"), NotebookCell.code("other", "1 + 1")));
        found(lesson.review(), "ja/shop.ipynb: Cell 2 of shop.ipynb is missing here", "[same-code]");
        found(lesson.review(), "ja/shop.ipynb:2: en/shop.ipynb has no cell with this id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> predict(\"woh\")|lesson.yaml has no question \"woh\" (it has: who). Did you mean \"who\"?",
                "> check(\"whu\", () -> address(\"a\"))|has no question \"whu\"",
                "> verify(\"let-on\")|has no exercise \"let-on\" (it has: let-in). Did you mean \"let-in\"?",
                "> // predict(\"woh\")|",
                "> \"predict(\\\"woh\\\")\"|",
                "> predict(\"Does it rain today?\", \"yes\", \"no\")|",
                "> check(\"There is an engine\", () -> docker.info() != null)|",
            })
    void aNameThatTheLessonFileLacksIsNamedAndNothingElseIs(String cell, String sentence) throws IOException {
        if (sentence == null) {
            assertEquals(List.of(), with(cell));
        } else {
            found(with(cell), "en/shop.ipynb:3: ", sentence, "[unknown-name]");
        }
    }

    @Test
    void aNameThatNoCellUsesIsNamedWithItsLine() throws IOException {
        String[] few = {"# A shop", "> chapter(\"shop\").ready()"};
        lesson.file(WrittenLesson.FILE
                + "glossary:\n  # allow-unused\n  kept: {en: Kept., ja: ある。}\n  internal: {en: Closed., ja: 閉。}\n");
        List<String> findings =
                lesson.notebook("en", few).notebook("ja", "# 店", few[1]).review();
        found(findings, "lesson.yaml:5: No cell uses the question \"who\".", "[unused]");
        found(findings, "lesson.yaml:17: No cell uses the exercise \"let-in\".");
        found(findings, "lesson.yaml:24: No text uses the glossary word \"internal\".");
        assertTrue(findings.stream().noneMatch(line -> line.contains("kept")), findings.toString());
    }

    @Test
    void aQuestionThatIsNeverCheckedOrCheckedFirstIsNamed() throws IOException {
        String begin = "> chapter(\"shop\").ready()";
        lesson.notebook("en", "# A", begin, "> predict(\"who\")", "> verify(\"let-in\")", "> exercise(\"let-in\")");
        lesson.notebook("ja", "# 店", begin, "> predict(\"who\")", "> verify(\"let-in\")", "> exercise(\"let-in\")");
        found(lesson.review(), "en/shop.ipynb:3: The question \"who\" is asked and never checked.", "[order]");
        found(lesson.review(), "en/shop.ipynb:5: The exercise \"let-in\" is set after it was verified in cell 4.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "() -> true",
                "() -> \"lost\"",
                "() -> ( \"lost\" )",
                "() -> { return \"lost\"; }",
                "() -> { var a = 1;\n return a > 0 ? \"lost\" : \"lost\"; }"
            })
    void aCheckThatCannotComeOutOtherwiseIsNamed(String lambda) throws IOException {
        found(
                with("> check(\"who\", " + lambda + ")"),
                "en/shop.ipynb:3: check(\"who\") measures nothing",
                "[cannot-fail]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "() -> docker.ps().size() > 1",
                "() -> a ? \"lost\" : \"arrives\"",
                "() -> address(\"true\")",
                "probe"
            })
    void aCheckThatMeasuresIsNotNamed(String lambda) throws IOException {
        assertTrue(with("> check(\"who\", " + lambda + ")").stream().noneMatch(line -> line.contains("cannot-fail")));
    }

    @Test
    void aChoiceThatCanNeverComeOutIsNamed() throws IOException {
        lesson.file(WrittenLesson.FILE
                .replace("shop-web -> shop-db:80 not reached", "shop-web -> shop-db:80 reached")
                .replace("[\"shop-web", "[network bridge exists, \"shop-web -> shop-db:80 not reached\", \"shop-web"));
        List<String> findings = lesson.review();
        found(
                findings,
                "lesson.yaml:13: The choice \"lost\" of \"who\" can never be the answer: its \"when\" is that of \"arrives\"");
        found(findings, "\"network bridge exists\" measures nothing");
        found(findings, "This expects the opposite of \"shop-web -> shop-db:80 not reached\"");
        lesson.file(WrittenLesson.FILE.replace("        when: shop-web -> shop-db:80 not reached\n", ""));
        found(lesson.review(), "The choice \"lost\" of \"who\" can never be the answer: it has no \"when\"");
    }

    @Test
    void aLongCellIsNamedUnlessATagAllowsIt() throws IOException {
        String code = "1\n".repeat(13).strip();
        found(with("> " + code), "en/shop.ipynb:3: The cell has 13 lines; 12 are the most", "[long-cell]");
        NotebookCell cell = NotebookCell.code("c", code);
        var metadata = cell.metadata();
        metadata.putArray("tags").add("allow-long-cell");
        lesson.notebook("en", List.of(cell.withMetadata(metadata)))
                .notebook("ja", List.of(cell.withMetadata(metadata)));
        assertTrue(lesson.review().stream().noneMatch(line -> line.contains("long-cell")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "![](a.png)|The image a.png has no alternative text",
                "![a.png](attachment:a.png)|The cell has no attachment \"a.png\"",
                "![a.png](a.png)|The image a.png has no alternative text",
                "<img src='a.png'>|The image a.png has no alternative text",
                "![A bridge](b.png)|The link b.png leads nowhere: there is no ",
                "[next](next.ipynb)|The link next.ipynb leads nowhere",
                "[up](#No-such)|The link #No-such leads nowhere: there is no such heading.",
                "[it](/home/me/x.txt)|begins with \"/\"",
                "[x]: gone.md|The link gone.md leads nowhere",
                "[![](a.png)](https://example.org)|The image a.png has no alternative text",
            })
    void anImageWithoutWordsAndALinkToNowhereAreNamed(String text, String sentence) throws IOException {
        Files.createDirectories(folder.resolve("en"));
        Files.write(folder.resolve("en/a.png"), new byte[1]);
        found(with("x\n\n" + text), "en/shop.ipynb:3: ", sentence);
    }

    @Test
    void aLinkThatLeadsSomewhereIsNotNamed() throws IOException {
        List<String> findings = with(
                "## An anchor, here\n[a](#An-anchor,-here) [b](shop.ipynb) [c](../lesson.yaml) [d](https://example.org/x)"
                        + " `[e](gone.md)`\n```\n[f](gone.md)\n```\n<!-- ![](gone.png) -->");
        assertTrue(
                findings.stream().noneMatch(line -> line.contains("[link]") || line.contains("[alt-text]")),
                findings.toString());
    }

    @Test
    void aTermIsExplainedWhereItIsUsedFirst() throws IOException {
        found(with("The MTU is small."), "en/shop.ipynb:3: \"MTU\" is used and never explained", "[unexplained]");
        found(
                with("The MTU is small.", "The **MTU** is a size."),
                "en/shop.ipynb:3: \"MTU\" is used here and explained in cell 4");
        assertTrue(with("The **MTU** is a size. [MTU](shop.ipynb) `MTU`", "The MTU is small.").stream()
                .noneMatch(line -> line.contains("unexplained")));
        assertTrue(with("| lesson | after it |\n|---|---|\n| [5.2](shop.ipynb) | What is the MTU? |").stream()
                .noneMatch(line -> line.contains("unexplained")));
        lesson.file(WrittenLesson.FILE + "glossary:\n  MTU: {en: A size., ja: 大きさ。}\n");
        assertTrue(with("The MTU is small.").stream().noneMatch(line -> line.contains("unexplained")));
    }

    @Test
    void aTermThatAnEarlierNotebookExplainsIsLinkedWhereALaterOneUsesItFirst() throws IOException {
        Path earlier = lesson.notebook("en").resolveSibling("a.ipynb");
        with("The MTU is small.", "An MTU again.");
        Notebook.of(
                        "porthole",
                        "Java (Porthole)",
                        List.of(NotebookCell.markdown("a1", "## A size\n\nThe **MTU** is a size.")))
                .write(earlier);
        found(
                lesson.review(),
                "en/shop.ipynb:3: \"MTU\" is explained in an earlier lesson. Link its first use here: [MTU](a.ipynb#A-size)");
        for (String linked :
                List.of("The [MTU](a.ipynb#A-size) is small.", "The **MTU** is a length.", "## MTU\n\n`MTU`")) {
            assertTrue(with(linked).stream().noneMatch(line -> line.contains("[unlinked]")), linked);
        }
    }

    @Test
    void wordsThatALanguageLacksAreNamedWithTheirLine() throws IOException {
        lesson.file(WrittenLesson.FILE.replace(", ja: 届くようにする。", ""));
        found(lesson.review(), "lesson.yaml:18: This text has no words in \"ja\"", "Let it in.", "[untranslated]");
        found(
                with("The same words stand in both of the languages."),
                "ja/shop.ipynb:3: The text is the same as in en/shop.ipynb:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The firewall lets each packet of shop-web for that port get lost.|cell 3: “The firewall lets",
                "The firewall lets each packet of shop-web for that port get lost.|Both have: lost, firewall, ",
                "We see that the two of them have no network.|The reason for the answer",
                "We see that the two of them have no network.|Both have: them have no network.",
                "> why(\"shop-web\", \"shop-db:80\")|Cell 3 has already shown what decides \"who\": why shop-web shop-db:80",
                "## They have no common network|The heading above \"who\" tells instead of asking"
            })
    void whatStandsAboveAQuestionAndGivesItsAnswerAwayIsQuoted(String cell, String sentence) throws IOException {
        found(with(cell), "en/shop.ipynb:4: ", sentence, "[given-away]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does shop-web reach shop-db, or does the packet get lost?",
                "## Which way does it take?",
                "> why(\"shop-web\", \"shop-front:80\")",
                "Two containers, and a network."
            })
    void whatOnlySpeaksOfTheSameIsNotNamed(String cell) throws IOException {
        List<String> findings = with(cell);
        assertTrue(
                findings.stream().noneMatch(line -> line.contains("en/") && line.contains("given-away")),
                findings.toString());
    }

    @Test
    void aMistakeOfTheLessonFileAndANotebookThatIsNoneAreNamed() throws IOException {
        lesson.file("lesson: shop\ntitel: Shop\n");
        found(lesson.review(), "lesson.yaml:2: \"titel\" is not allowed", "[lesson-file]");
        Files.writeString(lesson.notebook("ja"), "[]");
        found(lesson.review(), "ja/shop.ipynb: ", "is not a notebook", "[notebook]");
    }

    @Test
    void aLessonFileThatCannotBeReadIsOneFindingAtItsLine() throws IOException {
        lesson.file(WrittenLesson.FILE.replace("title: {", "minutes: a ? \"x\" : b\ntitle: {"));
        lesson.notebook("en", WrittenLesson.cells("A shop", "An interface has an address."));
        List<String> findings = lesson.notebook("ja", WrittenLesson.cells("店", "インターフェースにはアドレスがある。"))
                .review();
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.get(0).startsWith("lesson.yaml:2: not readable as YAML: "), findings.toString());
        assertTrue(findings.get(0).contains("in quotes") && findings.get(0).contains("\"|\""), findings.toString());
    }

    @Test
    void aTermOfTheLessonFileThatIsNeverExplainedIsNamedWithItsLineThere() throws IOException {
        lesson.file(WrittenLesson.FILE.replace("no network in common.", "no interface in common."));
        List<String> findings = lesson.review();
        found(findings, "lesson.yaml:15: \"interface\" is used here and never explained", "[unexplained]");
        assertTrue(findings.stream().noneMatch(line -> line.startsWith("en/")), findings.toString());
    }

    @Test
    void aFileThatTheLessonNamesAndThatDoesNotExistIsNamedWithItsLine() throws IOException {
        lesson.file(WrittenLesson.FILE.replace(
                "start: {", "files: [data/there.conf, data/proxy.conf]\nstart: {compose: shop.yaml, "));
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/there.conf"), "");
        List<String> findings = lesson.review();
        found(findings, "lesson.yaml:3: The file \"data/proxy.conf\" is named here", "[lesson-file]");
        found(findings, "lesson.yaml:4: The file \"shop.yaml\" is named here", "[lesson-file]");
        assertEquals(2, findings.size(), findings.toString());
    }

    /** A quiz; in each of its questions the right choice is the one of that number, and so much longer. */
    private static String quiz(String more, int... right) {
        StringBuilder yaml = new StringBuilder("quizzes:\n  all:\n");
        for (int number : right) {
            yaml.append("    q").append(yaml.length()).append(":\n      ask: {en: Which?, ja: どれ？}\n      choices:\n");
            for (int i = 0; i < 3; i++) {
                String words = List.of("The proxy", "The shop", "The page").get(i) + (i == number ? more : "");
                yaml.append("        %s: {en: %s, ja: 選択肢 %d}\n".formatted("abc".charAt(i), words, i));
            }
            yaml.append("      answer: %s\n      why: {en: It is., ja: そうです。}\n".formatted("abc".charAt(number)));
        }
        return yaml.toString();
    }

    private List<String> withQuiz(String yaml) throws IOException {
        lesson.file(WrittenLesson.FILE + yaml);
        return with("> quiz(\"all\")");
    }

    @Test
    void aQuizIsReadForItsNamesAndItsLanguages() throws IOException {
        String quiz = quiz("", 0, 1, 2, 1);
        assertEquals(List.of(), withQuiz(quiz));
        found(with("> quiz(\"al\")"), "has no quiz \"al\" (it has: all). Did you mean \"all\"?", "[unknown-name]");
        found(with(), "lesson.yaml:22: No cell uses the quiz \"all\".", "[unused]");
        found(
                withQuiz(quiz.replaceFirst(", ja: 選択肢 1", "")),
                "lesson.yaml:27: This text has no words in \"ja\"",
                "The shop",
                "[untranslated]");
    }

    @Test
    void aQuizWhoseRightChoicesCanBeGuessedIsNamed() throws IOException {
        found(
                withQuiz(quiz("", 1, 1, 2, 1)),
                "lesson.yaml:22: 3 of the 4 right choices of the quiz \"all\" have the letter b",
                "[guessable]");
        found(
                withQuiz(quiz(" that is on both networks", 0, 1, 2, 1)),
                "lesson.yaml:22: In 4 of the 4 questions of the quiz \"all\" (en) the right choice is the longest by far",
                "[guessable]");
        assertEquals(List.of(), withQuiz(quiz(" b", 0, 1, 2, 1)), "a little longer is not by far");
    }
}
