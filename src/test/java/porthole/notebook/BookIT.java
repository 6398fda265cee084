package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;

/** What "./porthole new" writes, published in both languages as site, slides and PDF, and read in a browser from its files. */
@Tag("browser")
@Tag("engine")
class BookIT {
    private static final List<String> LANGUAGES = List.of("en", "ja");
    private static final List<Integer> WIDTHS = List.of(360, 800, 1400);
    private static final String NAME =
            "book-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path home;

    private static Path site;
    private static Chromium browser;

    @BeforeAll
    static void publish() throws Exception {
        String jupyter = Installed.in(home).toString();
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target/porthole.jar").toAbsolutePath().toString(),
                        "new",
                        NAME,
                        "--lang",
                        "en,ja")
                .directory(home.toFile())
                .inheritIO()
                .start();
        assertEquals(0, made.waitFor());
        Path lesson = home.resolve(NAME);
        Files.copy(Path.of("docs/images/topology.png"), lesson.resolve("shop.png"));
        for (String language : LANGUAGES) {
            Book.append(lesson.resolve(language).resolve(NAME + ".ipynb"), """
                    ## 名前空間 (namespace)
                    ![Two networks and three containers](../shop.png)

                    A */24* has $2^8 - 2$ addresses; `echo $HOME and $PATH` is no formula.

                    | one | two |
                    |---|---|
                    | 1 | 2 |
                    """);
        }
        site = home.resolve("site");
        Map<String, String> environment = Map.of("JUPYTER_PATH", jupyter, "HOME", home.toString());
        String said = Book.publish(home, environment, 0, lesson, "--out", site, "--slides", "--pdf");
        assertTrue(said.contains("2 pages (en, ja)"), said);
        browser = new Chromium(home.resolve("chromium"), 1400, 900);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void open(String language, String page) {
        browser.driver.get(site.resolve(language).toUri() + page);
    }

