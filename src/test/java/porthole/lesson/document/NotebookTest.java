package porthole.lesson.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import porthole.display.Language;

class NotebookTest {
    private static final String EXECUTED = """
            {"nbformat_minor": 5, "nbformat": 4, "zebra": {"b": [1.50, 12345678901234567890123], "a": [], "o": {}},
             "metadata": {"kernelspec": {"name": "porthole-ja", "display_name": "Java (Porthole) 日本語"}},
             "cells": [
              {"source": "print\\u2028it\\r\\n\\u001b[31mred\\u001b[0m\\n\\n\\ttab \\u007f 名前空間 \\ud83d\\ude00", "cell_type": "code",
               "id": "one", "metadata": {"tags": ["raises-exception"], "unknown": null}, "execution_count": 3, "outputs": [
                {"output_type": "stream", "name": "stdout", "text": "a\\nb"},
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "<p>\\n", "image/png": ["iVB", "OR="],
                  "application/json": ["a\\nb", {"k": true}], "application/vnd.x+json": "1\\n2", "image/svg+xml": "<svg>\\n</svg>"}},
                {"output_type": "error", "ename": "E", "evalue": "it failed", "traceback": ["1", "2"]}]},
              {"cell_type": "markdown", "id": "two", "metadata": {}, "source": [],
               "attachments": {"x.png": {"image/png": "AAAA"}}},
              {"cell_type": "raw", "id": "three", "metadata": {}, "source": ["a\\n", "b"]}]}
            """;

    @TempDir
    private Path folder;

    NotebookTest() {
        Language.use(Language.ENGLISH);
    }

    static Stream<Path> course() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("notebooks"))) {
            return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("course")
    void aNotebookThatJupyterWroteIsWrittenByteForByteAsItWas(Path notebook) throws IOException {
        assertEquals(Files.readString(notebook), Notebook.read(notebook).text());
    }

    @Test
    @Tag("jupyter")
    void whatNbformatWritesIsWrittenByteForByteAndMeansTheSame() throws Exception {
        Path file = Files.writeString(folder.resolve("executed.ipynb"), EXECUTED);
        Process python = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        "import nbformat,sys; nbformat.write(nbformat.read(sys.argv[1], as_version=4), sys.argv[2])",
                        file.toString(),
                        folder.resolve("nbformat.ipynb").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0, said);
        String written = Files.readString(folder.resolve("nbformat.ipynb"));
        assertEquals(
                written.replace("1.5,", "1.50,"),
                Notebook.parse("n", written.replace("1.5,", "1.50,")).text());
        ObjectMapper json = new ObjectMapper();
        assertEquals(json.readTree(written), json.readTree(Notebook.read(file).text()));
    }

    @Test
    void aCellTellsWhatItIsAndChangesIntoAnother() {
        Notebook notebook = Notebook.parse("x", EXECUTED);
        NotebookCell code = notebook.code().get(0);
        assertEquals(Optional.of("porthole-ja"), notebook.kernel());
        assertEquals(Optional.of("one"), code.id());
        assertEquals(List.of("raises-exception"), code.tags());
        assertEquals(
                List.of("a\nb", "<p>\n", "it failed"),
                code.outputs().stream().map(NotebookOutput::text).toList());
        assertEquals(Optional.of("iVBOR="), code.outputs().get(1).data("image/png"));
        NotebookCell changed = code.withSource("1 + 1");
        assertEquals("1 + 1", changed.source());
        assertTrue(changed.outputs().isEmpty()
                && changed.json().path("execution_count").isNull());
        assertEquals(code.metadata(), changed.metadata());
        assertFalse(code.outputs().isEmpty());
        Notebook other = notebook.withCells(List.of(NotebookCell.markdown("m", "# A\nB"), changed));
        assertEquals(other.text(), Notebook.parse("y", other.text()).text());
        assertTrue(other.text().contains("\"zebra\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{]|\"n\" is not a notebook: it is not valid JSON at line 1",
                "[]|\"n\" is not a notebook: it has no \"nbformat\" or no list of \"cells\".",
                "{\"nbformat\":4}|it has no \"nbformat\" or no list",
                "{\"nbformat\":3,\"worksheets\":[]}|\"n\" is a notebook of format 3, and only format 4 can be read.",
                "{\"nbformat\":4,\"cells\":[{\"source\":\"\"}]}|its cell 1 has no \"cell_type\"",
                "{\"nbformat\":4,\"cells\":[{\"cell_type\":\"raw\",\"id\":\"a\",\"source\":\"\"},"
                        + "{\"cell_type\":\"raw\",\"id\":\"a\",\"source\":\"\"}]}|its cell 2 has the id \"a\", which an earlier"
            })
    void whatIsNoNotebookIsRefusedByName(String text, String sentence) {
        String said = assertThrows(NotebookException.class, () -> Notebook.parse("n", text))
                .getMessage();
        assertTrue(said.contains(sentence), said);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsSaidByName() throws IOException {
        Path none = folder.resolve("none.ipynb");
        assertEquals(
                "There is no notebook \"" + none + "\".",
                assertThrows(NotebookException.class, () -> Notebook.read(none)).getMessage());
        Path bytes = Files.write(folder.resolve("b.ipynb"), new byte[] {'{', (byte) 0xff, '}'});
        assertTrue(assertThrows(NotebookException.class, () -> Notebook.read(bytes))
                .getMessage()
                .contains("UTF-8"));
    }
}
