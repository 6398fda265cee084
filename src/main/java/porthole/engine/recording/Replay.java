package porthole.engine.recording;

import com.github.dockerjava.transport.DockerHttpClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Origin;

/** A recording that answers in place of the engine and of this machine. Neither is asked anything meanwhile. */
public final class Replay implements Origin {
    private static final int MOST_NAMED = 6;

    private final Recording recording;
    private final Changes changes;
    private final AnswerSearch search;
    private final Set<Integer> played = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private @Nullable RecordedCell cell;
    private boolean answered;

    public Replay(Recording recording) {
        this.recording = recording;
        this.changes = new Changes(recording.answers());
        this.search = new AnswerSearch(recording, changes);
    }

    /** What answers. */
    public Recording recording() {
        return recording;
    }

    /**
     * A cell begins.
     *
     * @param code its text
     * @return the mark of what it shows, if the cell was recorded and asked anything then
     */
    public synchronized Optional<String> begin(String code) {
        missing.clear();
        answered = false;
        cell = recorded(code);
        if (cell == null) {
            search.enterUnknown();
            return Optional.empty();
        }
        List<Integer> skipped = skipped(cell);
        List<Integer> later = later(cell);
        search.enter(cell);
        played.add(cell.number());
        if (!cell.asks(recording.answers())) {
            return Optional.empty();
        }
        String mark = mark();
        if (!skipped.isEmpty()) {
            mark += " " + EngineSentences.SENTENCES.say("replay.skipped", list(skipped));
        }
        if (!later.isEmpty()) {
            mark += " " + EngineSentences.SENTENCES.say("replay.later", list(later));
        }
        return Optional.of(mark);
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The mark of all that a recording answers: when it was recorded, and with which engine. */
    String mark() {
        return EngineSentences.SENTENCES.say("replay.mark", recording.date(), recording.engine());
    }

    /** The next one of that text after what has happened, else the last before it. */
    private @Nullable RecordedCell recorded(String code) {
        RecordedCell earlier = null;
        for (RecordedCell each : recording.cells()) {
            if (each.number() > 0 && each.is(code)) {
                if (each.first() >= search.place()) {
                    return each;
                }
                earlier = each;
            }
        }
        return earlier;
    }

    /** The cells that changed something before this one was recorded, and have not been replayed. */
    private List<Integer> skipped(RecordedCell now) {
        return changing(each -> each.first() < now.first() && !played.contains(each.number()));
    }

    /** The cells that have been replayed and changed something, and were recorded after this one. */
    private List<Integer> later(RecordedCell now) {
        return changing(each -> each.first() > now.first() && played.contains(each.number()));
    }

    private List<Integer> changing(Predicate<RecordedCell> which) {
        return recording.cells().stream()
                .filter(each -> each.number() > 0 && each.changes(recording.answers(), changes))
                .filter(which)
                .map(RecordedCell::number)
                .toList();
    }

    /**
     * The cell is over.
     *
     * @param failed whether it ended with an error, which tells the one thing that has no answer
     * @return what is to be said of it: the mark, if it was not recorded and something answered it all the same; and what
     *     it asked that has no answer
     */
    public synchronized List<String> end(boolean failed) {
        List<String> said = new ArrayList<>();
        if (cell == null && answered) {
            said.add(mark() + " " + EngineSentences.SENTENCES.say("replay.changed-cell"));
        }
        if (missing.size() > (failed ? 1 : 0)) {
            said.add(EngineSentences.SENTENCES.say(
                    "replay.missing", missing.stream().distinct().collect(Collectors.joining(", "))));
        }
        search.leave();
        cell = null;
        missing.clear();
        answered = false;
        return said;
    }

    /** @throws NotRecordedException if there is no answer, with what there is */
    synchronized Kept answer(Asked asked) {
        Optional<Kept> found = search.find(asked);
        if (found.isEmpty()) {
            missing.add(InWords.exactly(asked));
            throw new NotRecordedException(EngineSentences.SENTENCES.say(
                    "replay.none", InWords.exactly(asked), here(), recording.date(), recording.engine()));
        }
        answered = true;
        return found.get();
    }

    /** What can be asked in the state that the engine is in; if nothing, the cell that was recorded next. */
    private String here() {
        List<String> words = InWords.all(search.recordedHere());
        if (!words.isEmpty()) {
            return words.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                    + (words.size() > MOST_NAMED ? "; …" : "");
        }
        return recording.cells().stream()
                .filter(each -> each.first() >= search.place() && each.asks(recording.answers()))
                .findFirst()
                .map(each -> each.source().strip().lines().findFirst().orElse(""))
                .orElse("–");
    }

    @Override
    public DockerHttpClient connections(String host, Supplier<DockerHttpClient> live) {
        return new ReplayClient(host, this::answer);
    }

    @Override
    public <E extends Exception> String ofMachine(String question, Live<E> live) {
        Kept kept = answer(Asked.ofMachine(question));
        if (kept.status() == Kept.REFUSED) {
            throw new EngineException(kept.text());
        }
        return kept.text();
    }

    @Override
    public Optional<ExecResult> program(
            List<String> command, Consumer<String> lines, Function<Consumer<String>, Optional<ExecResult>> live) {
        return ProgramRun.read(
                answer(Asked.ofMachine(ProgramRun.question(command))).text(), command, lines);
    }

    @Override
    public boolean isRecorded() {
        return true;
    }
}
