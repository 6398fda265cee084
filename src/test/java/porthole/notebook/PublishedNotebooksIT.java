package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "./porthole publish --no-run" with notebooks that have been executed elsewhere. */
@Tag("apart")
@Tag("jupyter")
class PublishedNotebooksIT {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"20\">"
            + "<title>Who?</title><desc>web reaches db</desc><text y=\"15\">web</text></svg>";

    private static final String NOTICE = "<div class=\"porthole-live\" style=\"x\">ⓘ No registry answers.</div>";
    private static final String FRAME = figure(SVG);
    private static final String MOVING =
            figure(SVG.replace("<text", "<style>@keyframes a{to{opacity:0}}text{animation:a 1s}</style><text"));
    private static final String FILM =
            "<form method=\"dialog\"><fieldset class=\"porthole-film\"><legend>Steps</legend>"
                    + "<input type=\"radio\" name=\"f\" aria-label=\"1\" checked>" + FRAME + MOVING
                    + "</fieldset></form>";

    @TempDir
    Path home;

    private static String figure(String svg) {
        return "<figure><img alt=\"step\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)) + "\"></figure>";
    }

    private String publish(int code, Object... words) throws Exception {
        Object[] all = new Object[words.length + 1];
        all[0] = "--no-run";
        System.arraycopy(words, 0, all, 1, words.length);
        return Book.publish(home, Map.of(), code, all);
    }

    private String page(String path) throws Exception {
        return Files.readString(home.resolve("site").resolve(path), StandardCharsets.UTF_8);
    }

    @Test
    void notebooksOfOneNameHaveAPageEachAndBringTheirPicturesAlong() throws Exception {
        for (String lesson : new String[] {"a", "b"}) {
            Path folder = home.resolve(lesson);
            Files.createDirectories(folder.resolve("en"));
            Files.writeString(folder.resolve("figure.svg"), SVG.replace("web</text>", lesson + "</text>"));
            Files.writeString(folder.resolve("lesson.yaml"), "lesson: " + lesson);
            Book.write(
                    folder.resolve("en/same.ipynb"),
                    Book.markdown("# Lesson " + lesson + "\n![Figure " + lesson + "](../figure.svg)\n[other](../../"
                            + (lesson.equals("a") ? "b" : "a") + "/en/same.ipynb) [lost](lost.ipynb)"
                            + "\n![badge](https://example.org/badge.svg) `![code](nowhere.png)`"),
                    Book.code("topology()", Book.shown("image/svg+xml", SVG, "text")));
        }
        Book.write(home.resolve("a/ja/same.ipynb"), Book.markdown("# レッスン a"), Book.printing("1", "名前空間"));
        String said = publish(0, "a", "b", "--out", "site", "--title", "Both");
        for (String lesson : new String[] {"a", "b"}) {
            String html = page("en/" + lesson + ".same.html");
            assertTrue(html.contains("Lesson " + lesson), lesson);
            assertTrue(html.contains("alt=\"Figure " + lesson + "\""), lesson);
            assertTrue(html.contains("alt=\"web reaches db\""), "the picture's own description");
            String other = lesson.equals("a") ? "b" : "a";
            assertTrue(html.matches("(?s).*href=\"" + other + ".same.html\"[^>]*>(<span[^>]*>)?other.*"), "the link");
            assertFalse(html.contains("src=\"https:"), "it fetches from elsewhere");
            assertEquals(lesson.equals("a"), html.contains("../ja/a.same.html"), "a link to a page that is not there");
        }
        long figures;
        try (var files = Files.walk(home.resolve("site/en"))) {
            figures = files.filter(f -> f.getFileName().toString().matches("figure.*\\.svg"))
                    .count();
        }
        assertTrue(figures >= 2, "figures: " + figures);
        assertTrue(said.contains("there is no file \"lost.ipynb\""), said);
        assertTrue(said.contains("https://example.org/badge.svg"), said);
        assertTrue(page("ja/a.same.html").contains("lang=\"ja\""));
    }

    @Test
    void aPageFetchesNothingAndWhatIsInTheNotebookBecomesFiles() throws Exception {
        var pasted = Book.markdown("# 一章 *A* | b_\n![pasted](attachment:a.svg) [rules](<../my rules.yaml>)"
                + "\n\n```\n![code](nowhere.png)\n```\n\n$$\\frac{a}{b}$$");
        String encoded = Base64.getEncoder().encodeToString(SVG.getBytes(StandardCharsets.UTF_8));
        pasted.withObject("/attachments/a.svg").put("image/svg+xml", encoded);
        String remote = "<p>kept</p><script src=\"https://example.org/x.js\"></script>"
                + "<iframe src='//example.org/frame'></iframe><img src=\"http://example.org/x.png\">";
        Book.write(home.resolve("ja/一章 と.ipynb"), pasted, Book.code("show()", Book.shown("text/html", remote, "text")));
        Files.writeString(home.resolve("my rules.yaml"), "rules: []");
        String said = publish(0, "ja/一章 と.ipynb", "--out", "site", "--slides");
        for (String ending : new String[] {".html", ".slides.html"}) {
            String html = page("ja/一章-と" + ending);
            assertTrue(html.contains("src=\"pictures/a.svg\"") && html.contains("<p>kept</p>"), ending);
            assertTrue(html.contains("href=\"downloads/my%20rules.yaml\""), ending);
            assertTrue(html.contains("<mfrac>"), ending);
            assertFalse(html.matches("(?s).*src=[\"'](https?:)?//.*"), ending);
        }
        assertTrue(Files.exists(home.resolve("site/ja/pictures/a.svg")));
        assertTrue(Files.exists(home.resolve("site/ja/downloads/my rules.yaml")));
        for (String lost :
                new String[] {"https://example.org/x.js", "//example.org/frame", "http://example.org/x.png"}) {
            assertTrue(said.contains(lost), lost + " in " + said);
        }
        assertFalse(said.contains("Sphinx"), said);
    }

