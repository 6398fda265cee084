package porthole.probe.journey;

/** A packet, and where it was seen. */
record Sighting(Lookout lookout, SeenPacket packet) {
    String device() {
        return lookout.state().link(packet.device()).name();
    }

    /** As rules name the device: of what comes in by a bridge's port or leaves by one, iptables sees the bridge. */
    String ruled() {
        return master().isEmpty() ? device() : master();
    }

    /** Whether the packet is beyond the namespace in which it was seen, where no rule of that one can meet it. */
    boolean hasLeft() {
        return packet.outgoing() && !device().equals("lo");
    }

    /** Whether it left a host by another device than a container's cable. */
    boolean isOutside() {
        return hasLeft() && lookout.host && master().isEmpty() && packet.outer().isEmpty();
    }

    /** The bridge of which the device is a port; empty text for none. */
    String master() {
        return lookout.state().link(packet.device()).master();
    }
}
