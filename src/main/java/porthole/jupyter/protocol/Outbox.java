package porthole.jupyter.protocol;

/** Where the kernel's messages go: sockets, or a list in a test. Called by one thread. */
@FunctionalInterface
public interface Outbox {
    void send(Channel channel, Message message);
}
