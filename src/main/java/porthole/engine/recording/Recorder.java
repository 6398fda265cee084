package porthole.engine.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.transport.DockerHttpClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Origin;

/**
 * Keeps what the engine and this machine answer, cell by cell. After a cell that changed something it asks for the
 * engine's state of its own accord, so that a replay knows it too.
 */
public final class Recorder implements Origin, AutoCloseable {
    /** Whether the engine is there, and whole images. */
    private static final Pattern UNKEPT = Pattern.compile("/_ping|/images/[^?]+/get|/images/load.*");

    private final RecordingFile file;
    private final Map<String, Api> engines = new LinkedHashMap<>();
    private final SecretNames secrets = new SecretNames();
    private @Nullable List<Heard> cell;
    private String source = "";
    private int cells;
    private int answers;
    private boolean asksForState;

    /**
     * Begins a recording.
     *
     * @param file where it is kept when it is over
     * @param notebook the notebook's name
     * @throws EngineException if the file cannot be written
     */
    public Recorder(Path file, String notebook) {
        this.file = new RecordingFile(file);
        ObjectNode head = EngineJson.object()
                .put(Recording.MARK, Recording.VERSION)
                .put("notebook", notebook)
                .put("date", LocalDate.now(java.time.ZoneId.systemDefault()).toString())
                .put(
                        "porthole",
                        Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), ""));
        this.file.add(List.of(head));
    }

    @Override
    public synchronized void serves(Api api, String host) {
        engines.put(host, api);
    }

    /**
     * A cell begins.
     *
     * @param code its text
     * @throws EngineException if it is the first, and no engine answers
     */
    public void begin(String code) {
        if (cells == 0 && answers == 0) {
            Api engine = Objects.requireNonNull(engines.get(""));
            open("");
            String version = engine.versions().engine();
            file.add(List.of(EngineJson.object().put("engine", version)));
            askForState(List.of(engine));
            write(0);
        }
        open(code);
        cells++;
    }

    private synchronized void open(String code) {
        source = code;
        cell = new ArrayList<>();
    }

    /** The cell is over: its answers are written, and the state that it left. */
    public void end() {
        askForState(changed());
        write(cells);
    }

    /** The engines on which the cell that runs has changed something. */
    private synchronized List<Api> changed() {
        List<Heard> heard = cell == null ? List.of() : cell;
        Changes changes = new Changes(heard.stream().map(Heard::kept).toList());
        return heard.stream()
                .map(Heard::asked)
                .filter(changes::isOne)
                .map(asked -> engines.get(asked.host()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void askForState(List<Api> changed) {
        asksForState(true);
        try {
            changed.forEach(StateQuestions::ask);
        } finally {
            asksForState(false);
        }
    }

    private synchronized void asksForState(boolean now) {
        asksForState = now;
    }

    private synchronized void write(int number) {
        List<Heard> heard = cell;
        cell = null;
        if (heard == null) {
            return;
        }
        List<JsonNode> lines = new ArrayList<>();
        lines.add(EngineJson.object().put("cell", number).put("source", source));
        for (Heard each : heard) {
            Kept kept = each.kept();
            if (kept.status() > 0) { // else the connection failed, or the machine did not know what was meant
                secrets.look(kept);
                lines.add(kept.json());
                answers++;
            }
        }
        file.add(lines);
    }

    private synchronized Optional<Heard> note(Asked asked) {
        List<Heard> into = cell;
        if (into == null || UNKEPT.matcher(asked.path()).matches()) {
            return Optional.empty(); // or asked between the cells
        }
        Heard heard = new Heard(asked, asksForState);
        into.add(heard);
        return Optional.of(heard);
    }

    @Override
    public DockerHttpClient connections(String host, Supplier<DockerHttpClient> live) {
        return new RecordingClient(host, live.get(), this::note);
    }

    @Override
    public <E extends Exception> String ofMachine(String question, Live<E> live) throws E {
        Optional<Heard> heard = note(Asked.ofMachine(question));
        try {
            String answer = live.answer();
            heard.ifPresent(h -> h.whole(Kept.ANSWERED, answer));
            return answer;
        } catch (EngineException e) {
            heard.ifPresent(h -> h.whole(Kept.REFUSED, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    @Override
    public Optional<ExecResult> program(
            List<String> command, Consumer<String> lines, Function<Consumer<String>, Optional<ExecResult>> live) {
        Optional<Heard> heard = note(Asked.ofMachine(ProgramRun.question(command)));
        List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
        Optional<ExecResult> result = live.apply(line -> {
            told.add(line);
            lines.accept(line);
        });
        heard.ifPresent(h -> h.whole(Kept.ANSWERED, ProgramRun.of(result, told)));
        return result;
    }

    /** The recording is over. */
    @Override
    public void close() {
        write(cells);
        ObjectNode over =
                EngineJson.object().put("over", true).put("cells", cells).put("answers", answers);
        over.set("secrets", EngineJson.array(secrets.names()));
        file.add(List.of(over));
        file.finish();
    }
}
