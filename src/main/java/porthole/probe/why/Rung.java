package porthole.probe.why;

import porthole.probe.call.ProbeSentences;

/**
 * One condition of a call, and what a look at it has shown.
 *
 * @param step which
 * @param state whether it holds
 * @param seen what was found, as a sentence or a part of one
 */
public record Rung(Step step, State state, String seen) {
    /** The conditions, in the order in which a call meets them. */
    public enum Step {
        /** Both containers run. */
        RUNNING,
        /** The called listens on the port, and not only for itself. */
        LISTENING,
        /** They share a network, or there is another way. */
        NETWORK,
        /** The name becomes an address. */
        NAME,
        /** Packets to that address come back. */
        ADDRESS,
        /** The port takes a TCP connection. */
        PORT,
        /** What listens there speaks HTTP. */
        HTTP
    }

    /** What became of a rung. */
    public enum State {
        HOLDS("✓"),
        BROKEN("✗"),
        /** It could not be tried, because one before it is broken. */
        UNTRIED("·"),
        /** This call does not need it. */
        NEEDLESS("–");

        private final String sign;

        State(String sign) {
            this.sign = sign;
        }

        /** One character: ✓ ✗ · –. */
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

    /** The question that it answers, in the reader's language. */
    public String question() {
        return ProbeSentences.SENTENCES.say("step." + step.name().toLowerCase(java.util.Locale.ROOT));
    }
}