    @Test
    void theSiteOfAnEarlierRunIsReplacedAndNothingElse() throws Exception {
        Book.write(home.resolve("one.ipynb"), Book.markdown("# One"), Book.printing("1", "1"));
        Book.write(home.resolve("two.ipynb"), Book.markdown("# Two"), Book.printing("1", "1"));
        publish(0, "one.ipynb", "--out", "site");
        Files.writeString(home.resolve("site/CNAME"), "example.org");
        publish(0, "two.ipynb", "--out", "site");
        assertFalse(Files.exists(home.resolve("site/en/one.html")));
        assertTrue(Files.exists(home.resolve("site/en/two.html")));
        assertTrue(Files.exists(home.resolve("site/CNAME")));
        String said = publish(1, "two.ipynb", "--out", ".");
        assertTrue(said.contains("did not write"), said);
        assertTrue(Files.exists(home.resolve("one.ipynb")));
    }

    @Test
    void whatCannotBePublishedIsRefusedByName() throws Exception {
        Book.write(home.resolve("new.ipynb"), Book.markdown("# New"), Book.code("1 + 1"));
        Book.write(home.resolve("blind.ipynb"), Book.markdown("![figure](lost.png)"), Book.printing("1", "1"));
        Files.writeString(home.resolve("broken.ipynb"), "{");
        Files.createDirectory(home.resolve("empty"));
        assertTrue(publish(1, "new.ipynb", "--out", "site").contains("\"new.ipynb\" has not been executed. Run:"));
        assertTrue(publish(1, "blind.ipynb", "--out", "site").contains("there is no picture \"lost.png\""));
        assertTrue(publish(1, "broken.ipynb", "--out", "site").contains("broken.ipynb\" is not a notebook"));
        assertTrue(publish(1, "empty", "--out", "site").contains("There is no notebook in \"empty\""));
        assertTrue(publish(1, "nwe.ipynb", "--out", "site").contains("No lesson or notebook \"nwe.ipynb\""));
        String japanese = Book.publish(home, Map.of("PORTHOLE_LANG", "ja"), 1, "--no-run", "nwe.ipynb");
        assertTrue(japanese.contains("「nwe.ipynb」がありません"), japanese);
        assertFalse(Files.exists(home.resolve("site")));
    }

    @Test
    void slidesFollowTheCellsTypesWhereThereAreAny() throws Exception {
        var title = Book.markdown("# Talk");
        title.withObject("/metadata/slideshow").put("slide_type", "slide");
        var left = Book.markdown("left out");
        left.withObject("/metadata/slideshow").put("slide_type", "skip");
        var more = Book.printing("print(1)", "one");
        more.withObject("/metadata/slideshow").put("slide_type", "subslide");
        var note = Book.markdown("for the speaker");
        note.withObject("/metadata/slideshow").put("slide_type", "notes");
        Book.write(home.resolve("talk.ipynb"), title, left, more, note);
        publish(0, "talk.ipynb", "--out", "site", "--slides");
        String slides = page("en/talk.slides.html");
        assertEquals(4, slides.split("<section>", -1).length, "one column of two slides");
        assertFalse(slides.contains("left out"));
        assertTrue(slides.contains("<aside class=\"notes\">"));
    }

    @Test
    void eachQuestionOfAQuizHasASlideOfItsOwn() throws Exception {
        StringBuilder quiz = new StringBuilder("<div style=\"x\"><div><b>Quiz</b></div>");
        for (int i = 1; i <= 3; i++) {
            quiz.append(
                    "<div class=\"porthole-question\"><div>Question " + i
                            + "</div><details class=\"porthole-answer\"><summary>Answer</summary><div>Right</div></details></div>");
        }
        Book.write(
                home.resolve("test.ipynb"),
                Book.markdown("# Test"),
                Book.code("quiz(\"1\")", Book.shown("text/html", quiz + "</div>", "text")));
        publish(0, "test.ipynb", "--out", "site", "--slides");
        String[] slides = page("en/test.slides.html").split("<section>", -1);
        for (int i = 1; i <= 3; i++) {
            String slide = slides[slides.length - 4 + i].split("</section>")[0];
            assertEquals(2, slide.split("Question", -1).length, slide);
            assertTrue(slide.contains("Question " + i), slide);
            assertEquals(slide.split("<div", -1).length, slide.split("</div>", -1).length, slide);
        }
    }

