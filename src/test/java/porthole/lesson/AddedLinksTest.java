package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.display.Language;
import porthole.engine.api.EngineException;

class AddedLinksTest {
    @ParameterizedTest
    @CsvSource({
        "ip link add a type veth peer name b, a b",
        "ip link add name a type veth peer b, a b",
        "ip link add dev a mtu 1400 type veth peer mtu 1400 name b, a b",
        "ip l a a type bridge vlan_filtering 1, a",
        "ip -d link add link eth0 name eth0.5 type vlan id 5, eth0.5",
        "ip link add address 02:00:00:00:00:01 a up type bridge, a",
        "ip link add type veth peer name b, b",
        "/sbin/ip  link  add a type veth, a",
        "sh -c 'ip link add a type bridge; ip link add b type bridge && ip link set a up', a b",
    })
    void everyLinkIsKnownByItsName(String command, String names) {
        assertEquals(List.of(names.split(" ", -1)), AddedLinks.in(command));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip link",
                "ip link set a master docker0 up",
                "ip addr add 172.17.0.9/16 dev a",
                "ip link show",
                "ip -o link show type veth",
                "ping -c 1 10.9.0.1"
            })
    void whatMakesNoLinkNamesNone(String command) {
        assertEquals(List.of(), AddedLinks.in(command));
    }

    @Test
    void aLinkWithoutAWrittenNameIsRefused() {
        Language.use(Language.ENGLISH);
        for (String command :
                List.of("ip link add type bridge", "sh -c 'ip link add $NAME type bridge'", "ip link add")) {
            String refusal = assertThrows(EngineException.class, () -> AddedLinks.in(command), command)
                    .getMessage();
            assertTrue(refusal.contains("ip link add NAME type"), refusal);
        }
    }
}
