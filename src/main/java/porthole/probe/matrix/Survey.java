package porthole.probe.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import porthole.engine.Docker;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.NotRunning;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.network.Container;
import porthole.network.Inside.Listener;
import porthole.network.Port;
import porthole.probe.call.ProbeSentences;

/**
 * Many calls from many namespaces at once. One guest enters all of them (with SYS_ADMIN for that, SYS_PTRACE to see whose
 * they are, NET_ADMIN to read their rules); where the engine does not let it, one guest goes into each.
 */
final class Survey {
    private static final String PROGRAM = program();
    private static final int AT_ONCE = 8;
    private static final int PAUSES = 100;

    /**
     * From where is asked.
     *
     * @param id a word of ours
     * @param container empty for the host
     * @param process a process in its namespace, as the host numbers them; 0 for the host
     */
    record Source(String id, Optional<Container> container, int process) {}

    /**
     * What was found.
     *
     * @param unanswered the names for which no DNS answered in time; they have no addresses
     * @param failed the sources that have ended before they were asked
     */
    record Answers(
            Map<String, List<Listener>> sockets,
            Set<String> filtered,
            Map<String, String> outcomes,
            Map<String, List<String>> names,
            Set<String> unanswered,
            Set<String> failed) {
        private Answers() {
            this(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
        }

        /** The outcome's word; empty where it was not asked. */
        Optional<String> outcome(String source, String address, String what) {
            return Optional.ofNullable(outcomes.get(source + " " + address + " " + what));
        }

        /** The ports that were tried at an address. */
        List<Port> ports(String source, String address) {
            String begin = source + " " + address + " ";
            return outcomes.keySet().stream()
                    .filter(key -> key.startsWith(begin) && !key.endsWith(" echo"))
                    .map(key -> port(key.substring(begin.length())))
                    .sorted()
                    .toList();
        }

        private static Port port(String what) {
            String[] parts = what.split("/", 2);
            return new Port(Integer.parseInt(parts[1]), parts[0]);
        }

        private void read(String line) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("result") && words.length == 5) {
                outcomes.put(words[1] + " " + words[2] + " " + words[3], words[4]);
            } else if (words[0].equals("named") && words.length == 4) {
                String key = words[1] + " " + words[2];
                boolean late = words[3].equals("?");
                boolean none = words[3].equals("-") || late;
                names.put(key, none ? List.of() : Arrays.asList(words[3].split(",", -1)));
                if (late) {
                    unanswered.add(key);
                }
            } else if (words[0].equals("socket") && words.length == 6) {
                Port port = new Port(Integer.parseInt(words[4]), words[2]);
                sockets.computeIfAbsent(words[1], id -> new ArrayList<>())
                        .add(new Listener(words[3], port, words[5].equals("1")));
            } else if (words[0].equals("filtered")) {
                filtered.add(words[1]);
            } else if (words[0].equals("failed")) {
                failed.add(words[1]);
            }
        }
    }

    private final Docker docker;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, List<String>> asks = new LinkedHashMap<>();
    private final int milliseconds;

    /** @param milliseconds how long to wait for an answer */
    Survey(Docker docker, int milliseconds) {
        this.docker = docker;
        this.milliseconds = milliseconds;
    }

    void source(Source source) {
        sources.add(source);
    }

    /** An echo, or a port ({@code tcp/80}). */
    void ask(Source from, String address, String what) {
        add(from, "ask", address + " " + what);
    }

    /** A published port, and the port in {@code owner}'s namespace to which it leads. */
    void door(Source from, String address, String what, String owner, String to) {
        add(from, "door", address + " " + what + " " + owner + " " + to);
    }

    /** All ports on which the namespace of {@code owner} listens. */
    void askOpen(Source from, String address, Source owner) {
        add(from, "open", address + " " + owner.id());
    }

    /** A name's addresses. */
    void name(Source from, String name) {
        add(from, "name", name);
    }

    private void add(Source from, String word, String rest) {
        List<String> who = asks.computeIfAbsent(word + " \n" + rest, any -> new ArrayList<>());
        if (!who.contains(from.id())) {
            who.add(from.id());
        }
    }

    /** Sends the guest, or the guests. */
    Answers run() {
        Guest everywhere = Guest.ofHost()
                .amongAllProcesses()
                .allowed("SYS_ADMIN")
                .allowed("SYS_PTRACE")
                .allowed("NET_ADMIN");
        Answers answers = new Answers();
        visit(everywhere, script(sources, asks), answers);
        // Where one namespace lets it in, the others do too, unless their process has ended.
        long there = sources.stream().filter(s -> s.process() > 0).count();
        return answers.failed().isEmpty() || answers.failed().size() < there ? answers : one();
    }

    /** As {@link #run}, with one guest in each namespace: first for what listens there, then for the calls. */
    Answers one() {
        Answers first = new Answers();
        together(source -> alone(source, Map.of(), first));
        Map<String, List<String>> known = new LinkedHashMap<>();
        asks.forEach((ask, who) -> {
            if (ask.startsWith("open ")) {
                String[] rest = ask.substring(ask.indexOf('\n') + 1).split(" ", 2);
                first.sockets().getOrDefault(rest[1], List.of()).stream()
                        .filter(s -> !s.loopback())
                        .map(s -> s.port().protocol() + "/" + s.port().number())
                        .distinct()
                        .forEach(what -> known.put("ask \n" + rest[0] + " " + what, who));
            } else {
                known.put(ask, who);
            }
        });
        Answers all = new Answers();
        together(source -> alone(source, known, all));
        return all;
    }

    private void alone(Source source, Map<String, List<String>> questions, Answers answers) {
        try {
            visit(guest(source), script(List.of(bare(source)), questions), answers);
        } catch (EngineException e) {
            if (!(e instanceof NotRunning) && !(e instanceof ApiFailure gone && gone.says("No such container"))) {
                throw e;
            }
            synchronized (answers) {
                answers.failed().add(source.id());
            }
        }
    }

    private void together(java.util.function.Consumer<Source> visit) {
        List<Callable<Boolean>> visits = new ArrayList<>();
        for (Source source : sources) {
            visits.add(() -> {
                visit.accept(source);
                return true;
            });
        }
        ParallelCalls.all(AT_ONCE, visits);
    }

    private static Source bare(Source source) {
        return new Source(source.id(), source.container(), 0);
    }

    private static Guest guest(Source source) {
        return source.container().map(Guest::of).orElseGet(Guest::ofHost).allowed("NET_ADMIN");
    }

    private void visit(Guest guest, String script, Answers answers) {
        ExecResult said = docker.guests().run(guest, script);
        List<String> lines = said.stdout().lines().toList();
        if (lines.stream().noneMatch("end"::equals)) {
            throw said.stderr().contains("perl: not found")
                    ? ProbeSentences.sentence("matrix.tools")
                    : ProbeSentences.sentence("matrix.failed", said.stderr().strip());
        }
        synchronized (answers) {
            lines.forEach(answers::read);
        }
    }

    private String script(List<Source> some, Map<String, List<String>> questions) {
        StringBuilder script = new StringBuilder("exec perl - <<'PORTHOLE_END'\n").append(PROGRAM);
        script.append("limit " + milliseconds + "\npause " + milliseconds / PAUSES + "\n");
        some.forEach(s -> script.append("source " + s.id() + " " + s.process() + "\n"));
        questions.forEach((ask, who) -> {
            int cut = ask.indexOf('\n');
            String ids = who.size() == sources.size() ? "*" : String.join(",", who);
            script.append(ask, 0, cut).append(ids).append(' ').append(ask.substring(cut + 1));
            script.append('\n');
        });
        return script.append("PORTHOLE_END\n").toString();
    }

    private static String program() {
        try (InputStream file = Objects.requireNonNull(Survey.class.getResourceAsStream("calls.pl"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
