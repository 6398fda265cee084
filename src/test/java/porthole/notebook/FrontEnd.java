package porthole.notebook;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A front end's page with a notebook, and what a person does there. Cells are counted from 0, selectors are CSS. */
abstract class FrontEnd implements AutoCloseable {
    final Chromium page;
    final String url;
    private final JupyterServer server;

    FrontEnd(JupyterServer server, Path home, int height) {
        this.server = server;
        url = server.url();
        page = new Chromium(home.resolve("chromium"), 1400, height);
    }

    /** For the names of screenshots. */
    abstract String name();

    /** Opens {@code notebook} of the served folder, and waits until its kernel is connected. */
    abstract void open(String notebook);

    /** Runs all cells by the menu. */
    abstract void runAll();

    /** Runs one cell by the button. */
    abstract void start(int cell);

    /** Has the word completed that can be completed in one way alone. */
    abstract void complete();

    /** By the button. */
    abstract void interrupt();

    /** By the button, and agreed to; waits until the new kernel is idle. */
    abstract void restart();

    abstract String cell(int cell);

    /** Below a cell: its prompt. */
    abstract String prompt();

    /** Below a cell: a line of its code. */
    abstract String line();

    /** Below a cell: what it has shown. */
    abstract String output();

    /** Below a cell: a failure that it has shown. */
    abstract String error();

    /** Below an output: what is no HTML of the kernel's own: a picture in SVG. */
    abstract String drawing();

    /** The field in which a cell's question is answered. */
    abstract String question();

    /** One word that completion offers. */
    abstract String completion();

    /** What Shift-Tab shows. */
    abstract String tooltip();

    final List<WebElement> inside(int cell, String selector) {
        return page.all(cell(cell) + " " + selector);
    }

    final WebElement one(int cell, String selector) {
        return page.one(cell(cell) + " " + selector);
    }

    /** What stands between the brackets beside a cell: a number, a star, or nothing. */
    final String promptOf(int cell) {
        return betweenBrackets(one(cell, prompt()));
    }

    /** The same of all cells with code. */
    final List<String> prompts() {
        return page.all(prompt()).stream()
                .filter(prompt -> prompt.getText().contains("["))
                .map(FrontEnd::betweenBrackets)
                .toList();
    }

    private static String betweenBrackets(WebElement prompt) {
        return prompt.getText().replaceAll("(?s).*\\[([^]]*)].*", "$1").replaceAll("[\\s\\u00a0]", "");
    }

    final String code(int cell) {
        return String.join("\n", texts(inside(cell, line())));
    }

    final String said(int cell) {
        return String.join("\n", texts(inside(cell, output())));
    }

    static List<String> texts(List<WebElement> elements) {
        return elements.stream().map(WebElement::getText).toList();
    }

    /** The colour of a word in a cell's code, as the page draws it. */
    final String colour(int cell, String word) {
        return inside(cell, line() + " span").stream()
                .filter(span -> span.getText().equals(word))
                .findFirst()
                .orElseGet(() -> one(cell, line()))
                .getCssValue("color");
    }

    /** Replaces the cell's code by typing; the cursor stands behind it. */
    final void edit(int cell, String code) {
        one(cell, line()).click();
        page.typeWith(Keys.CONTROL, "a");
        page.type(code);
    }

    /** Answers a question once it is asked. */
    final void answer(String words) {
        answer(question() + ":not([type=password])", words);
    }

    /** Answers one whose field shows no letters. */
    final void answerHidden(String words) {
        answer(question() + "[type=password]", words);
    }

    private void answer(String field, String words) {
        // The field of an answered question stays for a moment, and is shown no more. A front end that has just started
        // a
        // cell may still move the focus to the next one, so the letters go to the field itself.
        page.await("the cell asks", 20, () -> {
            List<WebElement> open =
                    page.all(field).stream().filter(WebElement::isDisplayed).toList();
            if (open.size() != 1) {
                return false;
            }
            WebElement only = open.get(0);
            if (words.equals(only.getDomProperty("value"))) {
                only.sendKeys(Keys.ENTER);
                return true;
            }
            only.clear();
            only.sendKeys(words);
            return false;
        });
    }

    final void awaitEnd(int cell, int seconds) {
        page.await("cell " + cell + " has ended", seconds, () -> promptOf(cell).matches("\\d+"));
    }

    /** Presses a button of the dialog that is open or opens now, and waits until it has gone. */
    final void agree(String button) {
        page.await("the dialog is open", 10, () -> page.all(button).size() == 1);
        page.await("the dialog is answered", 10, () -> {
            page.all(button).forEach(WebElement::click);
            return page.all(button).isEmpty();
        });
    }

    @Override
    public void close() throws Exception {
        page.close();
        server.close();
    }
}
