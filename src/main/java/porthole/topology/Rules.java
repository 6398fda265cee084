package porthole.topology;

import porthole.network.Host;
import porthole.network.IpFamily;
import porthole.network.Network;

/** What an engine's version decides. Sources: the release notes of Docker Engine, and engines 20.10 and 28.5 as seen. */
record Rules(int major) {
    /** From 27 on, an engine has packet filter rules for IPv6 too (before only with {@code --ip6tables}). */
    private static final int FILTERS_SIX = 27;
    /** From 26 on, members of an internal network have no default route. */
    private static final int INTERNAL_WITHOUT_ROUTE = 26;
    /** From 28 on, IPv4 and IPv6 may leave by different networks. */
    private static final int A_ROUTE_EACH = 28;

    /** From 28 on, the first network that knows a name answers for both families; 20.10 goes on to one that has IPv6. */
    private static final int ONE_NETWORK_ANSWERS = 28;

    static Rules of(Host host) {
        String digits = host.engineVersion().replaceFirst("[^0-9].*$", "");
        return new Rules(digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits));
    }

    boolean filters(IpFamily family) {
        return family == IpFamily.IPV4 || major >= FILTERS_SIX;
    }

    boolean internalHasRoute() {
        return major < INTERNAL_WITHOUT_ROUTE;
    }

    boolean routesEachFamily() {
        return major >= A_ROUTE_EACH;
    }

    boolean oneNetworkAnswers() {
        return major >= ONE_NETWORK_ANSWERS;
    }

    static boolean isBridge(Network network) {
        return network.driver().equals("bridge");
    }
}
