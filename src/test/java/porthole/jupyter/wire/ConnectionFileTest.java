package porthole.jupyter.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    private static final String COMPLETE = """
            {"shell_port": 1, "control_port": 2, "stdin_port": 3, "iopub_port": 4, "hb_port": 5, "ip": "127.0.0.1",
             "transport": "tcp", "key": "sesame", "signature_scheme": "hmac-sha256", "kernel_name": "porthole"}""";

    @TempDir
    Path directory;

    private ConnectionFile read(String json) throws ConnectionException, IOException {
        return ConnectionFile.read(Files.writeString(directory.resolve("kernel.json"), json));
    }

    private String sentence(String json) {
        return assertThrows(ConnectionException.class, () -> read(json)).getMessage();
    }

    @Test
    void jupytersFileIsUnderstood() throws Exception {
        ConnectionFile connection = read(COMPLETE);
        assertEquals("tcp://127.0.0.1:4", connection.endpoint(connection.iopubPort()));
        assertEquals("sesame", connection.key());
    }

    @Test
    void theKeyIsNotInItsText() throws Exception {
        assertFalse(read(COMPLETE).toString().contains("sesame"));
    }

    @Test
    void aMissingFileIsNamed() {
        Path nowhere = directory.resolve("nowhere.json");
        String sentence = assertThrows(ConnectionException.class, () -> ConnectionFile.read(nowhere))
                .getMessage();
        assertTrue(sentence.startsWith("No connection file \"" + nowhere + "\""), sentence);
    }

    @Test
    void aDirectoryIsNoFile() {
        String sentence = assertThrows(ConnectionException.class, () -> ConnectionFile.read(directory))
                .getMessage();
        assertTrue(sentence.contains("cannot be read"), sentence);
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        assertTrue(sentence("{\"shell_port\": 1,").contains("not JSON"));
        assertTrue(sentence("[]").contains("not an object"));
    }

    @Test
    void whatLacksIsListed() {
        String sentence = sentence(
                COMPLETE.replace("\"hb_port\": 5, ", "").replace("\"iopub_port\": 4", "\"iopub_port\": 70000"));
        assertTrue(sentence.contains("lacks a usable iopub_port, hb_port;"), sentence);
    }

    @Test
    void anUnknownSchemeOrTransportIsQuoted() {
        assertTrue(sentence(COMPLETE.replace("hmac-sha256", "rot13")).contains("\"rot13\""));
        assertTrue(sentence(COMPLETE.replace("tcp", "pigeon")).contains("\"pigeon\""));
    }
}
