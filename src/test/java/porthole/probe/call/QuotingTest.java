package porthole.probe.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.probe.why.Remedy;

/** What is printed to be typed means what it names, whatever the name is. */
class QuotingTest {
    @Test
    void aNameIsOneWordOfAShellAndOneStringOfJava() {
        Remedy mend = Remedy.connect("shop<b>", "x;id");
        assertEquals(List.of("docker network connect 'shop<b>' 'x;id'"), mend.lines());
        assertEquals(List.of("docker.network.connect(\"shop<b>\", \"x;id\")"), mend.calls());
        assertEquals("'it'\\''s'", Quoting.shell("it's"));
        assertEquals("''", Quoting.shell(""));
        assertEquals("web-1.a_b:80/x", Quoting.shell("web-1.a_b:80/x"));
        assertEquals("\"a\\\"b\\\\c\\u001b\\u202e\"", Quoting.java("a\"b\\c\u001b\u202e"));
    }

    @Test
    void datagramsAreThoseThatWereReadAndThoseThatWait() {
        String said = """
                Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors
                Udp: 12 3 0 7 1
                Udp6InDatagrams                 2
                queues
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                 10: 00000000:14E9 00000000:0000 07 00000000:00000900 00:00000000 00000000     0        0 1 2 0 0
                """;
        assertEquals(12 + 1 + 2 + 0x900 / 512, Datagrams.read(said, 5353));
    }
}