    private static void show(int width, String scheme) {
        browser.driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Nothing in the console, nothing from elsewhere. */
    private static void assertQuiet(String where) {
        List<String> said = browser.driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
        assertEquals(List.of(), said, where);
        assertEquals(
                List.of(),
                browser.js("return performance.getEntriesByType('resource').map(r => r.name)"
                        + ".filter(name => !/^(file|data):/.test(name))"),
                where);
    }

    private static void assertAccessible(String where) throws Exception {
        try (InputStream axe = Objects.requireNonNull(BookIT.class.getResourceAsStream("/axe.min.js"))) {
            browser.js(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; window.axe = axe;");
        }
        Object found = browser.driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {preload: false}).then(result => done(result.violations.flatMap(
                    rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200)))));
                """);
        assertEquals(List.of(), found, where);
    }

    /** What reaches beyond the window and cannot be scrolled to. */
    private static final String CUT = """
            const scrolls = e => e && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
            return [...document.querySelectorAll('article *, h1')]
                .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e))
                .map(e => e.outerHTML.slice(0, 200));
            """;

    /** Text that has too little contrast with what is behind it; axe passes over single signs such as ✗ and =. */
    private static final String FAINT = """
            const part = c => (c.match(/[\\d.]+/g) || []).map(Number);
            const clear = c => { const p = part(c); return p.length === 4 ? p[3] : 1; };
            const light = c => part(c).slice(0, 3).map(v => v / 255)
                .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
            const ground = e => !e ? 'rgb(255,255,255)'
                : clear(getComputedStyle(e).backgroundColor) === 1 ? getComputedStyle(e).backgroundColor : ground(e.parentElement);
            return [...document.querySelectorAll('article *')]
                .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                .filter(e => clear(getComputedStyle(e).color) === 1)
                .map(e => [e, light(getComputedStyle(e).color), light(ground(e))])
                .filter(([e, a, b]) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5)
                .map(([e]) => e.outerHTML.slice(0, 200));
            """;

    private static final String UNSEEN = """
            return [...document.images].filter(i => !i.complete || !i.naturalWidth || !i.alt.trim()).map(i => i.outerHTML);
            """;

    @Test
    void everyPageFitsAndIsReadByEveryoneInLightAndDark() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            for (String language : LANGUAGES) {
                for (int width : WIDTHS) {
                    show(width, scheme);
                    for (String page : pages(width, scheme)) {
                        String where = language + " " + page + " " + width + " " + scheme;
                        open(language, page);
                        assertEquals(language, browser.js("return document.documentElement.lang"), where);
                        assertTrue(browser.driver.getTitle().contains(NAME), where + browser.driver.getTitle());
                        assertEquals(
                                true, browser.js("return document.documentElement.scrollWidth <= innerWidth"), where);
                        assertEquals(List.of(), browser.js(CUT), where);
                        assertEquals(List.of(), browser.js(UNSEEN), where);
                        assertEquals(List.of(), browser.js(FAINT), where);
                        if (width != 800) {
                            assertAccessible(where);
                        }
                        assertQuiet(where);
                        if (page.startsWith(NAME)) {
                            browser.shoot("book-" + language + "-" + width + "-" + scheme);
                        }
                    }
                }
            }
        }
    }

    /** The pages that every site has are small: they are looked at in two forms of six. */
    private static List<String> pages(int width, String scheme) {
        String lesson = NAME + ".html";
        return (width == 360 && scheme.equals("dark")) || (width == 1400 && scheme.equals("light"))
                ? List.of(lesson, "index.html", "search.html?q=docker")
                : List.of(lesson);
    }

    @Test
    void whatCellsSayIsInThePagesLanguage() {
        open("en", NAME + ".html");
        assertTrue(browser.one("article").getText().contains("Think first"));
        open("ja", NAME + ".html");
        assertTrue(browser.one("article").getText().contains("まず考えて"));
    }

    @Test
    void everyPictureIsThereAsVectorAndAnswersAreFolded() throws Exception {
        for (String language : LANGUAGES) {
            long drawn = Book.outputs(site.resolve(language).resolve(NAME + ".ipynb")).stream()
                    .filter(data -> data.has("image/png"))
                    .count();
            assertTrue(drawn >= 1, "the lesson has no picture");
            open(language, NAME + ".html");
            assertEquals(drawn, browser.all("a.picture img[src$='.svg']").size());
            assertEquals(
                    1,
                    browser.all("img[alt='Two networks and three containers']").size());
            assertTrue(browser.all("details").size() >= 1, "nothing is folded");
            assertEquals(List.of(), browser.all("details[open]"));
            assertEquals(1, browser.all("math").size(), "$HOME is no formula");
        }
    }

    @Test
    void theNotebookBesideAPageHasPicturesThatEveryViewerShows() throws Exception {
        for (String language : LANGUAGES) {
            for (var data : Book.outputs(site.resolve(language).resolve(NAME + ".ipynb"))) {
                assertFalse(data.has("image/svg+xml"), "some viewers clean an SVG of all that it draws");
                assertFalse(data.path("text/html").asText().contains("data:image"), data.toString());
            }
        }
    }

    @Test
    void thePageIsOneClickAwayInTheOtherLanguage() {
        show(1400, "light");
        for (String page : List.of(NAME + ".html", "index.html", "search.html")) {
            open("en", page);
            browser.click(".page-links a[hreflang=ja]");
            assertEquals(site.resolve("ja").toUri() + page, browser.driver.getCurrentUrl());
            assertEquals("ja", browser.js("return document.documentElement.lang"));
        }
        browser.driver.get(site.resolve("index.html").toUri().toString());
        browser.await("the first page leads to a language", 10, "/\\/(en|ja)\\/index.html$/.test(location.href)");
    }

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|srcset)=\"([^\"]*)\"");

    /** Whether a file is there, and in it what the fragment names. */
    private static boolean isThere(URI target) throws Exception {
        Path file = Path.of(target.getPath());
        String fragment = target.getFragment();
        return Files.isRegularFile(file)
                && (fragment == null
                        || fragment.isEmpty()
                        || Files.readString(file).contains("id=\"" + fragment.replace("&", "&amp;") + "\""));
    }

    @Test
    void everyLinkInsideTheSiteLeadsSomewhere() throws Exception {
        List<String> lost = new ArrayList<>();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertTrue(pages.size() > 8, pages.toString());
        for (Path page : pages) {
            String text = Files.readString(page).replaceAll("(?s)<script\\b.*?</script>", "");
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                URI target = page.toUri().resolve(link.group(1).replace("&amp;", "&"));
                if (target.getScheme().equals("file") && !isThere(target)) {
                    lost.add(site.relativize(page) + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void aWordIsFoundByKeyboardAlone() {
        show(1400, "light");
        for (List<String> search : List.of(List.of("ja", "名前空間"), List.of("ja", "コンテナ"), List.of("en", "container"))) {
            open(search.get(0), "index.html");
            browser.await("Tab reaches the search", 10, () -> {
                browser.type(Keys.TAB);
                return Boolean.TRUE.equals(browser.js("return document.activeElement.name === 'q'"));
            });
            browser.type(search.get(1), Keys.ENTER);
            browser.await(search + " is found", 10, "document.querySelectorAll('#search-results li a').length >= 1");
            assertTrue(
                    browser.driver.getCurrentUrl().contains(URLEncoder.encode(search.get(1), StandardCharsets.UTF_8)),
                    browser.driver.getCurrentUrl());
            browser.click("#search-results li a");
            assertTrue(browser.driver.getCurrentUrl().contains(NAME), browser.driver.getCurrentUrl());
            assertQuiet(search.toString());
        }
    }

    @Test
    void onATelephoneTheContentsOpenByKeyboardAndEscapeClosesThem() {
        show(360, "light");
        open("ja", NAME + ".html");
        browser.await("Tab reaches the button of the contents", 10, () -> {
            browser.type(Keys.TAB);
            return Boolean.TRUE.equals(browser.js("return document.activeElement.matches('button.nav-overlay-icon')"));
        });
        browser.type(Keys.ENTER);
        String left = "document.querySelector('.sidebar-drawer').getBoundingClientRect().left";
        browser.await("the contents are open", 10, left + " === 0");
        browser.type(Keys.ESCAPE);
        browser.await("the contents are closed", 10, left + " < 0");
    }

    @Test
    void everySlideFitsAndThePicturesAreThere() throws Exception {
        for (String language : LANGUAGES) {
            show(1400, language.equals("en") ? "dark" : "light");
            open(language, NAME + ".slides.html");
            browser.await("the slides are there", 20, "document.documentElement.dataset.deck === 'ready'");
            assertEquals(List.of(), browser.js(UNSEEN));
            long slides = (Long) browser.js("return deck.getTotalSlides()");
            assertTrue(slides > 8, "slides: " + slides);
            for (long i = 0; i < slides; i++) {
                Object cut = browser.js("""
                        const s = deck.getCurrentSlide();
                        return s.scrollWidth > s.clientWidth || s.scrollHeight > deck.getConfig().height && !s.classList.contains('scrolls')
                            ? [s.outerHTML.slice(0, 500)] : [];
                        """);
                assertEquals(List.of(), cut, language + " slide " + i);
                Object small = browser.js("""
                        return [...deck.getCurrentSlide().querySelectorAll('a.picture img')]
                            .filter(p => p.offsetHeight < 230 && p.offsetWidth < 800 && p.offsetWidth < 2.3 * p.naturalWidth)
                            .map(p => p.offsetWidth + ' x ' + p.offsetHeight);
                        """);
                assertEquals(List.of(), small, "a picture that nobody can read in a room: " + language + " slide " + i);
                browser.js("deck.next()");
            }
            assertEquals(
                    browser.js("return document.querySelectorAll('a.picture').length"),
                    browser.js("return document.querySelectorAll('a.picture img').length"));
            assertAccessible(language + " slides");
            assertQuiet(language + " slides");
            browser.shoot("book-slides-" + language);
        }
    }

    @Test
    void thePdfIsTaggedHasAnOutlineAndVectors() throws Exception {
        for (String language : LANGUAGES) {
            String pdf = Files.readString(site.resolve(language).resolve("book.pdf"), StandardCharsets.ISO_8859_1);
            for (String part :
                    List.of("/MarkInfo", "/Type /Outlines", "/Lang (" + language + ")", "/Type /StructTreeRoot")) {
                assertTrue(pdf.contains(part), language + " " + part);
            }
            try (PDDocument document =
                    Loader.loadPDF(site.resolve(language).resolve("book.pdf").toFile())) {
                String text = new PDFTextStripper().getText(document);
                String answers = language.equals("en") ? "Answers" : "答え\n";
                int asked = text.indexOf(language.equals("en") ? "Answer 1: at the end" : "答え 1：この節の最後");
                assertTrue(
                        asked > 0 && text.indexOf(answers, asked) > asked,
                        "the answers stand at the end of their section: " + text);
            }
            assertTrue(pdf.split("<</Title ", -1).length > 6, "the outline has the sections");
            assertFalse(pdf.contains("file://"), "it names a file of this machine");
            assertEquals(1, pdf.split("/Subtype /Image", -1).length / 2, "pixels where there is one photograph");
        }
    }
}
