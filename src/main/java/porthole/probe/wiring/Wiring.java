package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * The cables under the picture, as Linux has them.
 *
 * @param title what was asked
 * @param cables one for each interface of a container
 * @param rules the rules of address translation that concern them
 */
public record Wiring(String title, List<Cable> cables, List<Rule> rules) implements Displayable {
    public Wiring {
        cables = List.copyOf(cables);
        rules = List.copyOf(rules);
    }

    /**
     * One cable: the container's end, the host's end, and what that is plugged into.
     *
     * @param container the container's name
     * @param inside its interface and index, {@code eth0 (12)}
     * @param address with its prefix length, IPv4 before IPv6 where it has both ({@code 10.0.0.2/24, fd00::2/64}); empty
     *     text for none
     * @param outside the other end on the host and its index, {@code vethab12 (13)}
     * @param bridge what it is plugged into; empty text for nothing
     * @param gateway the bridge's own address, or both; empty text for none
     * @param network the network's name
     * @param mtu the longest packet, in bytes
     */
    public record Cable(
            String container,
            String inside,
            String address,
            String outside,
            String bridge,
            String gateway,
            String network,
            int mtu) {}

    /**
     * One rule of the host's NAT table.
     *
     * @param line as {@code iptables-save} prints it
     * @param meaning what it does, in the reader's language
     */
    public record Rule(String line, String meaning) {}

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** One row for each cable, from the container to the host's bridge. */
    public Table table() {
        return new Table(
                List.of(
                        say("column.container"),
                        say("column.inside"),
                        "↔",
                        say("column.outside"),
                        "↔",
                        say("column.bridge"),
                        say("column.network"),
                        "MTU"),
                cables.stream()
                        .map(c -> List.of(
                                c.container(),
                                c.inside() + " " + c.address(),
                                "↔",
                                c.outside(),
                                c.bridge().isEmpty() ? "" : "↔",
                                (c.bridge() + " " + c.gateway()).strip(),
                                c.network(),
                                String.valueOf(c.mtu())))
                        .toList());
    }

    /** The rules with their meaning. */
    public Table nat() {
        return new Table(
                List.of(say("column.rule"), say("column.meaning")),
                rules.stream().map(r -> List.of(r.line(), r.meaning())).toList());
    }

    /** Cables and rules as lines. */
    public String text() {
        return title + "\n" + table().text() + "\n\n" + (rules.isEmpty() ? say("wiring.no-nat") : nat().text());
    }

    @Override
    public List<MimeBundle> outputs() {
        List<String> html = new ArrayList<>();
        html.add("<div><b>" + Html.escape(title) + "</b></div>" + table().html());
        html.add(rules.isEmpty() ? "<p>" + Html.escape(say("wiring.no-nat")) + "</p>" : nat().html());
        return List.of(MimeBundle.html(String.join("\n", html), text()));
    }

    @Override
    public String toString() {
        return text();
    }
}
