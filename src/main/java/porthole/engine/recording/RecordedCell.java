package porthole.engine.recording;

import java.util.List;

/**
 * A cell of a recording.
 *
 * @param number 1 for the first that ran; 0 for the engine's state before it
 * @param source its text
 * @param first the place of its first answer among all of the recording
 * @param end the place after its last one
 */
record RecordedCell(int number, String source, int first, int end) {
    /** Whether it is that text; what stands around it does not matter. */
    boolean is(String code) {
        return source.strip().equals(code.strip());
    }

    /** Whether it asked anything; the recorder's own questions do not count. */
    boolean asks(List<Kept> answers) {
        return answers.subList(first, end).stream().anyMatch(kept -> !kept.state());
    }

    /** Whether it changed anything on the engine. */
    boolean changes(List<Kept> answers, Changes changes) {
        return answers.subList(first, end).stream().anyMatch(kept -> changes.isOne(kept.asked()));
    }
}
