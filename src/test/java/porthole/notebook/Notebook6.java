package porthole.notebook;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.Keys;

/** This machine's Jupyter Notebook 6. */
final class Notebook6 extends FrontEnd {
    private static final String ACTION = "button[data-jupyter-action='jupyter-notebook:%s']";

    Notebook6(Path home, Path notebooks) throws Exception {
        super(
                new JupyterServer(
                        List.of(),
                        List.of("/usr/bin/jupyter-notebook", "--NotebookApp.token=", "--NotebookApp.password="),
                        home,
                        notebooks),
                home,
                2400);
    }

    @Override
    String name() {
        return "notebook";
    }

    @Override
    void open(String notebook) {
        page.open(url + "/notebooks/" + notebook);
        page.await(
                "the kernel is connected",
                90,
                "Jupyter.notebook && Jupyter.notebook._fully_loaded && Jupyter.notebook.kernel"
                        + " && Jupyter.notebook.kernel.is_connected()");
    }

    @Override
    void runAll() {
        page.click("#celllink");
        page.click("#run_all_cells");
    }

    @Override
    void start(int cell) {
        one(cell, prompt()).click();
        page.click(ACTION.formatted("run-cell-and-select-next"));
    }

    @Override
    void complete() {
        page.type(Keys.TAB);
    }

    @Override
    void interrupt() {
        page.click(ACTION.formatted("interrupt-kernel"));
    }

    @Override
    void restart() {
        page.click(ACTION.formatted("confirm-restart-kernel"));
        agree(".modal.in .btn-danger");
        page.await(
                "a new kernel is idle",
                60,
                "Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy"
                        + " && document.querySelector('.kernel_idle_icon') !== null");
    }

    @Override
    String cell(int cell) {
        return ".cell:nth-child(" + (cell + 1) + ")";
    }

    @Override
    String prompt() {
        return ".input_prompt";
    }

    @Override
    String line() {
        return ".CodeMirror-line";
    }

    @Override
    String output() {
        return ".output_subarea";
    }

    @Override
    String error() {
        return ".output_error";
    }

    @Override
    String drawing() {
        return ":is(.output_svg svg, .output_result svg, img[src^='data:image/svg+xml'])";
    }

    @Override
    String question() {
        return "input.raw_input";
    }

    @Override
    String completion() {
        return "#complete option";
    }

    @Override
    String tooltip() {
        return "#tooltip";
    }
}
