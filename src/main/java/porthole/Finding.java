package porthole;

import java.util.List;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param what the thing, as the end of its name's key ({@code doctor.what.engine})
 * @param state what was found
 * @param advice what to do; empty where all is well
 * @param needed whether Porthole's first chapters cannot do without it
 */
record Finding(String what, String state, String advice, boolean needed) {
    static Finding good(String what, String state) {
        return new Finding(what, state, "", false);
    }

    /** Something that only some chapters or tests use. */
    static Finding lacking(String what, String state, String advice) {
        return new Finding(what, state, advice, false);
    }

    /** Something without which nothing runs. */
    static Finding missing(String what, String state, String advice) {
        return new Finding(what, state, advice, true);
    }

    List<String> row() {
        return List.of(CommandSentences.say("doctor.what." + what), state, advice.isEmpty() ? "-" : advice);
    }
}
