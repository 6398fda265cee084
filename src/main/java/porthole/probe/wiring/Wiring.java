package porthole.probe.wiring;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.probe.call.ProbeSentences;

/**
 * The Linux side of a network or a container: its veth cables and its NAT rules.
 *
 * @param title the question that was asked, in the reader's language
 * @param cables one for each interface of a container
 * @param rules the NAT rules of the host that concern them
 */
public record Wiring(String title, List<Cable> cables, List<Rule> rules) implements Displayable {
    public Wiring {
        cables = List.copyOf(cables);
        rules = List.copyOf(rules);
    }

    /**
     * One veth cable: its end in the container, its end on the host, and the bridge to which that is connected.
     *
     * @param container the container's name
     * @param inside the interface in the container and its index, as in {@code eth0 (12)}
     * @param address its addresses with prefix length, IPv4 before IPv6 if it has both
     *     ({@code 10.0.0.2/24, fd00::2/64}); empty text for none
     * @param outside the other end on the host and its index, as in {@code vethab12 (13)}
     * @param bridge the bridge to which that end is connected; empty text for none
     * @param gateway the bridge's own addresses, IPv4 before IPv6; empty text for none
     * @param network the network's name
     * @param mtu the longest packet that the interface sends, in bytes
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
     * @param line the rule as {@code iptables-save} prints it
     * @param meaning what it does, in the reader's language
     */
    public record Rule(String line, String meaning) {}

    private static String say(String key, Object... parts) {
        return ProbeSentences.SENTENCES.say(key, parts);
    }

    /** Gives the cables as a table, a row each, from the container on the left to the host's bridge. */
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

    /** Gives the NAT rules as a table, each with its meaning. */
    public Table nat() {
        return new Table(
                List.of(say("column.rule"), say("column.meaning")),
                rules.stream().map(r -> List.of(r.line(), r.meaning())).toList());
    }

    /** Gives the title, the cables and the rules as plain text. */
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
