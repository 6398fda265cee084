package porthole.probe.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;
import porthole.engine.capture.Capture;
import porthole.engine.sandbox.Guest;
import porthole.topology.Journey.Gap;
import porthole.topology.Journey.Missing;
import porthole.topology.Journey.Unseen;
import porthole.topology.JourneyEvidence;

/** A network namespace that is watched while the call is made: its packets, and its state before and after. */
final class Lookout {
    /** What was told of a state only in part is asked again. */
    private static final int TRIES = 3;

    /** Whose namespace it is: a container's name, or a host's. */
    final String where;

    final boolean host;
    private final Docker docker;
    private final Guest guest;
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Capture capture;
    private List<SeenPacket> packets = List.of();
    private NamespaceState before = NamespaceState.NONE;
    private NamespaceState after = NamespaceState.NONE;

    Lookout(String where, boolean host, Docker docker, Guest guest) {
        this.where = where;
        this.host = host;
        this.docker = docker;
        this.guest = guest;
    }

    Docker docker() {
        return docker;
    }

    /** Begins to capture; where that is refused, what is unknown says so. */
    synchronized void begin(String filter) {
        try {
            capture = docker.capture(guest, filter);
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            gap(Missing.CAPTURE, e.getMessage());
        }
    }

    /** Ends the capture. May be called again. */
    synchronized void end() {
        Capture running = capture;
        if (running != null) {
            capture = null;
            packets = running.stop().stream()
                    .flatMap(p -> PacketReader.read(p).stream())
                    .toList();
            if (!packets.isEmpty() && packets.stream().allMatch(p -> p.device() == 0)) {
                gap(Missing.DEVICES, "");
            }
        }
    }

    void lookBefore(String script) {
        before = look(script);
    }

    void lookAfter(String script) {
        after = look(script);
        if (host && after.counters().isEmpty()) {
            gap(Missing.COUNTERS, "");
        }
        if (host && after.tracked().isEmpty()) {
            gap(Missing.CONNTRACK, "");
        }
    }

    /** Of processes, a host's guest sees all, a container's those of the container, as far as the engine lets it. */
    private NamespaceState look(String script) {
        Guest counting = guest.allowed("NET_ADMIN");
        Guest seeing = (host ? counting.amongAllProcesses() : amongOwn(counting)).allowed("SYS_PTRACE");
        Optional<NamespaceState> all = told(seeing, script);
        return all.or(() -> told(counting, script)).orElse(NamespaceState.NONE);
    }

    private static Guest amongOwn(Guest guest) {
        return new Guest(guest.network(), Optional.of(guest.network()), guest.capabilities());
    }

    private Optional<NamespaceState> told(Guest as, String script) {
        try {
            for (int i = 0; i < TRIES; i++) {
                List<String> lines =
                        docker.guests().run(as, script).stdout().lines().toList();
                if (NamespaceState.isWhole(lines)) {
                    return Optional.of(NamespaceState.read(lines));
                }
            }
            return Optional.empty();
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    private void gap(Missing missing, @Nullable String reason) {
        gaps.add(new Unseen(missing, where, reason == null ? "" : reason));
    }

    List<SeenPacket> packets() {
        return packets;
    }

    NamespaceState before() {
        return before;
    }

    /** As it was after the call; where only the look before it succeeded, that one. */
    NamespaceState state() {
        return after.links().isEmpty() ? before : after;
    }

    /** What Linux itself dropped meanwhile: one counter alone, that rose by as many packets as were sent or by more. */
    Optional<JourneyEvidence.Dropped> dropped(int sent) {
        List<JourneyEvidence.Dropped> risen = counts() ? after.drops().risen(before.drops()) : List.of();
        return risen.size() == 1
                ? risen.stream().filter(d -> d.gained() >= sent).findFirst()
                : Optional.empty();
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Whether both looks told counters, so that their difference means something. */
    boolean counts() {
        return !before.links().isEmpty() && !after.links().isEmpty();
    }
}