    @Test
    void aPageSaysWhenItRanAndLeavesOutWhatOnlyHelpsWhoRunsIt() throws Exception {
        for (String language : new String[] {"en", "ja"}) {
            var ready = Book.shown("text/html", NOTICE, "● Recorded on 2026-11-05 12:00 with Docker 24.0.7.");
            ready.withObject("/data/application~1vnd.porthole.lesson+json")
                    .put("title", "One")
                    .put("minutes", 150)
                    .put("exerciseMinutes", 60)
                    .putArray("goals")
                    .add("Say what <b> is.");
            var film = Book.shown("text/html", FILM, "a film");
            film.withObject("/data").put("image/svg+xml", SVG);
            var live = Book.markdown("Press Shift+Enter.");
            live.withObject("/metadata").putArray("tags").add("remove-cell");
            Book.write(
                    home.resolve(language + "/one.ipynb"),
                    Book.markdown("# One\n\nWhat *it* is about, in [two](two.ipynb).\n\nMore. [words](../words.md)"),
                    live,
                    Book.code("chapter().ready()", ready),
                    Book.code("%docker run ubuntu echo '#'\nfilm()", film),
                    Book.markdown("The end. Next: [Two](two.ipynb) · [All](one.ipynb)"));
            Book.write(home.resolve(language + "/two.ipynb"), Book.markdown("# Two"), Book.printing("1", "1"));
        }
        Files.writeString(home.resolve("words.md"), "# Words\n\nA | B\n-|-\nnet | web");
        Files.writeString(home.resolve("words.ja.md"), "# 用語集\n\n網 [English](words.md)");
        publish(0, "en/one.ipynb", "en/two.ipynb", "ja/one.ipynb", "ja/two.ipynb", "--out", "site", "--slides");

        String one = page("en/one.html");
        assertTrue(one.contains("Recorded on <time>2026-11-05</time> with Docker 24.0.7."), one);
        assertTrue(one.contains("<a href=\"one.ipynb\" download>"), "how to run it oneself");
        for (String left : new String[] {"Shift+Enter", "No registry answers", "Next: ", "vnd.porthole"}) {
            assertFalse(one.contains(left), left);
        }
        assertTrue(page("en/one.slides.html").contains("Recorded on"));
        assertTrue(page("ja/one.html").contains("<time>2026-11-05</time> に Docker 24.0.7 で実行した記録です。自分で"));
        assertTrue(page("en/two.html").contains("A recorded run."), "a notebook that does not say when it was run");

        assertTrue(one.contains("<fieldset class=\"porthole-film\""), "a film can be stepped through");
        assertTrue(one.contains("src=\"pictures/one-1.2.svg\""), "its pictures are files");
        String still = "<source media=\"(prefers-reduced-motion: reduce)\" srcset=\"pictures/one-1.svg\">";
        assertEquals(2, one.split(Pattern.quote(still), -1).length, "one of its pictures moves");
        String slides = page("en/one.slides.html");
        assertFalse(slides.contains("<fieldset"));
        assertTrue(
                slides.contains(still + "<img alt=\"step\" src=\"pictures/one-1.2.svg\">"), "what moves is on a slide");

        String start = page("en/index.html");
        assertTrue(start.contains("<p>What <em>it</em> is about, in <a href=\"two.html\">two</a>.</p>"), start);
        assertTrue(
                start.contains("<li>Say what &lt;b&gt; is.</li>") && start.contains("<td>150; exercises 60</td>"),
                start);
        assertTrue(start.contains("Begin: <a href=\"one.html\">Start</a>"), "the title is not said again");
        assertFalse(start.contains("toctree-l2"), "one level of links");

        assertTrue(one.contains("href=\"words.html\""), "a text beside the notebooks is a page");
        assertTrue(page("en/words.html").contains("<td><p>net</p></td>"));
        assertTrue(page("en/words.html").contains("href=\"../ja/words.html\""));
        assertTrue(page("ja/words.html").contains("用語集") && page("ja/one.html").contains("href=\"words.html\""));
        assertTrue(page("ja/words.html").contains("href=\"../en/words.html\""), "the other language's text");
        assertFalse(Files.exists(home.resolve("site/en/downloads")));

        assertFalse(
                one.contains(">echo</span>"), "a name in a line of %docker is not coloured as a command of the shell");
        assertTrue(one.contains("<span class=\"s1\">"), "a string in it is");
        assertTrue(one.contains("<h1>Start<"), "the first page is not called as the book is");
        assertTrue(start.contains(">Start</div>"), "the next page's name");
        assertFalse(one.contains("class=\"err\""), one);
    }
}
