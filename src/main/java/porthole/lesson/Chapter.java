package porthole.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineException;
import porthole.engine.flag.Force;
import porthole.engine.owner.Owner;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;

/** A section of the course, to be begun from whatever state the engine is in. */
public final class Chapter {
    private static final Sentences SENTENCES = Sentences.of(Chapter.class);
    private static final Set<String> KINDS = Set.of("container", "network", "volume", "endpoint", "link");
    private static final Pattern CHOICE = Pattern.compile("(\\d{1,5})=(\\d{1,5})");

    private final Section section;
    private final Docker docker;
    private final Supplier<List<Removed>> reset;

    private Chapter(Section section, Docker docker, Supplier<List<Removed>> reset) {
        this.section = section;
        this.docker = docker;
        this.reset = reset;
    }

    /**
     * The section of that number.
     *
     * @param reset removes what this notebook has made, and tells what it was
     * @throws IllegalArgumentException where there is none
     */
    public static Chapter of(String number, Docker docker, Supplier<List<Removed>> reset) {
        return Section.ALL.stream()
                .filter(s -> s.number().equals(number.strip()))
                .findFirst()
                .map(s -> new Chapter(s, docker, reset))
                .orElseThrow(() -> new IllegalArgumentException(SENTENCES.say(
                        "chapter.unknown",
                        number,
                        Section.ALL.stream().map(Section::number).collect(Collectors.joining(", ")))));
    }

    /**
     * Brings the engine to the state from which the section starts, and tells what it took.
     *
     * @throws EngineException where no engine answers, or something is in the way that this notebook did not make
     */
    public Readiness ready() {
        return ready(Map.of(), false);
    }

    /** As {@link #ready()}; what other notebooks of Porthole have left in the way is removed. */
    public Readiness ready(Force force) {
        return ready(Map.of(), true);
    }

    /**
     * As {@link #ready()}, with other ports of the host than the section's own.
     *
     * @param ports such as {@code 81=8081}: where a cell says 81, 8081 is used
     */
    public Readiness ready(String... ports) {
        Map<Integer, Integer> choices = new HashMap<>();
        for (String each : ports) {
            Matcher choice = CHOICE.matcher(each.strip());
            if (!choice.matches() || !isPort(choice.group(1)) || !isPort(choice.group(2))) {
                throw new IllegalArgumentException(SENTENCES.say("chapter.port.bad", each));
            }
            int asked = Integer.parseInt(choice.group(1));
            if (!section.ports().contains(asked)) {
                throw new IllegalArgumentException(SENTENCES.say(
                        section.fixed().contains(asked) ? "chapter.port.fixed" : "chapter.port.other",
                        asked,
                        section.number(),
                        section.ports()));
            }
            choices.put(asked, Integer.parseInt(choice.group(2)));
        }
        return ready(choices, false);
    }

    private static boolean isPort(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 65535;
    }

    private Readiness ready(Map<Integer, Integer> choices, boolean force) {
        List<String> done = new ArrayList<>();
        done.add(SENTENCES.say("ready.engine", docker.version().engine()));
        for (Removed removed : reset.get()) {
            done.add(left(removed.kind(), removed.name()));
        }
        docker.usePorts(choices);
        clearTheWay(force, done);
        ports(done);
        images(done);
        section.before().forEach(step -> step.accept(docker));
        section.before().forEach(step -> done.add(SENTENCES.say("ready.before")));
        return new Readiness(section.number(), done);
    }

    /** A kind of thing that nobody has put in words is told as the engine calls it. */
    private static String left(String kind, String name) {
        String key = "kind." + kind;
        return SENTENCES.say("ready.removed", KINDS.contains(kind) ? SENTENCES.say(key) : kind, name);
    }

    /** Names that are taken: by another notebook of ours, which may go, or by somebody else, who may not. */
    private void clearTheWay(boolean force, List<String> done) {
        Snapshot now = docker.snapshot();
        for (String name : section.containers()) {
            Optional<Container> there = now.container(name).filter(c -> c.name().equals(name));
            there.ifPresent(c -> {
                refuse("container", name, "docker.rm(FORCE, \"" + name + "\")", c.labels(), force);
                docker.rm(Force.FORCE, name);
                done.add(left("container", name));
            });
        }
        for (String name : section.networks()) {
            Optional<Network> there = now.network(name).filter(n -> n.name().equals(name));
            there.ifPresent(n -> {
                refuse("network", name, "docker.network.rm(\"" + name + "\")", n.labels(), force);
                docker.network.rm(name);
                done.add(left("network", name));
            });
        }
    }

    private void refuse(String kind, String name, String removal, Map<String, String> labels, boolean force) {
        if (!labels.containsKey(Owner.SESSION)) {
            throw new EngineException(SENTENCES.say("ready.foreign." + kind, name, section.number(), removal));
        }
        if (!force) {
            String notebook = labels.getOrDefault(Owner.NOTEBOOK, "");
            throw new EngineException(SENTENCES.say(
                    notebook.isEmpty() ? "ready.other" : "ready.other.named", name, section.number(), notebook));
        }
    }

    private void ports(List<String> done) {
        for (int port : section.fixed()) {
            docker.portHolder(port).ifPresent(holder -> {
                throw new EngineException(SENTENCES.say("ready.port.fixed", holder, section.number()));
            });
        }
        for (int port : section.ports()) {
            int used = docker.hostPort(port);
            docker.portHolder(used).ifPresent(holder -> {
                throw new EngineException(
                        SENTENCES.say("ready.port", holder, section.number(), port, free(8000 + port)));
            });
            if (used != port) {
                done.add(SENTENCES.say("ready.port.moved", port, used));
            }
        }
        if (!section.ports().isEmpty()) {
            done.add(SENTENCES.say(
                    "ready.ports",
                    java.util.stream.Stream.concat(
                                    section.fixed().stream(),
                                    section.ports().stream().map(docker::hostPort))
                            .sorted()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))));
        }
    }

    private int free(int from) {
        int port = from;
        while (docker.portHolder(port).isPresent()) {
            port++;
        }
        return port;
    }

    private void images(List<String> done) {
        for (String image : section.images()) {
            if (!docker.hasImage(image)) {
                docker.pull(image);
            }
        }
        if (!section.images().isEmpty()) {
            done.add(SENTENCES.say("ready.images", String.join(", ", section.images())));
        }
    }
}
