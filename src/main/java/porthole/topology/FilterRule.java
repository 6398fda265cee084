package porthole.topology;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;

/**
 * A rule of a packet filter, or a chain's policy, as {@code iptables-save} prints it.
 *
 * @param text such as {@code -A FORWARD -i br-shop -o br-shop -j DROP} or {@code -P FORWARD DROP}
 * @see <a href="https://manpages.debian.org/bookworm/iptables/iptables.8.en.html">iptables(8)</a>
 */
public record FilterRule(String text) {
    private static final Sentences SENTENCES = Sentences.of(FilterRule.class);
    /** What a rule may say besides, and {@link #meaning} understands. */
    private static final Pattern UNDERSTOOD = Pattern.compile(
            "-A \\S+|(?:! )?-[iosdp] \\S+|-m tcp|-m udp|--[sd]port \\S+|-j \\S+|--reject-with \\S+|--to-destination \\S+");

    /** Gives its target: {@code DROP}, {@code DNAT}; empty text for none. */
    public String target() {
        return value("-j").orElse(text.startsWith("-P") ? text.replaceFirst(".* ", "") : "");
    }

    /**
     * Gives what follows an option.
     *
     * @param option such as {@code --dport}
     */
    public Optional<String> value(String option) {
        Matcher named = Pattern.compile("(?:^| )" + option + " (\\S+)").matcher(text);
        return named.find() ? Optional.ofNullable(named.group(1)) : Optional.empty();
    }

    private boolean not(String option) {
        return text.contains("! " + option + " ");
    }

    private static String say(String key, Object... parts) {
        return SENTENCES.say(key, parts);
    }

    /**
     * Gives what the rule does, as a sentence in the reader's language; empty for a rule that neither drops, rejects nor
     * translates addresses.
     */
    public Optional<String> meaning() {
        return switch (target()) {
            case "MASQUERADE" -> Optional.of(masquerade());
            case "DNAT" -> value("--to-destination").map(this::dnat);
            case "DROP", "REJECT" ->
                Optional.of(
                        text.startsWith("-P")
                                ? say("rule.policy", text.split(" ", -1)[1])
                                : say(target().equals("DROP") ? "rule.drop" : "rule.reject", packets()));
            default -> Optional.empty();
        };
    }

    private String dnat(String to) {
        String port = value("--dport").orElse("*");
        return not("-i") ? say("rule.dnat.not", port, to, value("-i").orElse("")) : say("rule.dnat", port, to);
    }

    private String masquerade() {
        String source = value("-s").orElse("*");
        return not("-o") && value("-o").isPresent()
                ? say("rule.masquerade", source, value("-o").orElse(""))
                : say("rule.masquerade.all", source, value("-d").orElse("*"));
    }

    /** Which packets it means: its conditions, one after the other. */
    private String packets() {
        StringBuilder told = new StringBuilder();
        for (String name : List.of("i", "o", "s", "d", "sport", "dport")) {
            String option = (name.length() == 1 ? "-" : "--") + name;
            value(option).ifPresent(v -> told.append(say("rule.part." + name + (not(option) ? ".not" : ""), v)));
        }
        String kind = say(
                "rule.packets."
                        + value("-p")
                                .filter(p -> p.equals("tcp") || p.equals("udp"))
                                .orElse("all"),
                told);
        boolean more = !UNDERSTOOD.matcher(text).replaceAll("").isBlank();
        return more ? say("rule.packets.more", kind) : kind;
    }
}
