package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table(List.of("NAME", "DRIVER"), List.of(List.of("橋", "bridge"), List.of("<shop>", "null")));

    @Test
    void columnsLineUpWithWideCharacters() {
        assertEquals("NAME     DRIVER\n橋       bridge\n<shop>   null", table.text());
    }

    @Test
    void markupInACellIsText() {
        assertTrue(table.html().contains("&lt;shop&gt;"));
    }

    @Test
    void shortTextsStayInTheirLineAndLongOnesAreWrapped() {
        Table wide = new Table(List.of("名前", "内容"), List.of(List.of("橋", "ネットワーク".repeat(9))));
        assertTrue(wide.html().contains("white-space:pre\">橋"), wide.html());
        assertTrue(wide.html().contains("min-width:24ch\">ネットワーク"), wide.html());
    }

    /** A name that a reader compares or copies goes on in the next line where a part of it ends, and not anywhere. */
    @Test
    void aLongNameBreaksBetweenItsPartsOnly() {
        List<String> columns = List.of("CONTAINER ID", "IMAGE", "COMMAND", "STATUS", "PORTS", "NETWORKS", "NAMES");
        List<String> row = List.of(
                "8105260e42ab",
                "porthole/nginx",
                "nginx -g daemon off;",
                "Up 3 seconds",
                "0.0.0.0:8080->80/tcp",
                "downloads_default 172.28.0.2",
                "docker_compose_nginx");
        String html = new Table(columns, List.of(row)).html();
        assertTrue(html.contains("downloads_<wbr>default 172.28.0.2"), html);
        assertTrue(html.contains("docker_<wbr>compose_<wbr>nginx"), html);
        assertTrue(html.contains(">8105260e42ab<"), html);
        assertTrue(html.contains("0.0.0.0:<wbr>8080-&gt;<wbr>80/tcp"), html);
        assertTrue(!html.contains("anywhere"), html);
        String id = "0123456789abcdef".repeat(4);
        String wide = new Table(List.of("ID", "A", "B"), List.of(List.of(id, "a b ".repeat(12), id))).html();
        assertTrue(wide.contains("anywhere;min-width:24ch\">" + id), wide);
    }

    /** A page of 800 pixels has room for about 86 letters of 13 pixels' height; on a wider one, columns get more. */
    @Test
    void manyWideColumnsShareThePage() {
        List<String> columns = List.of("CONTAINER ID", "IMAGE", "COMMAND", "STATUS", "PORTS", "NETWORKS", "NAMES");
        List<String> row = List.of(
                "0123456789ab",
                "registry.example/some/image:1.2.3",
                "/docker-entrypoint.sh -g",
                "Up About a minute (healthy)",
                "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp",
                "frontend 10.66.1.10, backend 10.66.2.10",
                "a-project-with-a-long-name_web_1");
        String head = new Table(columns, List.of(row))
                .html()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        int together = 0;
        for (int i = 0; i < columns.size(); i++) {
            String cell = head.split("<th ")[i + 1];
            Matcher least = Pattern.compile("min-width:(\\d+)ch").matcher(cell);
            together += 2
                    + (least.find()
                            ? Integer.parseInt(least.group(1))
                            : row.get(i).length());
        }
        assertTrue(together <= 86, together + ": " + head);
        assertTrue(together > 60, "room is left: " + head);
    }
}
