package porthole.probe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.Docker;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;

/**
 * The result of ICMP echo requests that were sent from a container's network namespace.
 *
 * @param from who sent them: a container's name, or {@code host}
 * @param target the name or address that was asked for
 * @param address the IP address to which they went, in numbers; empty if the name did not resolve
 * @param sent how many were sent
 * @param milliseconds the round-trip time of each answer, in the order of arrival; none if nothing came back
 */
public record Ping(String from, String target, Optional<String> address, int sent, List<Double> milliseconds)
        implements Displayable {
    private static final int COUNT = 3;
    private static final Pattern TIME = Pattern.compile(".*time[=<]([0-9.]+) ?ms.*");
    private static final Pattern HEAD = Pattern.compile("PING \\S+? ?\\((?:\\S+ \\()?([0-9A-Fa-f:.]+)\\).*");

    public Ping {
        milliseconds = List.copyOf(milliseconds);
    }

    static Ping of(Docker docker, String from, String typed) {
        Target target = Target.of(typed);
        Snapshot snapshot = docker.snapshot();
        Caller caller = Caller.of(snapshot, from);
        String script = "timeout 6 ping -n -c " + COUNT + " -i 0.2 -W 1 '" + target.host() + "' 2>&1";
        List<String> said =
                docker.guests().run(caller.guest(), script).stdout().lines().toList();
        return new Ping(
                caller.name(),
                target.host(),
                said.stream()
                        .map(HEAD::matcher)
                        .filter(Matcher::matches)
                        .map(m -> m.group(1))
                        .findFirst(),
                COUNT,
                said.stream()
                        .map(TIME::matcher)
                        .filter(Matcher::matches)
                        .map(m -> Double.valueOf(m.group(1)))
                        .toList());
    }

    /** Whether at least one answer came back. */
    public boolean answered() {
        return !milliseconds.isEmpty();
    }

    /** Gives the result as one sentence in the reader's language. */
    public String text() {
        if (address.isEmpty()) {
            return ProbeSentences.SENTENCES.say("ping.nameless", from, target);
        }
        if (!answered()) {
            return ProbeSentences.SENTENCES.say("ping.silent", from, target, address.get(), sent);
        }
        double mean =
                milliseconds.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return ProbeSentences.SENTENCES.say(
                "ping.answered",
                from,
                target,
                address.get(),
                milliseconds.size(),
                sent,
                String.format(java.util.Locale.ROOT, "%.2f", mean));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.text(text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
