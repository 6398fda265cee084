package porthole.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, and the few things that a person does in it. */
final class Chromium implements AutoCloseable {
    final ChromeDriver driver;

    Chromium(Path profile, int width, int height) {
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .build(),
                new ChromeOptions()
                        .setBinary("/usr/bin/chromium")
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--window-size=" + width + "," + height,
                                "--user-data-dir=" + profile));
    }

    /** Goes there; a server that has just been started may take up to 60 s to answer. */
    void open(String address) {
        await(address + " answers", 60, () -> {
            driver.get(address);
            return true;
        });
    }

    Object js(String script) {
        return driver.executeScript(script);
    }

    /** Waits, at most {@code seconds}, until it is {@code true}; what is not there yet counts as not true. */
    void await(String what, int seconds, Callable<Boolean> condition) {
        new WebDriverWait(driver, Duration.ofSeconds(seconds), Duration.ofMillis(100))
                .withMessage(what + " within " + seconds + " s")
                .ignoring(WebDriverException.class)
                .until(b -> {
                    try {
                        return condition.call();
                    } catch (WebDriverException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    void await(String what, int seconds, String script) {
        await(what, seconds, () -> Boolean.TRUE.equals(js("return " + script)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The first of them; refused where there is none, which counts as not there yet. */
    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    void click(String css) {
        one(css).click();
    }

    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Types {@code key} while {@code held} is down. */
    void typeWith(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    /** Keeps what the page looks like in {@code target/browser}, for a person. */
    void shoot(String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "browser"));
        Path shot = driver.getScreenshotAs(OutputType.FILE).toPath();
        Files.copy(shot, folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
