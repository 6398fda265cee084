package porthole.engine.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.topology.Journey;
import porthole.topology.JourneyEvidence;
import porthole.topology.JourneyStation;
import porthole.topology.PacketFlow;

/** A measurement's result as a recording keeps it. */
class RecordTextTest {
    private static final PacketFlow FLOW = new PacketFlow("10.0.0.2", 20001, "10.0.0.3", 80);

    @Test
    void aRecordComesBackAsItWas() {
        Journey journey = new Journey(
                "test",
                "web \"quoted\"\n名前:80",
                List.of(new JourneyStation(
                        JourneyStation.Kind.CABLE,
                        "host",
                        true,
                        "veth1",
                        "",
                        false,
                        Optional.of(FLOW),
                        Optional.empty(),
                        List.of(
                                new JourneyEvidence.Captured("veth1", 6, 4, 512),
                                new JourneyEvidence.Counted("filter", "-A DOCKER -j DROP", 3_000_000_000L, 1),
                                new JourneyEvidence.Listening(Optional.empty(), "0.0.0.0:80")))),
                Journey.Ending.LOST,
                0,
                Optional.empty(),
                List.of(new Journey.Unseen(Journey.Missing.LOG, "web", "")));
        assertEquals(journey, RecordText.read(Journey.class, RecordText.write(journey)));
    }

    @Test
    void whatIsNoSuchRecordIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RecordText.read(Journey.class, "[]"));
        assertThrows(IllegalArgumentException.class, () -> RecordText.read(PacketFlow.class, "no JSON"));
        assertThrows(IllegalArgumentException.class, () -> RecordText.write(new Unknown(new Object())));
    }

    private record Unknown(Object value) {}
}
