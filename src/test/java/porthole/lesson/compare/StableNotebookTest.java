package porthole.lesson.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookOutput;

class StableNotebookTest {
    private static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static Notebook notebook(String... outputs) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < outputs.length; i++) {
            cells.append(i == 0 ? "" : ",").append("""
                    {"cell_type": "code", "id": "c%d", "execution_count": 1, "metadata": {}, "source": "x", "outputs": [%s]}
                    """.formatted(i, outputs[i]));
        }
        return Notebook.parse(
                "made", "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + cells + "]}");
    }

    private static String text(String text) {
        return "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"" + text + "\"}";
    }

    private static List<String> texts(Notebook notebook) {
        return notebook.cells().stream()
                .flatMap(cell -> cell.outputs().stream())
                .map(NotebookOutput::text)
                .toList();
    }

    private static Notebook stable(Notebook notebook) {
        return StableNotebook.of(notebook, false);
    }

    private static String names(String text) {
        return new StableNames("").in(text);
    }

    @Test
    void aThingHasOneNameInTheWholeNotebook() {
        List<String> texts = texts(stable(notebook(
                text(ID + " on br-0123456789ab"),
                text("0123456789ab and fedcba987654 by veth1a2b3c4 and veth1a2b3c4"))));
        assertEquals("id1 on br-id1", texts.get(1));
        assertEquals("id1 and id2 by veth1 and veth1", texts.get(2));
    }

    @Test
    void theOutputsSaySoOnceAndNothingChangesTheSecondTime() {
        Notebook once = stable(notebook(text("nothing"), text("veth1a2b3c4"), text("veth1a2b3c5")));
        assertEquals(
                1,
                texts(once).stream()
                        .filter(text -> text.contains("has fixed names"))
                        .count());
        assertEquals(once.text(), stable(once).text());
    }

    @Test
    void whereNothingIsChosenAnewNothingChanges() {
        Notebook plain = notebook(text("10.9.0.2:80 answers, 64 bytes, port 49153, sha 0123456789"));
        assertEquals(plain.text(), stable(plain).text());
    }

    @Test
    void timesAndDurationsLoseTheirNumbers() {
        assertEquals("Up … seconds (… minute ago)", names("Up 2 seconds (About a minute ago)"));
        assertEquals("time=… ms, … s", names("time=0.045 ms, 1.25 s"));
        assertEquals(
                "time1 time2 time1",
                names("2026-11-27T03:04:05.678Z 2026-11-27 03:04:06 +0000 UTC 2026-11-27T03:04:05.678Z"));
        assertEquals("mac1 ff:ff:ff:ff:ff:ff", names("02:42:ac:11:00:02 ff:ff:ff:ff:ff:ff"));
        assertEquals("net:[1] net:[2] net:[1]", names("net:[4026532345] net:[4026532346] net:[4026532345]"));
        assertEquals("fd00::2 2001:db8::1", names("fd00::2 2001:db8::1"));
    }

    @Test
    void whatTheCoursesOutputsHaveIsKnown() {
        assertEquals("rtt min/avg/max/mdev = … ms", names("rtt min/avg/max/mdev = 0.099/0.099/0.099/0.000 ms"));
        assertEquals(
                "\"Pid\": pid1, /containers/id1/id1-json.log",
                names("\"Pid\": 590, /containers/" + ID + "/" + ID + "-json.log"));
        assertEquals("pid1", names("pid:[4026531836]|21898|2838767"));
        assertEquals(
                "eth0 (n1) 172.17.0.2/16   ↔   veth1 (n2)   ↔   docker0",
                names("eth0 (8) 172.17.0.2/16   ↔   veth1234567 (9)     ↔   docker0"));
        assertEquals("id1   shop", names("e9gh4er7sd6z   shop"));
        assertEquals("store.2.id1 eth0", names("store.2.q8k3ql15goa0v8a0b6t5keva6 eth0"));
        assertEquals("port1 → 80 SYN, 80 → port1 ACK", names("45848 → 80 SYN, 80 → 45848 ACK"));
        assertEquals(
                names("100   161    0   161    0     0  28884      0 --:--:-- --:--:-- --:--:-- 53666"),
                names("100   161    0   161    0     0  76739      0 --:--:-- --:--:-- --:--:--  157k"));
    }

    @Test
    void whatAPacketAndALogTellAnewIsKnown() {
        assertEquals(
                "ICMP echo request, id echo1, seq 0, length 64; ICMP echo reply, id echo1, seq 0",
                names("ICMP echo request, id 41, seq 0, length 64; ICMP echo reply, id 41, seq 0"));
        assertEquals(
                "10.60.0.3:port1 → 10.60.0.2:80 and 10.60.0.2:80 → 10.60.0.3:port1, port port1 → port 80",
                names("10.60.0.3:53340 → 10.60.0.2:80 and 10.60.0.2:80 → 10.60.0.3:53340, port 53340 → port 80"));
        assertEquals(
                "10.9.0.1 - - […] \"GET / HTTP/1.1\" 200 172 \"-\" \"porthole-call1\"",
                names(
                        "10.9.0.1 - - [27/Nov/2026:10:37:18 +0000] \"GET / HTTP/1.1\" 200 172 \"-\" \"porthole-3ff99fc3\""));
        assertEquals(
                "date: … Last-Modified: Tue, 04 Jun 2024 10:00:00 GMT",
                names("date: Fri, 27 Nov 2026 10:37:18 GMT Last-Modified: Tue, 04 Jun 2024 10:00:00 GMT"));
        assertEquals(
                "… [notice] 1: start; …", names("2026/11/27 10:37:18 [notice] 1: start; Fri Nov 27 10:38:53 UTC 2026"));
        assertEquals(
                "#   ms   addresses\n3   …   10.77.0.1 → 10.77.0.2   4789",
                names("#   ms     addresses\n3   0.12   10.77.0.1 → 10.77.0.2   4789"));
        assertEquals(
                "#   ms   interface\n2   …   eth0   mac1 → mac2",
                names("#   ms     interface\n2   0.05   eth0        02:42:0a:3c:00:02 → 02:42:0a:3c:00:03"));
        assertEquals(
                "<tr><td style=\"a\">2</td><td style=\"b\">…</td><td>1.50</td>",
                names("<tr><td style=\"a\">2</td><td style=\"b\">19.50</td><td>1.50</td>"));
        assertEquals("nginx (PID pid1), Pid: pid2</div>", names("nginx (PID 7), Pid: 22798</div>"));
        assertEquals(
                "… [notice] 1#1: start worker process pid1, … [error] pid2: no",
                names(
                        "2026/11/27 10:37:18 [notice] 1#1: start worker process 29, 2026/11/27 10:37:19 [error] 29#29: no"));
        assertEquals("after … milliseconds", names("after 1004 milliseconds"));
    }

    @Test
    void anIdWithoutADigitIsKnownByItsColumn() {
        String list = "NETWORK ID     NAME   DRIVER\\nswhkspdbafxo   shop   overlay\\n";
        Notebook seen = stable(notebook("""
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "%s",
                 "text/html": "<td>swhkspdbafxo</td><td>applications</td>"}}""".formatted(list)));
        NotebookOutput output = seen.cells().get(0).outputs().get(1);
        assertEquals(
                "<td>id1</td><td>applications</td>", output.data("text/html").orElseThrow());
        assertEquals(
                "NETWORK ID   NAME   DRIVER\nid1   shop   overlay\n",
                output.data("text/plain").orElseThrow());
    }

    @Test
    void aFilmMovesAsBefore() {
        String film = "<style>\n@keyframes cabling-ad028e7-0{0%{opacity:0}}\n"
                + ".cabling-ad028e7-f0{animation:cabling-ad028e7-0 8.35s linear infinite}</style>"
                + "<rect class=\"cabling-ad028e7-f0\" style=\"animation-delay:2.30s\"/>";
        assertEquals(film.replace("ad028e7", "film1"), names(film));
        assertEquals("ping cabling-ad028e7", names("ping cabling-ad028e7"));
    }

    @Test
    void aNetworkThatTheEngineChoseIsTheSameAndAnotherIsAnother() {
        String first = names("eth0 172.26.0.2/16 on 172.26.0.0/16, eth1 172.21.0.2, .0.2, 172.17.0.3, 172.26.0.3:80");
        assertEquals("eth0 172.18.0.2/16 on 172.18.0.0/16, eth1 172.19.0.2, .0.2, 172.17.0.3, 172.18.0.3:80", first);
        assertEquals(first, names(first));
        assertEquals(
                first,
                names(
                        "eth0 192.168.176.2/20 on 192.168.176.0/20, eth1 192.168.64.2, .0.2, 172.17.0.3, 192.168.176.3:80"));
        assertEquals("via 192.168.1.1 to 10.0.0.2", names("via 192.168.1.1 to 10.0.0.2"));
    }

    @Test
    void aRangeOrPortThatThePagesCodeNamesStays() {
        StableNames names =
                new StableNames("%docker network create --subnet 172.19.0.0/16 own\ncurl(\"localhost:30123\")");
        assertEquals(
                "172.19.0.2 172.18.0.2 172.20.0.2 127.0.0.1:30123",
                names.in("172.19.0.2 172.30.0.2 172.31.0.2 127.0.0.1:30123"));
    }

    @Test
    void aFileThatAnEarlierRunHasLeftIsWrittenAsNew() throws Exception {
        StableNames names = new StableNames("%%writefile a.txt");
        assertEquals("Wrote a.txt\n", names.in("Overwrote a.txt\n"));
        assertEquals("Overwrote a.txt\n", names.in("Overwrote a.txt\n"));
        assertEquals("Overwrote a.txt", names("Overwrote a.txt"));
        for (String[] sentences : WrittenFiles.SENTENCES) {
            String file = sentences[0].startsWith("{") ? "sentences_ja" : "sentences";
            String all = Files.readString(Path.of("src/main/resources/porthole/jupyter/java/" + file + ".properties"));
            assertTrue(all.contains("writefile.wrote=" + sentences[0] + "\n"), sentences[0]);
            assertTrue(all.contains("writefile.overwrote=" + sentences[1] + "\n"), sentences[1]);
        }
    }

    @Test
    void whatIsTheSameByChanceIsTreatedAsWhatIsNot() {
        String picture = """
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "a     172.NET.0.2", "image/svg+xml":
                 "<svg>172.NET.0.2</svg>", "image/png": "AAAA"}}""";
        assertEquals(
                stable(notebook(picture.replace("NET", "18"))).text(),
                stable(notebook(picture.replace("NET", "29"))).text());
    }

    @Test
    void partsOfAStreamAreOneHoweverTheyCame() {
        assertEquals(
                stable(notebook(text("one two veth1a2b3c4"))).text(),
                stable(notebook(text("one ") + "," + text("two veth1a2b3c4"))).text());
    }

    @Test
    void namesThatAPersonGaveStay() {
        for (String name : List.of(
                "web-0123456789ab",
                "cafe",
                "deadbeef",
                "veth-a",
                "br-lan",
                "123456789012",
                "v1.25.3",
                "<b>postgres1234</b>")) {
            assertEquals(name, names(name));
        }
    }

    @Test
    void aDrawingIsRenamedInEachFormAndLosesThePngThatIsNot() {
        String svg = "<svg>veth1a2b3c4</svg>";
        String html = "<img src='data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)) + "'>";
        NotebookOutput output = stable(notebook("""
                        {"output_type": "display_data", "metadata": {"image/png": {"width": 3}}, "data": {"text/plain": "veth1a2b3c4",
                         "text/html": "%s", "image/svg+xml": "%s", "image/png": "AAAA"}}""".formatted(html, svg)))
                .cells()
                .get(0)
                .outputs()
                .get(1);
        assertEquals("<svg>veth1</svg>", output.data("image/svg+xml").orElseThrow());
        String drawn = output.data("text/html")
                .orElseThrow()
                .replaceFirst(".*base64,", "")
                .replace("'>", "");
        assertEquals("<svg>veth1</svg>", new String(Base64.getDecoder().decode(drawn), StandardCharsets.UTF_8));
        assertTrue(output.data("image/png").isEmpty());
        assertFalse(output.json().path("metadata").has("image/png"));
    }

    @Test
    void aPictureWithoutSuchNamesKeepsItsPngUnlessSvgAloneIsAskedFor() {
        Notebook picture = notebook("""
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "x", "image/svg+xml": "<svg/>",
                 "image/png": "AAAA"}}""");
        assertEquals(picture.text(), stable(picture).text());
        NotebookCell cell = StableNotebook.of(picture, true).cells().get(0);
        assertTrue(cell.outputs().stream()
                .allMatch(output -> output.data("image/png").isEmpty()));
    }

    @Test
    void theCourseAsItIsKeptHasNothingToReplace() {
        Notebook course = Notebook.read(Path.of("notebooks/en/5.2.2_bridge.ipynb"));
        assertEquals(course.text(), stable(course).text());
    }
}
