package porthole.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {
    @ParameterizedTest
    @CsvSource({
        "172.17.0.0/16, 172.17.0.2, true",
        "172.17.0.0/16, 172.18.0.2, false",
        "10.9.0.0/24, 10.9.0.255, true",
        "0.0.0.0/0, 8.8.8.8, true",
        "fd00::/64, fd00::1, true",
        "fd00::/64, 10.9.0.1, false",
    })
    void containsTheAddressesThatShareItsPrefix(String subnet, String address, boolean inside) {
        assertEquals(inside, Subnet.of(subnet).contains(address));
    }

    @Test
    void overlapsWhereOneHoldsTheOther() {
        assertTrue(Subnet.of("10.9.0.0/24").overlaps(Subnet.of("10.9.0.128/25")));
        assertTrue(Subnet.of("10.9.0.128/25").overlaps(Subnet.of("10.9.0.0/24")));
        assertFalse(Subnet.of("10.9.0.0/25").overlaps(Subnet.of("10.9.0.128/25")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.9.0.0", "10.9.0.0/33", "10.9.0/24", "300.1.1.0/24", "localhost/8", "10.9.0.0/x", ""})
    void nonsenseIsQuoted(String cidr) {
        var mistake = assertThrows(IllegalArgumentException.class, () -> Subnet.of(cidr));
        assertTrue(mistake.getMessage().contains(cidr.replaceAll("/.*", "")), mistake.getMessage());
    }

    @Test
    void anAddressInASubnetIsCorrected() {
        var mistake = assertThrows(IllegalArgumentException.class, () -> Subnet.of("172.28.0.2/16"));
        assertTrue(mistake.getMessage().endsWith("did you mean \"172.28.0.0/16\"?"), mistake.getMessage());
    }

    @Test
    void theLastAddressOfARangeIsTheOneBeforeBroadcast() {
        assertEquals("172.17.255.254", Subnet.of("172.17.0.0/16").last());
        assertEquals("10.9.0.6", Subnet.of("10.9.0.0/29").last());
        assertEquals("172.17.255.253", Subnet.of("172.17.0.0/16").last(1));
        assertThrows(
                IllegalArgumentException.class, () -> Subnet.of("10.9.0.0/29").last(7));
    }
}
