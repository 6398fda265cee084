package porthole.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;

class FilterRuleTest {
    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private static String meaning(String text) {
        return new FilterRule(text).meaning().orElse("");
    }

    @Test
    void aRuleIsToldByWhatItMeansInBothLanguages() {
        Language.use(Language.ENGLISH);
        assertEquals(
                "The rule drops packets that come in by br-a to be sent out by br-a.",
                meaning("-A FORWARD -i br-a -o br-a -j DROP"));
        assertEquals(
                "The rule rejects TCP packets to anywhere but 10.1.0.0/16 to port 80.",
                meaning("-A X ! -d 10.1.0.0/16 -p tcp -m tcp --dport 80 -j REJECT --reject-with tcp-reset"));
        assertEquals(
                "The rule drops packets, if its further conditions hold, too.",
                meaning("-A X -m conntrack --ctstate INVALID -j DROP"));
        assertEquals(
                "What 10.1.0.0/16 sends to anywhere but br-a goes out under the host's own address.",
                meaning("-A POSTROUTING -s 10.1.0.0/16 ! -o br-a -j MASQUERADE"));
        assertEquals(
                "What is sent to port 81 of the host, and does not come in by br-a, goes to 10.1.0.2:80.",
                meaning("-A DOCKER ! -i br-a -p tcp -m tcp --dport 81 -j DNAT --to-destination 10.1.0.2:80"));
        assertEquals(
                "What no rule of the chain FORWARD decides is dropped (the chain's policy).",
                meaning("-P FORWARD DROP"));
        Language.use(Language.JAPANESE);
        assertEquals("このルールは、br-a から入る、br-a へ出るパケットを破棄します。", meaning("-A FORWARD -i br-a -o br-a -j DROP"));
        assertEquals(
                "このルールは、宛先が 10.1.0.0/16 以外の、宛先ポートが 80 の TCP パケットを拒否します。",
                meaning("-A X ! -d 10.1.0.0/16 -p tcp -m tcp --dport 80 -j REJECT"));
        assertEquals("このルールはパケット（ほかの条件も満たすもの）を破棄します。", meaning("-A X -m state --state NEW -j DROP"));
    }

    @Test
    void whatIsNeitherDroppedNorTranslatedHasNoMeaningHere() {
        assertEquals(Optional.empty(), new FilterRule("-A FORWARD -j DOCKER-USER").meaning());
        assertEquals("DOCKER-USER", new FilterRule("-A FORWARD -j DOCKER-USER").target());
    }
}
