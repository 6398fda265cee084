package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

/** A person opens a chapter of the course in Jupyter Notebook 6, runs its cells and sees the pictures. */
@Tag("browser")
@Tag("engine")
class BrowserIT {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path home;

    private FrontEnd frontEnd;

    FrontEnd frontEnd(Path home, Path notebooks) throws Exception {
        return new Notebook6(home, notebooks);
    }

    @BeforeEach
    void openJupyterAndTheBrowser() throws Exception {
        Path folder = Files.createDirectories(home.resolve("notebooks"));
        for (String language : List.of("en", "ja")) {
            Files.copy(Path.of("notebooks", language, "5.1.3_compose.ipynb"), folder.resolve(language + ".ipynb"));
        }
        Files.copy(Path.of("notebooks", "5.1.3_compose.lesson.yaml"), folder.resolve("5.1.3_compose.lesson.yaml"));
        frontEnd = frontEnd(home, folder);
    }

    @AfterEach
    void closeBoth() throws Exception {
        frontEnd.close();
    }

    @Test
    void runningTheFirstChapterShowsItsPictures() throws Exception {
        for (String language : List.of("en", "ja")) {
            runAll(language);
            List<WebElement> pictures = frontEnd.page.all(frontEnd.drawing()).stream()
                    .filter(p -> p.isDisplayed() || !isStepOfAFilm(p))
                    .toList();
            assertTrue(pictures.size() >= 3, "pictures on the page: " + pictures.size());
            assertTrue(pictures.stream().allMatch(p -> p.getSize().getWidth() > 200), "a picture has no width");
            assertTrue(pictures.stream().allMatch(p -> p.getSize().getHeight() > 100), "a picture has no height");
            assertTrue(pictures.stream().anyMatch(p -> source(p).contains("downloads_default")), "no Compose network");
            String page = String.join("\n", FrontEnd.texts(frontEnd.page.all(frontEnd.output())));
            assertTrue(page.contains(language.equals("en") ? "✓ You said: b) " : "✓ あなたの予想：b) "), page);
            assertEquals(List.of(), FrontEnd.texts(frontEnd.page.all(frontEnd.error())));
        }
    }

    /** Of a film's steps one is shown at a time. */
    private static boolean isStepOfAFilm(WebElement picture) {
        return !picture.findElements(By.xpath("ancestor::*[contains(@class, 'porthole-film')]"))
                .isEmpty();
    }

    private static String source(WebElement picture) {
        String source = String.valueOf(picture.getAttribute("src"));
        return new String(
                Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)), StandardCharsets.UTF_8);
    }

    private void runAll(String name) throws Exception {
        frontEnd.open(name + ".ipynb");
        frontEnd.runAll();
        try {
            frontEnd.page.await("all cells of " + name + " have ended", 300, () -> {
                answer();
                return frontEnd.prompts().stream().allMatch(prompt -> prompt.matches("\\d+"));
            });
        } finally {
            frontEnd.page.shoot(frontEnd.name() + "-" + name);
        }
        assertFalse(frontEnd.prompts().isEmpty());
    }

    /** Where a cell asks for a prediction, a person types a letter. */
    private void answer() {
        for (WebElement question : frontEnd.page.all(frontEnd.question())) {
            try {
                question.sendKeys("b", Keys.ENTER);
            } catch (WebDriverException gone) {
                // It was answered a moment ago, and has just left the page.
            }
        }
    }
}
