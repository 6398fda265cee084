package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person opens a notebook in Jupyter Notebook 6, in a real browser, runs its cells and sees the picture. */
@Tag("browser")
@Tag("engine")
class BrowserIT {
    private static final String RUN_ALL = "require(['base/js/namespace'], j => j.notebook.execute_all_cells());";
    private static final String BUSY =
            "return Jupyter.notebook.kernel_busy || Jupyter.notebook.get_cells().some(c => c.element.hasClass('running'))"
                    + " || Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').some(c => !c.input_prompt_number)";

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    private JupyterNotebook jupyter;
    private Chromium chromium;
    private ChromeDriver browser;

    @BeforeEach
    void openJupyterAndTheBrowser() throws Exception {
        Files.createDirectories(home.resolve("notebooks"));
        jupyter = new JupyterNotebook(home, home.resolve("notebooks"));
        chromium = new Chromium(home.resolve("chromium"), 1400, 2400);
        browser = chromium.driver;
    }

    @AfterEach
    void closeBoth() throws Exception {
        chromium.close();
        jupyter.close();
    }

    @Test
    void runningTheFirstChapterShowsItsPictures() throws Exception {
        for (String language : List.of("en", "ja")) {
            Files.copy(
                    Path.of("notebooks", language, "5.1_network_namespace.ipynb"),
                    home.resolve("notebooks/" + language + ".ipynb"),
                    StandardCopyOption.REPLACE_EXISTING);
            runAll(language);
            List<WebElement> pictures = browser.findElements(By.cssSelector(".output_svg svg, .output_result svg"));
            assertTrue(pictures.size() >= 6, "pictures on the page: " + pictures.size());
            assertTrue(pictures.stream().allMatch(p -> p.getSize().getWidth() > 200), "a picture has no width");
            assertTrue(
                    pictures.stream().anyMatch(p -> p.getText().contains("downloads_default")), "no Compose network");
            String page = String.join("\n", texts(".output_area"));
            assertTrue(page.contains(language.equals("en") ? "✓ You said: b) " : "✓ あなたの予想: b) "), page);
            assertEquals(List.of(), texts(".output_error"));
        }
    }

    private void runAll(String name) throws Exception {
        chromium.open(jupyter.url() + "/notebooks/" + name + ".ipynb");
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(300));
        wait.withMessage("the kernel of " + name + " is not connected")
                .ignoring(org.openqa.selenium.JavascriptException.class)
                .until(b -> chromium.js("return Jupyter.notebook && Jupyter.notebook._fully_loaded"
                        + " && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()"));
        chromium.js(RUN_ALL);
        try {
            wait.withMessage("not all cells of " + name + " have ended").until(b -> {
                answer();
                return Boolean.FALSE.equals(chromium.js(BUSY));
            });
        } finally {
            chromium.shoot(name);
        }
    }

    /** Where a cell asks for a prediction, a person types a letter. */
    private void answer() {
        for (WebElement question : browser.findElements(By.cssSelector("input.raw_input"))) {
            try {
                question.sendKeys("b", Keys.ENTER);
            } catch (WebDriverException gone) {
                // It was answered a moment ago, and has just left the page.
            }
        }
    }

    private List<String> texts(String css) {
        return browser.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }
}
