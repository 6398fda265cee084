package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.picture.story.JourneyWords;
import porthole.topology.Journey;
import porthole.topology.Journey.Ending;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Loss;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Undecided;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyEvidence.Counted;
import porthole.topology.JourneyEvidence.Nameless.Reply;
import porthole.topology.JourneyStation;
import porthole.topology.JourneyStation.Kind;
import porthole.topology.PacketFlow;

/** Every sentence that a journey can say, composed as it is said. */
class JourneyWordsTest {
    private static final Optional<PacketFlow> FLOW = Optional.of(new PacketFlow("10.9.0.3", 23456, "10.9.0.2", 80));
    private static final Optional<PacketFlow> OTHER = Optional.of(new PacketFlow("10.9.0.1", 23456, "10.9.0.2", 81));
    private static final Counted DROP = new Counted("filter", "-A FORWARD -i br-a -o br-a -j DROP", 1, 1);
    private static final Counted REJECT = new Counted("filter", "-A INPUT -p tcp -j REJECT", 3, 1);

    private static final String LETTER = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";
    /** Half-width signs beside Japanese letters: docs/style-ja.md asks for wide ones. Inside code they stay. */
    private static final Pattern NARROW = Pattern.compile(LETTER + " ?[(:?]|[):?] ?" + LETTER);

    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private static List<JourneyEvidence> evidence() {
        List<JourneyEvidence> all = new ArrayList<>(List.of(
                new JourneyEvidence.Captured("eth0", 6, 4, 60),
                DROP,
                REJECT,
                new Counted("nat", "-A DOCKER -p tcp -m tcp --dport 81 -j DNAT --to-destination 10.9.0.2:80", 0, 1),
                new JourneyEvidence.Tracked(FLOW.get(), FLOW.get().back(), "SYN_SENT"),
                new JourneyEvidence.Logged("web", "GET /"),
                new JourneyEvidence.LookedUp("web", "10.9.0.2", "127.0.0.11"),
                new JourneyEvidence.Listening(Optional.of("nginx (PID 7)"), "0.0.0.0:80"),
                new JourneyEvidence.Listening(Optional.empty(), "0.0.0.0:80"),
                new JourneyEvidence.Plugged("veth1", "veth2"),
                new JourneyEvidence.Marked("porthole-0"),
                new JourneyEvidence.Icmp("10.9.0.1", 3, 0),
                new JourneyEvidence.Dropped("OutNoRoutes", 1),
                new JourneyEvidence.Said("ip neigh", "10.9.0.9 dev eth0 FAILED")));
        Stream.of(Reply.values()).forEach(r -> all.add(new JourneyEvidence.Nameless("web", "127.0.0.11", r)));
        Stream.of(
                        Ending.LOST,
                        Ending.REFUSED,
                        Ending.TURNED_BACK,
                        Ending.NO_ROUTE,
                        Ending.ANSWER_LOST,
                        Ending.NO_NEIGHBOUR)
                .forEach(e -> all.add(new JourneyEvidence.Tried("10.9.0.2:80", e)));
        return all;
    }

    private static JourneyStation station(
            Kind kind, String where, String name, String belongs, boolean leaves, List<JourneyEvidence> known) {
        return new JourneyStation(
                kind, where, where.equals("host"), name, belongs, leaves, FLOW, leaves ? OTHER : FLOW, known);
    }

    private static List<JourneyStation> stations() {
        List<JourneyStation> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<String> names = switch (kind) {
                case KERNEL ->
                    List.of("IPReversePathFilter", "InNoRoutes", "OutNoRoutes", "InAddrErrors", "ListenOverflows");
                case PROXY, SERVER -> List.of("docker-proxy (PID 7)", "");
                case ROUTE -> List.of("", "blackhole");
                default -> List.of("eth0");
            };
            for (String name : names) {
                // These two are never without: an address, a network.
                boolean always = kind == Kind.NEIGHBOUR || kind == Kind.PARENT;
                for (String belongs : always ? List.of("shop") : List.of("shop", "")) {
                    for (boolean leaves : List.of(true, false)) {
                        JourneyEvidence known = kind == Kind.FILTER
                                ? leaves ? DROP : REJECT
                                : evidence().get(0);
                        all.add(station(kind, "host", name, belongs, leaves, List.of(known)));
                    }
                }
            }
        }
        all.add(station(Kind.LOOKUP, "web", "shop", "", false, evidence()));
        return all;
    }

    private static Journey journey(Ending ending, JourneyStation... stations) {
        return new Journey("host", "http://10.9.0.2:80", List.of(stations), ending, 200, FLOW, List.of());
    }

    private static List<String> sentences() {
        List<String> told = new ArrayList<>();
        for (JourneyStation station : stations()) {
            for (Ending ending : Ending.values()) {
                told.add(new JourneyWords(journey(ending, station), "–").text());
            }
        }
        List<Gap> gaps = new ArrayList<>();
        Stream.of(Missing.values()).forEach(m -> gaps.add(new Unseen(m, "host", "eth0")));
        for (boolean answer : List.of(true, false)) {
            gaps.add(new Loss("host", answer, List.of()));
            gaps.add(new Loss("host", answer, List.of(DROP)));
            gaps.add(new Undecided("host", answer, List.of(DROP, REJECT)));
        }
        Journey unknown = new Journey("a", "b", List.of(), Ending.LOST, 0, Optional.empty(), gaps);
        told.addAll(new JourneyWords(unknown, "–").unknown());
        return told.stream().flatMap(String::lines).distinct().toList();
    }

    @Test
    void japaneseHasWideBracketsAndColonsAlsoWhereCodeComposesIt() {
        Language.use(Language.JAPANESE);
        assertEquals(
                List.of(),
                sentences().stream().filter(line -> NARROW.matcher(line).find()).toList());
        assertTrue(sentences().stream().anyMatch(line -> line.contains("docker-proxy（PID 7）")));
        assertTrue(sentences().stream().noneMatch(line -> line.contains("(PID")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachSentenceIsThereInBothLanguagesAndNoPartOfItIsMissing(Language language) {
        Language.use(language);
        assertEquals(
                List.of(),
                sentences().stream()
                        .filter(line -> line.contains("{")
                                || line.contains("journey.")
                                || line.strip().contains("  "))
                        .toList());
    }

    @Test
    void theWayIsOneSentenceBeforeTheStations() {
        Language.use(Language.ENGLISH);
        Journey journey = journey(
                Ending.ANSWERED,
                station(Kind.INTERFACE, "test", "eth0", "", true, evidence()),
                station(
                        Kind.BRIDGE,
                        "host",
                        "br-a",
                        "shop",
                        false,
                        List.of(new JourneyEvidence.Plugged("veth1", "veth2"))),
                station(Kind.INTERFACE, "web", "eth0", "", false, evidence()));
        assertEquals(
                "The packet left test by eth0, crossed the bridge of network shop and came into web by eth0.",
                new JourneyWords(journey, "–").way());
        Language.use(Language.JAPANESE);
        assertEquals("パケットの通り道：test の eth0 → ネットワーク shop のブリッジ → web の eth0", new JourneyWords(journey, "–").way());
    }
}
