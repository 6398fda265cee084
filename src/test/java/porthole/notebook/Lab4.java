package porthole.notebook;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** JupyterLab 4 of another Debian suite, its kernel on that suite's JDK 21. */
final class Lab4 extends FrontEnd {
    private static final String COMMAND = ".jp-NotebookPanel-toolbar button[data-command='notebook:%s']";
    private static final String STATUS = "document.querySelector('.jp-Notebook-ExecutionIndicator')";

    /** Pixels: Lab keeps only those cells on the page that can be seen. */
    private static final int HEIGHT = 9000;

    Lab4(Path home, Path notebooks) throws Exception {
        super(
                new JupyterServer(
                        List.of("kernel/jupyterlab"),
                        List.of(
                                "jupyter-lab",
                                "--IdentityProvider.token=",
                                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"),
                        home,
                        notebooks),
                home,
                HEIGHT);
    }

    @Override
    String name() {
        return "lab";
    }

    @Override
    void open(String notebook) {
        page.open(url + "/lab/tree/" + notebook);
        page.await("the cells are shown", 90, () -> !page.all(prompt()).isEmpty());
        page.await("the kernel is idle", 90, STATUS + ".dataset.status === 'idle'");
    }

    @Override
    void runAll() {
        page.all("#jp-MainMenu .lm-MenuBar-item").stream()
                .filter(menu -> menu.getText().equals("Run"))
                .forEach(WebElement::click);
        String entry = ".lm-Menu-item[data-command='runmenu:run-all']";
        page.await("the menu is open", 10, () -> page.all(entry).size() == 1);
        page.click(entry);
    }

    @Override
    void start(int cell) {
        one(cell, prompt()).click();
        page.click(COMMAND.formatted("run-cell-and-select-next"));
    }

    /** Lab offers a single word, too. */
    @Override
    void complete() {
        page.type(Keys.TAB);
        page.await("one word is offered", 20, () -> page.all(completion()).size() == 1);
        page.type(Keys.ENTER);
    }

    @Override
    void interrupt() {
        page.click(COMMAND.formatted("interrupt-kernel"));
    }

    @Override
    void restart() {
        page.js("window.states = []; new MutationObserver(() => states.push(" + STATUS + ".dataset.status)).observe("
                + STATUS + ", {attributeFilter: ['data-status']});");
        page.click(COMMAND.formatted("restart-kernel"));
        agree(".jp-Dialog .jp-mod-accept");
        page.await("a new kernel is idle", 60, "states.includes('restarting') && states.at(-1) === 'idle'");
    }

    @Override
    String cell(int cell) {
        return "[data-windowed-list-index='" + cell + "']";
    }

    @Override
    String prompt() {
        return ".jp-InputPrompt";
    }

    @Override
    String line() {
        return ".cm-line";
    }

    @Override
    String output() {
        return ".jp-OutputArea-output";
    }

    @Override
    String error() {
        return "[data-mime-type='application/vnd.jupyter.stderr'], .jp-OutputArea-output[data-mime-type*=error]";
    }

    @Override
    String drawing() {
        return ":is(.jp-RenderedSVG :is(svg, img), img[src^='data:image/svg+xml'])";
    }

    @Override
    String question() {
        return "input.jp-Stdin-input";
    }

    @Override
    String completion() {
        return ".jp-Completer-item";
    }

    @Override
    String tooltip() {
        return ".jp-Tooltip";
    }
}
