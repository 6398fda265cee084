package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A person in Jupyter Notebook 6 who knows its keys and buttons. */
@Tag("browser")
class NotebookPageIT {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    private JupyterNotebook jupyter;
    private Chromium page;

    @BeforeEach
    void openTheNotebook() throws Exception {
        Path folder = Files.createDirectories(home.resolve("notebooks"));
        SampleNotebook.write(folder.resolve("sample.ipynb"));
        jupyter = new JupyterNotebook(home, folder);
        page = new Chromium(home.resolve("chromium"), 1300, 1200);
        page.open(jupyter.url() + "/notebooks/sample.ipynb");
        page.await(
                "the kernel is connected",
                90,
                "Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel"
                        + " && Jupyter.notebook.kernel.is_connected()");
    }

    @AfterEach
    void close() throws Exception {
        page.shoot("notebook");
        page.close();
        jupyter.close();
    }

    @Test
    void cellsRunCompleteExplainAskAndStop() throws Exception {
        runsAllUpToTheMistake();
        answers();
        hidesAPassword();
        showsProgress();
        completesAndExplains();
        interrupts();
        restarts();
    }

    private void runsAllUpToTheMistake() {
        page.click("#celllink");
        page.click("#run_all_cells");
        awaitEnd(SampleNotebook.MISTAKE, 60);
        assertEquals(2, page.all(".cell:nth-child(1) .output_html tr").size(), "a record is a table");
        assertTrue(output(SampleNotebook.PRINTED).contains("line 2"));
        assertEquals("for", page.all(".cell:nth-child(2) .cm-keyword").get(0).getText());
        assertEquals(
                "// a comment",
                page.all(".cell:nth-child(2) .cm-comment").get(0).getText());
        assertEquals(60L, page.js("return document.querySelector('.output_png img').naturalWidth"));
        assertTrue(output(SampleNotebook.MISTAKE).contains("String cannot be converted to int"));
        page.await("the cells behind it are left alone", 20, "document.querySelector('.cell.running') === null");
        assertEquals("", output(SampleNotebook.QUESTION));
    }

    private void answers() {
        start(SampleNotebook.QUESTION);
        answer("text", "Ada");
        awaitEnd(SampleNotebook.QUESTION, 20);
        assertTrue(output(SampleNotebook.QUESTION).contains("Hello Ada"));
    }

    private void hidesAPassword() {
        start(SampleNotebook.HIDDEN);
        answer("password", "secret");
        awaitEnd(SampleNotebook.HIDDEN, 20);
        assertTrue(output(SampleNotebook.HIDDEN).contains("Length: 6"), output(SampleNotebook.HIDDEN));
        assertFalse(String.valueOf(page.js("return document.body.innerText")).contains("secret"));
    }

    private void showsProgress() {
        start(SampleNotebook.PROGRESS);
        for (int done = 0; done < 2; done++) {
            page.await("the bar says " + done, 20, "document.querySelector('progress').value === " + done);
            answer("text", "any");
        }
        awaitEnd(SampleNotebook.PROGRESS, 20);
        page.await("the bar is full", 20, "document.querySelector('progress').value === 2");
        assertEquals(1, page.all("progress").size());
    }

    private void answer(String type, String words) {
        String field = "input.raw_input[type=" + type + "]";
        page.await("the cell asks", 20, () -> !page.all(field).isEmpty());
        page.click(field);
        page.type(words, Keys.ENTER);
    }

    /** No cell runs meanwhile: this page asks a busy kernel for no completions, however fast it would answer. */
    private void completesAndExplains() throws Exception {
        edit("words.");
        page.type(Keys.TAB);
        page.await(
                "completions are offered",
                20,
                () -> page.all("#complete option").size() > 5);
        page.shoot("notebook-completion");
        page.type(Keys.ESCAPE);
        edit("words.indexO");
        page.type(Keys.TAB); // one is left, and taken at once
        page.await(
                "it is taken",
                20,
                "Jupyter.notebook.get_cell(" + SampleNotebook.UNFINISHED + ").get_text() === 'words.indexOf('");
        page.typeWithShift(Keys.TAB);
        page.await(
                "the tooltip is shown",
                40,
                () -> page.all("#tooltip").get(0).getText().contains("int List<E>.indexOf("));
        page.shoot("notebook-tooltip");
        page.type(Keys.ESCAPE);
    }

    private void interrupts() {
        start(SampleNotebook.ENDLESS);
        page.await(
                "the endless cell runs",
                20,
                "Jupyter.notebook.get_cell(" + SampleNotebook.ENDLESS + ").element.hasClass('running')"
                        + " && Jupyter.notebook.kernel_busy");
        page.click("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        awaitEnd(SampleNotebook.ENDLESS, 20);
        assertTrue(output(SampleNotebook.ENDLESS).contains("interrupted"), output(SampleNotebook.ENDLESS));
    }

    private void restarts() {
        page.click("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']");
        page.await(
                "the dialog is open",
                10,
                () -> page.all(".modal.in .btn-danger").size() == 1);
        page.await("the dialog is answered", 10, () -> {
            page.all(".modal.in .btn-danger").forEach(org.openqa.selenium.WebElement::click);
            return page.all(".modal.in").isEmpty();
        });
        page.await(
                "a new kernel is idle",
                60,
                "Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy"
                        + " && document.querySelector('.kernel_idle_icon') !== null");
        run(SampleNotebook.VALUE);
        assertEquals(1L, page.js("return Jupyter.notebook.get_cell(0).input_prompt_number"));
    }

    private void edit(String code) {
        page.all(".CodeMirror").get(SampleNotebook.UNFINISHED).click();
        page.js("var cell = Jupyter.notebook.get_cell(" + SampleNotebook.UNFINISHED + "); cell.set_text('" + code
                + "');" + " cell.code_mirror.focus(); cell.code_mirror.setCursor(0, " + code.length() + ");");
    }

    private void start(int cell) {
        page.js("Jupyter.notebook.select(" + cell + ");");
        page.click("button[data-jupyter-action='jupyter-notebook:run-cell-and-select-next']");
    }

    private void run(int cell) {
        start(cell);
        awaitEnd(cell, 60);
    }

    private void awaitEnd(int cell, int seconds) {
        page.await(
                "cell " + cell + " has ended",
                seconds,
                "Number.isInteger(Jupyter.notebook.get_cell(" + cell + ").input_prompt_number)"
                        + " && !Jupyter.notebook.get_cell(" + cell + ").element.hasClass('running')");
    }

    private String output(int cell) {
        return String.valueOf(page.js("return Jupyter.notebook.get_cell(" + cell + ").element.find('.output').text()"));
    }
}
