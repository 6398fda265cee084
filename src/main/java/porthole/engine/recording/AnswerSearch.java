package porthole.engine.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the recorded answer to a question. In a cell that was recorded it is the next answer to the same question in that
 * cell, and the last one for whoever asks more often than the recorder did. Anywhere else it is one that was given while
 * the engine was in the state that the replayed cells have left; what changes the state is answered only if it is the
 * change that was recorded next.
 */
final class AnswerSearch {
    /** What no cell of a notebook changes: the engine itself, and an image under its name. */
    private static final Pattern LASTING =
            Pattern.compile("/version|/info|/images/[^?]+/json|process on port .*|guest with .*");

    private final List<Kept> answers;
    private final Changes changes;
    private final Set<Integer> given = new HashSet<>();
    private @Nullable RecordedCell cell;
    /** All before this place has happened. */
    private int place;
    /** In the cell that is replayed: the place of the last change that was asked for. */
    private int changed;

    AnswerSearch(Recording recording, Changes changes) {
        this.changes = changes;
        this.answers = recording.answers();
        place = recording.cells().isEmpty() ? 0 : recording.cells().get(0).end();
    }

    /** A recorded cell runs again. */
    void enter(RecordedCell recorded) {
        cell = recorded;
        given.clear();
        changed = recorded.first() - 1;
    }

    /** A cell runs that was not recorded. */
    void enterUnknown() {
        cell = null;
        given.clear();
    }

    /** The cell is over; a recorded one has left the state that it left then. */
    void leave() {
        if (cell != null) {
            place = cell.end();
        }
        cell = null;
    }

    /** How many answers have happened. */
    int place() {
        return place;
    }

    Optional<Kept> find(Asked asked) {
        Optional<Kept> found = inCell(asked).or(() -> inState(asked));
        return found.or(() -> LASTING.matcher(asked.path()).matches() && asked.reads()
                ? nearest(asked, 0, answers.size())
                : Optional.empty());
    }

    private boolean is(int index, Asked asked) {
        return answers.get(index).asked().equals(asked);
    }

    private Optional<Kept> inCell(Asked asked) {
        if (cell == null) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>();
        for (int i = cell.first(); i < cell.end(); i++) {
            if (is(i, asked) && !answers.get(i).state()) {
                all.add(i);
            }
        }
        return choose(all, asked).map(index -> {
            given.add(index);
            if (changes.isOne(asked)) {
                changed = Math.max(changed, index);
            }
            return answers.get(index);
        });
    }

    private Optional<Integer> choose(List<Integer> all, Asked asked) {
        Optional<Integer> next =
                all.stream().filter(i -> i > changed && !given.contains(i)).findFirst();
        if (next.isPresent() || all.isEmpty()) {
            return next;
        }
        Optional<Integer> earlier = all.stream().filter(i -> !given.contains(i)).findFirst();
        if (earlier.isPresent() && !asked.reads()) {
            return earlier;
        }
        return changes.isOne(asked) ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The place at which the engine is now. */
    private int now() {
        return cell == null ? place : Math.max(cell.first(), changed + 1);
    }

    private Optional<Kept> inState(Asked asked) {
        int from = stateBegins();
        int end = stateEnds();
        if (!changes.isOne(asked)) {
            return nearest(asked, from, end);
        }
        if (cell != null || end == answers.size() || !is(end, asked)) {
            return Optional.empty();
        }
        place = end + 1;
        return Optional.of(answers.get(end));
    }

    /** The place after the last change. */
    private int stateBegins() {
        int begin = now();
        while (begin > 0 && !changes.isOne(answers.get(begin - 1).asked())) {
            begin--;
        }
        return begin;
    }

    /** The place of the next change. */
    private int stateEnds() {
        int end = now();
        while (end < answers.size() && !changes.isOne(answers.get(end).asked())) {
            end++;
        }
        return end;
    }

    /** The newest answer that was given up to now, else the first one after it; both between two places. */
    private Optional<Kept> nearest(Asked asked, int from, int end) {
        for (int i = Math.min(now(), end) - 1; i >= from; i--) {
            if (is(i, asked)) {
                return Optional.of(answers.get(i));
            }
        }
        for (int i = Math.max(now(), from); i < end; i++) {
            if (is(i, asked)) {
                return Optional.of(answers.get(i));
            }
        }
        return Optional.empty();
    }

    /** What was recorded in the state that the engine is in, and the change that came next. */
    List<Asked> recordedHere() {
        List<Asked> all = new ArrayList<>();
        int end = stateEnds();
        for (int i = stateBegins(); i < Math.min(end + 1, answers.size()); i++) {
            Asked asked = answers.get(i).asked();
            boolean ofGuest = asked.changes() && !changes.isOne(asked);
            if (!answers.get(i).state() && !ofGuest) {
                all.add(asked);
            }
        }
        return all;
    }
}
