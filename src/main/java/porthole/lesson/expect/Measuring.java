package porthole.lesson.expect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.engine.recording.NotRecordedException;
import porthole.lesson.expect.Expectation.ContainerIs;
import porthole.lesson.expect.Expectation.ContainerOn;
import porthole.lesson.expect.Expectation.InJava;
import porthole.lesson.expect.Expectation.NetworkIs;
import porthole.lesson.expect.Expectation.PageText;
import porthole.lesson.expect.Expectation.Reach;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Scope;
import porthole.network.Snapshot;
import porthole.probe.why.Rung;

/** Measures on the live network what a lesson expects. Says what was seen, and never what would repair it. */
public final class Measuring {
    /** As javac says it in both languages (JDK 17, 21, 25). */
    private static final Pattern NO_VARIABLE =
            Pattern.compile("(?:cannot find symbol|シンボルを見つけられません): (?:variable|変数) (\\w+)");

    private static final Sentences SENTENCES = Sentences.of(Measuring.class);

    /** Steps that can be broken for a moment while a server starts or reads its configuration again. */
    private static final Set<Rung.Step> MAY_COME = EnumSet.of(Rung.Step.LISTENING, Rung.Step.PORT, Rung.Step.HTTP);

    /** Steps that the engine makes whole before its command ends, but that the hosts of a swarm tell each other later. */
    private static final Set<Rung.Step> MAY_COME_IN_A_SWARM = EnumSet.of(Rung.Step.NAME, Rung.Step.ADDRESS);

    private final Instruments instruments;

