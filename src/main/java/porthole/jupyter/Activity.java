package porthole.jupyter;

import java.util.Optional;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.Publication.Status;

/**
 * The kernel's busy sign. Every request is framed by busy and idle; one that is answered in the middle of a cell must not
 * leave the sign at idle, by which a server would judge that the kernel can be culled, so the cell's busy is said again.
 */
final class Activity {
    private final OutgoingMessages courier;
    private Optional<Header> running = Optional.empty();

    Activity(OutgoingMessages courier) {
        this.courier = courier;
    }

    synchronized void beginCell(Header cell) {
        running = Optional.of(cell);
        courier.publish(running, Status.BUSY);
    }

    synchronized void endCell(Header cell) {
        running = Optional.empty();
        courier.publish(Optional.of(cell), Status.IDLE);
    }

    synchronized void beginAside(Header request) {
        courier.publish(Optional.of(request), Status.BUSY);
    }

    synchronized void endAside(Header request) {
        courier.publish(Optional.of(request), Status.IDLE);
        running.ifPresent(cell -> courier.publish(running, Status.BUSY));
    }
}
