package porthole.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.Docker;
import porthole.engine.capture.Capture;
import porthole.engine.capture.EthernetFrames;
import porthole.engine.capture.Pcap;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.EthernetFrame;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.topology.Conversation;

/** Listens at each interface of a container while something is done. */
final class FrameCapture {
    /** IPv6's own talk with its neighbours would fill the picture. */
    private static final String FILTER = "arp or ip or (ip6 and (tcp or udp))";

    private static final Pattern LINK = Pattern.compile("^\\d+: ([^:@\\s]+)(?:@\\S+)?: <([^>]*)>");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: \\S+\\s+inet6? ([^/\\s]+)");

    private FrameCapture() {}

    static Conversation of(Docker docker, String name, Callable<?> action) throws Exception {
        Snapshot snapshot = docker.snapshot();
        Caller caller = Caller.of(snapshot, name);
        if (caller.onHost(snapshot)) {
            throw ProbeSentences.sentence("frames.host", caller.name());
        }
        caller.container().filter(c -> !c.running()).ifPresent(c -> {
            throw ProbeSentences.sentence("wiring.stopped", c.name(), c.state());
        });
        List<String> said = docker.guests()
                .run(caller.guest(), "ip -o link show; ip -o addr show")
                .stdout()
                .lines()
                .toList();
        List<String> devices = devices(said);
        List<List<Pcap.Packet>> heard = Capture.during(
                devices.stream()
                        .map(d -> (Callable<Capture>) () -> docker.capture(caller.guest(), d, FILTER))
                        .toList(),
                action);
        return new Conversation(caller.name(), own(said), names(docker.snapshot()), frames(devices, heard));
    }

    private static List<String> devices(List<String> said) {
        List<String> devices = new ArrayList<>();
        for (String line : said) {
            Matcher link = LINK.matcher(line);
            if (link.find() && List.of(link.group(2).split(",", -1)).contains("UP")) {
                devices.add(link.group(1));
            }
        }
        return devices;
    }

    private static Set<String> own(List<String> said) {
        Set<String> own = new HashSet<>();
        for (String line : said) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                own.add(address.group(1));
            }
        }
        return own;
    }

    private static List<EthernetFrame> frames(List<String> devices, List<List<Pcap.Packet>> heard) {
        long start = heard.stream()
                .flatMap(List::stream)
                .mapToLong(Pcap.Packet::micros)
                .min()
                .orElse(0);
        List<EthernetFrame> frames = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            String device = devices.get(i);
            heard.get(i).forEach(p -> EthernetFrames.of(p, device, start).ifPresent(frames::add));
        }
        frames.sort(Comparator.comparingLong(EthernetFrame::micros));
        return frames;
    }

    /** Containers by their addresses, the host by its addresses on bridges, and the engine's DNS server. */
    private static Map<String, String> names(Snapshot snapshot) {
        Map<String, String> names = new TreeMap<>();
        names.put("127.0.0.11", "DNS");
        for (Network network : snapshot.networks()) {
            network.pool()
                    .filter(p -> network.device().isPresent())
                    .flatMap(Pool::gateway)
                    .ifPresent(g -> names.put(g, Caller.HOST));
        }
        for (Container container : snapshot.containers()) {
            for (Endpoint endpoint : container.endpoints()) {
                endpoint.address().ifPresent(a -> names.put(a, container.name()));
            }
        }
        return names;
    }
}
