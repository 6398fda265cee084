package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porthole.display.MimeBundle;

class ExecResultTest {
    @Test
    void aProgressMeterEndsAsItsLastState() {
        ExecResult result = new ExecResult(
                List.of("curl"), 0, "<html>\r\n", "  % Total\n  0     0\r 50    80\r100   161\r100   161\n");
        assertEquals("<html>\r\n  % Total\n100   161", result.text());
        assertEquals("  % Total\n  0     0\r 50    80\r100   161\r100   161\n", result.stderr());
    }

    @Test
    void curlsMeterIsNotShownAndItsErrorIs() {
        String headings = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
                + "                                 Dload  Upload   Total   Spent    Left  Speed\n";
        String meter = "\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0"
                + "\r100 1235k  100 1235k    0     0  3227M      0  0:00:01 --:--:--  0:00:01 3227M";
        String error = "curl: (7) Failed to connect to localhost port 82";
        assertEquals("<html>", new ExecResult(List.of("curl"), 0, "<html>\n", headings + meter + "\n").text());
        for (String between : List.of("\n", "")) {
            ExecResult failed = new ExecResult(List.of("true"), 7, "", headings + meter + between + error);
            assertEquals(error, failed.text().lines().findFirst().orElseThrow());
            assertEquals(headings + meter + between + error, failed.stderr());
        }
    }

    @Test
    void aLongPageShowsItsTitleAndItsFailureAndFoldsTheRest() {
        String page = "<html>\n<head>\n<title>Welcome</title>\n" + "<p>line</p>\n".repeat(20);
        MimeBundle shown =
                new ExecResult(List.of("sh"), 3, page, "an error\n").outputs().get(0);
        String html = String.valueOf(shown.data().get("text/html"));
        String inSight = html.replaceAll("(?s)<details>.*?</details>", "");
        assertTrue(inSight.contains("Welcome") && inSight.contains("an error"), inSight);
        assertFalse(inSight.contains("line"), inSight);
        assertEquals(20, html.split("&lt;p&gt;line", -1).length - 1, "nothing is lost");
        assertTrue(shown.plain().contains(page.strip()));
    }

    @Test
    void whatIsShortIsPlainText() {
        assertEquals(
                Set.of("text/plain"),
                new ExecResult(List.of("ls"), 0, "eth0\nlo\n", "")
                        .outputs()
                        .get(0)
                        .data()
                        .keySet());
    }

    @Test
    void anExitCodeOfSeveralCausesIsExplainedByTheOneThatCurlNames() {
        assertEquals(
                "exit code 7: connection refused (the address answers, but nothing listens on that port)",
                explained(7, "curl: (7) Failed to connect to web port 80: Connection refused"));
        assertEquals(
                "exit code 7: nothing was sent (no route leads to that address)",
                explained(7, "curl: (7) Couldn't connect to 10.9.9.9 port 80: Network is unreachable"));
        assertEquals(
                "exit code 7: no machine answered for that address in 3 s (no machine has it, or it is off)",
                explained(
                        7,
                        "curl: (7) Failed to connect to 10.60.0.99 port 80 after 3122 ms: Could not connect to server"));
        assertEquals(
                "exit code 7: no way to that address (no machine has it, or a router or a rule on the way says so)",
                explained(7, "curl: (7) Failed to connect to 10.60.0.99 port 80: No route to host"));
        assertEquals(
                "exit code 7: no connection (nothing listens there, no route leads there, or no machine has that address)",
                explained(7, "curl: (7) Failed to connect to far port 80 after 5122 ms: Could not connect to server"));
        assertEquals(
                "exit code 28: timed out while the name was looked up (no DNS gave an answer in time. The engine's own answers at"
                        + " once for containers on a network in common, and passes other names on to the DNS outside)",
                explained(28, "curl: (28) Resolving timed out after 3000 milliseconds"));
        assertEquals(
                "exit code 28: timed out (packets are dropped, no machine has that address, or the server gives no answer)",
                explained(28, ""));
    }

    private static String explained(int exitCode, String complained) {
        return new ExecResult(List.of("curl", "web"), exitCode, "", complained)
                .text()
                .lines()
                .reduce("", (first, last) -> last);
    }
}
