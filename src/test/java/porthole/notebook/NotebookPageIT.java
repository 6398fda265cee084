package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A person in Jupyter Notebook 6 who knows its keys and buttons. */
@Tag("browser")
class NotebookPageIT {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    private FrontEnd frontEnd;
    private Chromium page;

    FrontEnd frontEnd(Path home, Path notebooks) throws Exception {
        return new Notebook6(home, notebooks);
    }

    @BeforeEach
    void openTheNotebook() throws Exception {
        Path folder = Files.createDirectories(home.resolve("notebooks"));
        SampleNotebook.write(folder.resolve("sample.ipynb"));
        frontEnd = frontEnd(home, folder);
        page = frontEnd.page;
        page.driver.manage().window().setSize(new Dimension(1300, 2000));
        frontEnd.open("sample.ipynb");
    }

    @AfterEach
    void close() throws Exception {
        page.shoot(frontEnd.name());
        frontEnd.close();
    }

    @Test
    void cellsRunCompleteExplainAskAndStop() throws Exception {
        coloursTheCode();
        runsAllUpToTheMistake();
        answers();
        hidesAPassword();
        showsProgress();
        asksAQuiz();
        completesAndExplains();
        interrupts();
        restarts();
    }

    private void coloursTheCode() {
        page.await(
                "a keyword, a text, a comment and a name have each their colour",
                20,
                () -> Stream.of("for", "\"line \"", "// a comment", "println")
                                .map(word -> frontEnd.colour(SampleNotebook.PRINTED, word))
                                .distinct()
                                .count()
                        == 4);
    }

    private void runsAllUpToTheMistake() throws Exception {
        frontEnd.runAll();
        frontEnd.awaitEnd(SampleNotebook.MISTAKE, 60);
        for (int cell = 0; cell <= SampleNotebook.MISTAKE; cell++) {
            assertEquals(String.valueOf(cell + 1), frontEnd.promptOf(cell));
        }
        assertEquals(2, shown(SampleNotebook.VALUE, "tr").size(), "a record is a table");
        assertTrue(frontEnd.said(SampleNotebook.PRINTED).contains("line 2"));
        assertEquals(List.of(new Dimension(60, 30)), shown(SampleNotebook.PICTURE, "img"));
        assertEquals(
                List.of(new Dimension(80, 40)), sizes(frontEnd.inside(SampleNotebook.DRAWING, frontEnd.drawing())));
        page.await(
                "Markdown is shown",
                20,
                () -> frontEnd.said(SampleNotebook.WRITING).equals("A strong word"));
        assertEquals(1, shown(SampleNotebook.WRITING, "strong").size());
        assertTrue(frontEnd.said(SampleNotebook.MISTAKE).contains("String cannot be converted to int"));
        page.await(
                "the cell behind it is left alone",
                20,
                () -> frontEnd.promptOf(SampleNotebook.QUESTION).isEmpty());
        assertEquals("", frontEnd.said(SampleNotebook.QUESTION));
        page.shoot(frontEnd.name() + "-run-all");
    }

    /** The sizes of what the cell's output shows on the page. */
    private List<Dimension> shown(int cell, String selector) {
        return sizes(frontEnd.inside(cell, frontEnd.output() + " " + selector));
    }

    private static List<Dimension> sizes(List<WebElement> elements) {
        return elements.stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getSize)
                .toList();
    }

    private void answers() {
        frontEnd.start(SampleNotebook.QUESTION);
        frontEnd.answer("Ada");
        frontEnd.awaitEnd(SampleNotebook.QUESTION, 20);
        assertTrue(frontEnd.said(SampleNotebook.QUESTION).contains("Hello Ada"));
    }

    private void hidesAPassword() {
        frontEnd.start(SampleNotebook.HIDDEN);
        frontEnd.answerHidden("secret");
        frontEnd.awaitEnd(SampleNotebook.HIDDEN, 20);
        assertTrue(frontEnd.said(SampleNotebook.HIDDEN).contains("Length: 6"), frontEnd.said(SampleNotebook.HIDDEN));
        assertFalse(String.valueOf(page.js("return document.body.innerText")).contains("secret"));
    }

    private void showsProgress() {
        frontEnd.start(SampleNotebook.PROGRESS);
        for (int done = 0; done < 2; done++) {
            page.await("the bar says " + done, 20, "document.querySelector('progress').value === " + done);
            frontEnd.answer("any");
        }
        frontEnd.awaitEnd(SampleNotebook.PROGRESS, 20);
        page.await("the bar is full", 20, "document.querySelector('progress').value === 2");
        assertEquals(1, page.all("progress").size());
    }

    /** The questions come one after the other, and the result takes their place. */
    private void asksAQuiz() {
        frontEnd.start(SampleNotebook.QUIZ);
        frontEnd.answer("");
        for (String question : List.of("Which port?", "Which name?")) {
            page.await(
                    question,
                    20,
                    () -> frontEnd.said(SampleNotebook.QUIZ).contains(question)
                            && !frontEnd.inside(SampleNotebook.QUIZ, frontEnd.question())
                                    .isEmpty());
            frontEnd.answer("b");
        }
        frontEnd.awaitEnd(SampleNotebook.QUIZ, 20);
        String said = frontEnd.said(SampleNotebook.QUIZ);
        assertTrue(said.contains("Quiz \"ports\": 1 of 2"), said);
        assertFalse(said.contains("Which"), said);
    }

    /** No cell runs meanwhile: Notebook 6 asks a busy kernel for no completions, however fast it would answer. */
    private void completesAndExplains() throws Exception {
        frontEnd.edit(SampleNotebook.UNFINISHED, "words.");
        page.type(Keys.TAB);
        page.await(
                "completions are offered",
                20,
                () -> page.all(frontEnd.completion()).size() > 5);
        page.shoot(frontEnd.name() + "-completion");
        page.type(Keys.ESCAPE);
        frontEnd.edit(SampleNotebook.UNFINISHED, "words.indexO");
        frontEnd.complete();
        page.await(
                "it is taken",
                20,
                () -> frontEnd.code(SampleNotebook.UNFINISHED).equals("words.indexOf("));
        page.typeWith(Keys.SHIFT, Keys.TAB);
        page.await(
                "the tooltip is shown",
                40,
                () -> page.one(frontEnd.tooltip()).getText().contains("int List<E>.indexOf("));
        page.shoot(frontEnd.name() + "-tooltip");
        page.type(Keys.ESCAPE);
    }

    private void interrupts() {
        frontEnd.start(SampleNotebook.ENDLESS);
        page.await(
                "the endless cell runs",
                20,
                () -> frontEnd.promptOf(SampleNotebook.ENDLESS).equals("*"));
        frontEnd.interrupt();
        frontEnd.awaitEnd(SampleNotebook.ENDLESS, 20);
        assertTrue(
                frontEnd.said(SampleNotebook.ENDLESS).contains("interrupted"), frontEnd.said(SampleNotebook.ENDLESS));
    }

    private void restarts() {
        frontEnd.restart();
        frontEnd.start(SampleNotebook.VALUE);
        frontEnd.awaitEnd(SampleNotebook.VALUE, 60);
        assertEquals("1", frontEnd.promptOf(SampleNotebook.VALUE));
    }
}