    /** @param instruments with what is measured */
    public Measuring(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * Whether it is as expected now.
     *
     * @throws RuntimeException where it cannot be measured, as where a call begins at a container that does not exist
     * @throws InterruptedException where the cell is interrupted
     */
    public Measured measure(Expectation expected) throws InterruptedException {
        if (expected instanceof Reach reach) {
            return reach(reach);
        } else if (expected instanceof PageText page) {
            return page(page);
        } else if (expected instanceof NetworkIs network) {
            return network(network);
        } else if (expected instanceof ContainerIs container) {
            return container(container);
        } else if (expected instanceof ContainerOn place) {
            return place(place);
        } else if (expected instanceof InJava java) {
            return judged(() -> value(java.expression()), "measure.no-truth");
        }
        throw new IllegalArgumentException(SENTENCES.say("measure.cell"));
    }

    /**
     * The same, where only the symptom is told: that a call does not arrive, and not what is in its way. What is seen of
     * containers and networks is not told either.
     *
     * @throws RuntimeException as of {@link #measure}
     * @throws InterruptedException where the cell is interrupted
     */
    public Measured symptom(Expectation expected) throws InterruptedException {
        Measured measured = measure(expected);
        if (expected instanceof Reach reach) {
            String key = measured.holds() == reach.wanted() ? "measure.reached" : "measure.unreached";
            return new Measured(measured.holds(), SENTENCES.say(key), measured.mayCome());
        }
        boolean state =
                expected instanceof NetworkIs || expected instanceof ContainerIs || expected instanceof ContainerOn;
        return state ? new Measured(measured.holds(), "") : measured;
    }

    private Measured reach(Reach wanted) {
        Optional<Rung> broken = instruments.why(wanted.from(), wanted.target()).broken();
        boolean holds = broken.isEmpty() == wanted.wanted();
        String seen = broken.map(rung ->
                        SENTENCES.say(holds ? "measure.kept-out" : "measure.rung", rung.question(), rung.seen()))
                .orElseGet(() -> SENTENCES.say("measure.reached"));
        return new Measured(
                holds,
                seen,
                wanted.wanted() && broken.map(Rung::step).filter(this::mayCome).isPresent());
    }

    private boolean mayCome(Rung.Step broken) {
        return MAY_COME.contains(broken) || (MAY_COME_IN_A_SWARM.contains(broken) && isSwarm());
    }

    private boolean isSwarm() {
        return instruments.snapshot().networks().stream().anyMatch(n -> n.scope() == Scope.SWARM);
    }

    private Measured page(PageText wanted) throws InterruptedException {
        HttpAnswer answer = instruments.page(wanted.url());
        boolean there = answer.status().isPresent() && answer.body().contains(wanted.text());
        String seen = answer.status()
                .map(status -> SENTENCES.say(
                        wanted.text().isEmpty() ? "measure.answers" : there ? "measure.contains" : "measure.other-page",
                        wanted.url(),
                        String.valueOf(status),
                        wanted.text()))
                .orElse(answer.body());
        return new Measured(there == wanted.wanted(), seen, wanted.wanted() && !there);
    }

    /**
     * What says {@code true} or {@code false} of itself. What it throws is shown in words; that something was not recorded is
     * thrown, for then nothing was measured.
     *
     * @param otherwise the sentence where it says neither
     */
    public static Measured judged(Callable<?> claim, String otherwise) throws InterruptedException {
        try {
            Object said = claim.call();
            return said instanceof Boolean holds
                    ? new Measured(holds, "")
                    : new Measured(false, SENTENCES.say(otherwise, said));
        } catch (InterruptedException | NotRecordedException e) {
            throw e;
        } catch (Exception e) {
            return new Measured(false, SENTENCES.say("verify.thrown", told(e)));
        }
    }

    /** An exception in words: its message, or its name where it has none. */
    private static String told(Exception thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        Matcher variable = NO_VARIABLE.matcher(message);
        return variable.matches() ? SENTENCES.say("verify.no-variable", variable.group(1)) : message;
    }

    /**
     * What a lesson's expression gives.
     *
     * @throws Exception where it is no Java, and what it throws
     */
    public @Nullable Object value(String expression) throws Exception {
        return instruments.java(expression);
    }

    private Measured network(NetworkIs wanted) {
        Optional<Network> network = instruments
                .snapshot()
                .network(wanted.name())
                .filter(n -> n.name().equals(wanted.name()));
        if (network.isEmpty()) {
            boolean expected = wanted.state() == Expectation.NetworkState.PRESENT && !wanted.wanted();
            return new Measured(expected, SENTENCES.say("measure.no-network", wanted.name()));
        }
        return switch (wanted.state()) {
            case PRESENT -> new Measured(wanted.wanted(), SENTENCES.say("measure.network", wanted.name()));
            case INTERNAL -> {
                boolean internal = network.get().internal();
                String seen = SENTENCES.say(internal ? "measure.internal" : "measure.outward", wanted.name());
                yield new Measured(internal == wanted.wanted(), seen);
            }
        };
    }

    private Measured container(ContainerIs wanted) {
        Optional<Container> container = named(instruments.snapshot(), wanted.name());
        if (container.isEmpty()) {
            return new Measured(!wanted.wanted(), SENTENCES.say("measure.no-container", wanted.name()));
        }
        boolean runs = container.get().running();
        String seen = SENTENCES.say(runs ? "measure.runs" : "measure.stopped", wanted.name());
        return switch (wanted.state()) {
            case PRESENT -> new Measured(wanted.wanted(), seen);
            case RUNNING -> new Measured(runs == wanted.wanted(), seen);
        };
    }

    private Measured place(ContainerOn wanted) {
        Optional<Container> container = named(instruments.snapshot(), wanted.name());
        if (container.isEmpty()) {
            return new Measured(false, SENTENCES.say("measure.no-container", wanted.name()));
        }
        boolean on =
                container.get().endpoints().stream().anyMatch(e -> e.network().equals(wanted.network()));
        String seen = SENTENCES.say(on ? "measure.on" : "measure.not-on", wanted.name(), wanted.network());
        return new Measured(on == wanted.wanted(), seen);
    }

    private static Optional<Container> named(Snapshot snapshot, String name) {
        return snapshot.container(name).filter(c -> c.name().equals(name));
    }
}
