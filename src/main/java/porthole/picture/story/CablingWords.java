package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import porthole.display.Language;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.topology.CablingChange;
import porthole.topology.CablingChange.Packet;
import porthole.topology.CablingFact;
import porthole.topology.CablingStep;

/** What to say of a wiring that is built by hand: which step, what is new, and what is connected to what. */
public final class CablingWords {
    private final CablingChange change;
    private final Cabling now;

    public CablingWords(CablingChange change) {
        this.change = change;
        now = change.after();
    }

    /** Which step of how many this is, and what it is about. */
    public String title() {
        List<CablingStep> steps = change.steps();
        int of = steps.size();
        Optional<Integer> came = newStep();
        if (came.isPresent()) {
            return SENTENCES.say("cabling.step", came.get(), of, step(steps.get(came.get() - 1)));
        }
        for (int i = 0; i < of; i++) {
            if (change.isUndone(steps.get(i))) {
                return SENTENCES.say("cabling.undone", i + 1, of, step(steps.get(i)));
            }
        }
        for (int i = of - 1; i > 0; i--) {
            if (change.done().contains(steps.get(i))) {
                return SENTENCES.say("cabling.after", i + 1, of);
            }
        }
        return SENTENCES.say("cabling.after", 1, of);
    }

    /** The number of the last step that came with it, from 1. */
    public Optional<Integer> newStep() {
        List<CablingStep> steps = change.steps();
        return IntStream.iterate(steps.size(), i -> i > 0, i -> i - 1)
                .filter(i -> change.isNew(steps.get(i - 1)))
                .boxed()
                .findFirst();
    }

    /** What a step is about. */
    private String step(CablingStep step) {
        String key = "cabling.step." + step.name().toLowerCase(Locale.ROOT);
        return SENTENCES.say(now.rooms().size() > 1 ? key + ".each" : key);
    }

    /** The command, as one types it. */
    public String command() {
        return "$ " + change.command();
    }

    /** What came, with a plus, and what went, with a minus. */
    public List<String> marks() {
        List<String> marks = new ArrayList<>();
        change.came().forEach(f -> marks.add("+ " + fact(f)));
        change.went().forEach(f -> marks.add("− " + fact(f)));
        return marks;
    }

    private String fact(CablingFact f) {
        String place = f.place().isEmpty() ? SENTENCES.say("cabling.on-host") : f.place();
        String key = "cabling.fact." + f.kind().name().toLowerCase(Locale.ROOT);
        return SENTENCES.say(key, f.end(), place, f.value());
    }

    /** Whether this came in this step. */
    public boolean isNew(CablingFact.Kind kind, String place, String end) {
        return change.came().stream()
                .anyMatch(f ->
                        f.kind() == kind && f.place().equals(place) && f.end().equals(end));
    }

    /** Whether the bridge is part of it: it is the goal, or something is plugged into it. */
    public boolean hasBridge() {
        return now.rooms().size() == 1
                || now.outside().stream().anyMatch(e -> e.bridge().isPresent());
    }

    /** What a namespace's default route is; empty where that is of no concern. */
    public String route(Room room) {
        return room.gateway()
                .map(g -> SENTENCES.say("cabling.route", g))
                .orElse(change.steps().contains(CablingStep.ROUTE) ? SENTENCES.say("cabling.no-route") : "");
    }

    /** What is connected to what, a sentence each. */
    public List<String> told() {
        List<String> lines = new ArrayList<>();
        if (hasBridge()) {
            lines.add(SENTENCES.say(
                    "cabling.bridge", now.bridge(), now.bridgeAddress().orElse("–")));
        }
        for (End end : now.outside()) {
            lines.add(end.bridge()
                    .map(b -> SENTENCES.say("cabling.plugged", end.name(), b, state(end)))
                    .orElseGet(() -> SENTENCES.say("cabling.loose", end.name(), state(end))));
        }
        for (Room room : now.rooms()) {
            String inside = room.inside().stream()
                    .map(CablingWords::said)
                    .collect(Collectors.joining(SENTENCES.say("list.comma")));
            lines.add(SENTENCES.say("cabling.room", room.name(), inside));
            if (!route(room).isEmpty()) {
                lines.add(SENTENCES.say("cabling.room-route", room.name(), route(room)));
            }
        }
        lines.addAll(cables());
        change.packet()
                .map(p -> p.answered() ? SENTENCES.say("cabling.packet") : unanswered(p))
                .ifPresent(lines::add);
        return lines;
    }

    /** What became of a packet without an answer: without a way, Linux sends none. */
    public static String unanswered(Packet packet) {
        return SENTENCES.say(packet.end().isEmpty() ? "cabling.unsent" : "cabling.no-answer");
    }

    /** Both ends of each cable. */
    private List<String> cables() {
        return now.ends()
                .filter(e -> e.cable() > 0)
                .flatMap(e -> now.otherEnd(e).stream().map(o -> SENTENCES.say("cabling.pair", e.name(), o.name())))
                .toList();
    }

    private static String said(End end) {
        String name = end.name() + end.address().map(a -> " " + a).orElse("");
        return Language.current().aside(name, state(end));
    }

    /** Whether an interface is switched on. */
    public static String state(End end) {
        return SENTENCES.say(end.up() ? "cabling.up" : "cabling.down");
    }

    /** The steps with a cross at each that is done. */
    private String steps() {
        List<CablingStep> steps = change.steps();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            said.add((change.done().contains(steps.get(i)) ? "[x] " : "[ ] ") + (i + 1) + " " + step(steps.get(i)));
        }
        return String.join("  ", said);
    }

    /** Everything, under a title. */
    public String text(Optional<String> title) {
        List<String> lines = new ArrayList<>(List.of(title.orElseGet(this::title), command()));
        lines.addAll(marks());
        lines.add(steps());
        lines.addAll(told());
        return String.join("\n", lines);
    }
}
