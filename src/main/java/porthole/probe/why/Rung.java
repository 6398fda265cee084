package porthole.probe.why;

import porthole.probe.call.ProbeSentences;

/**
 * One condition for a call to arrive, and what a test of it has shown.
 *
 * @param step which condition it is
 * @param state whether it holds
 * @param seen what was found, as a sentence or a part of one in the reader's language
 */
public record Rung(Step step, State state, String seen) {
    /** The conditions, in the order in which a call meets them. */
    public enum Step {
        /** Both containers run. */
        RUNNING,
        /** The called container listens on the port, and not on its loopback address only. */
        LISTENING,
        /** The two share a network, or there is another way between them. */
        NETWORK,
        /** The name resolves to an address. */
        NAME,
        /** Packets that are sent to that address are answered. */
        ADDRESS,
        /** The port accepts a TCP connection, or takes in a datagram. */
        PORT,
        /** What listens there answers with HTTP. */
        HTTP
    }

    /** Whether a condition holds. */
    public enum State {
        /** It holds. */
        HOLDS("✓"),

        /** It does not hold. */
        BROKEN("✗"),
        /** It could not be tested, because an earlier one does not hold. */
        UNTRIED("·"),
        /** This call does not need it. */
        NEEDLESS("–");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }

        /** Gives the state's mark: ✓, ✗, · or –. */
        public String sign() {
            return sign;
        }
    }

    static Rung holds(Step step, String seen) {
        return new Rung(step, State.HOLDS, seen);
    }

    static Rung broken(Step step, String seen) {
        return new Rung(step, State.BROKEN, seen);
    }

    static Rung untried(Step step) {
        return new Rung(step, State.UNTRIED, ProbeSentences.SENTENCES.say("seen.untried"));
    }

    static Rung needless(Step step, String seen) {
        return new Rung(step, State.NEEDLESS, seen);
    }

    /** Gives the question that this condition answers, in the reader's language: {@code Does the name resolve?} */
    public String question() {
        return ProbeSentences.SENTENCES.say("step." + step.name().toLowerCase(java.util.Locale.ROOT));
    }
}
