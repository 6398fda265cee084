package porthole.engine.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import porthole.engine.api.EngineAddress;

/**
 * Hosts whose engines answer from a recording. Nothing runs, so nothing is at their addresses.
 *
 * @param underlay the range of the network between them
 * @param advertised the address of each between them
 */
public record RecordedHosts(String underlay, List<String> advertised) implements ClusterHosts {
    public RecordedHosts {
        advertised = List.copyOf(advertised);
    }

    /** Hosts that were there before the cluster, of which only the engines know where they are. */
    public static RecordedHosts unnamed(int count) {
        return new RecordedHosts("", Collections.nCopies(count, ""));
    }

    /** What a recording keeps of hosts: the range between them, then the address of each, a word each. */
    public static String written(ClusterHosts hosts) {
        List<String> words = new ArrayList<>(List.of(hosts.underlay()));
        for (int i = 0; i < hosts.addresses().size(); i++) {
            words.add(hosts.advertised(i));
        }
        return String.join(" ", words);
    }

    /** The hosts that were {@link #written}. */
    public static RecordedHosts read(String written) {
        List<String> words = List.of(written.split(" ", -1));
        return new RecordedHosts(words.get(0), words.subList(1, words.size()));
    }

    @Override
    public List<EngineAddress> addresses() {
        List<EngineAddress> addresses = new ArrayList<>();
        for (int i = 1; i <= advertised.size(); i++) {
            addresses.add(EngineAddress.of("/recorded/host" + i));
        }
        return addresses;
    }

    @Override
    public String advertised(int host) {
        return advertised.get(host);
    }

    @Override
    public String complaint(int host) {
        return "";
    }

    @Override
    public boolean alive(int host) {
        return true;
    }

    @Override
    public void close() {}
}
