package porthole.topology;

import java.util.Optional;
import porthole.network.Network;
import porthole.network.Port;

/**
 * A published port. Docker lists one binding for IPv4 and a twin for IPv6; here the two are one.
 *
 * @param hostAddress the host's address that listens; empty where all of them do
 * @param hostPort 1 to 65535
 * @param containerPort where it leads
 * @param through the network on whose bridge the address is rewritten (DNAT); empty where no leg is shown
 */
public record Published(Optional<String> hostAddress, int hostPort, Port containerPort, Optional<Network> through) {
    /** The host address of a port that is published for IPv6 alone, on all addresses. */
    static final String ALL_OF_IPV6 = "::";

    /** Whether all of the host's addresses listen, of both families or of IPv6 alone ({@code ::}). */
    public boolean isOnAll() {
        return hostAddress.isEmpty() || isForIPv6Alone();
    }

    /** Whether it is published on all addresses of IPv6, and on none of IPv4. */
    public boolean isForIPv6Alone() {
        return hostAddress.filter(ALL_OF_IPV6::equals).isPresent();
    }

    /** The socket's name on the host: {@code :81}, {@code 127.0.0.1:81}, {@code [::]:81} for IPv6 alone, {@code :53/udp}. */
    public String socket() {
        String address =
                hostAddress.map(a -> a.contains(":") ? "[" + a + "]" : a).orElse("");
        return address + ":" + hostPort + protocol();
    }

    /** The host's port, with the protocol of both. */
    public Port outside() {
        return new Port(hostPort, containerPort.protocol());
    }

    /** The container's side: {@code 80}, {@code 53/udp}. */
    public String target() {
        return containerPort.number() + protocol();
    }

    private String protocol() {
        return containerPort.protocol().equals("tcp") ? "" : "/" + containerPort.protocol();
    }
}
