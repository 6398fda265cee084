package porthole.lesson.expect;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.lesson.expect.Expectation.ContainerIs;
import porthole.lesson.expect.Expectation.ContainerOn;
import porthole.lesson.expect.Expectation.ContainerState;
import porthole.lesson.expect.Expectation.InCell;
import porthole.lesson.expect.Expectation.InJava;
import porthole.lesson.expect.Expectation.NetworkIs;
import porthole.lesson.expect.Expectation.NetworkState;
import porthole.lesson.expect.Expectation.PageText;
import porthole.lesson.expect.Expectation.Reach;

/** An expectation as a line of a lesson file. The whole line is understood, or it is none. */
public enum ExpectationLine {
    /** {@code audit -> database:80 reached}. */
    REACH(
            "FROM -> TARGET:PORT [not] reached",
            "(\\S+) *(?:->|→) *(\\S+) +(not +)?reached",
            m -> new Reach(m.group(1), m.group(2), m.group(3) == null)),
    /** {@code curl localhost:8080 contains Welcome}. */
    CONTAINS(
            "curl URL contains TEXT",
            "curl +(\\S+) +contains +(\\S.*)",
            m -> new PageText(m.group(1), m.group(2), true)),
    /** {@code curl localhost:8080 answers}. */
    ANSWERS("curl URL answers", "curl +(\\S+) +answers", m -> new PageText(m.group(1), "", true)),
    /** {@code curl localhost:8080 does not answer}. */
    SILENT("curl URL does not answer", "curl +(\\S+) +does +not +answer", m -> new PageText(m.group(1), "", false)),
    /** {@code network back internal}. */
    INTERNAL(
            "network NAME [not] internal",
            "network +(\\S+) +(not +)?internal",
            m -> new NetworkIs(m.group(1), NetworkState.INTERNAL, m.group(2) == null)),
    /** {@code network back exists}. */
    NETWORK(
            "network NAME exists|gone",
            "network +(\\S+) +(exists|gone)",
            m -> new NetworkIs(m.group(1), NetworkState.PRESENT, m.group(2).equals("exists"))),
    /** {@code container audit on back}. */
    ON(
            "container NAME [not] on NETWORK",
            "container +(\\S+) +(not +)?on +(\\S+)",
            m -> new ContainerOn(m.group(1), m.group(3), m.group(2) == null)),
    /** {@code container audit running}. */
    RUNNING(
            "container NAME [not] running",
            "container +(\\S+) +(not +)?running",
            m -> new ContainerIs(m.group(1), ContainerState.RUNNING, m.group(2) == null)),
    /** {@code container audit gone}. */
    CONTAINER(
            "container NAME exists|gone",
            "container +(\\S+) +(exists|gone)",
            m -> new ContainerIs(m.group(1), ContainerState.PRESENT, m.group(2).equals("exists"))),
    /** {@code java networks("audit").size() == 2}. */
    JAVA("java EXPRESSION", "java\\s+(?s:(\\S.*))", m -> new InJava(m.group(1))),
    /** {@code cell}. */
    CELL("cell", "cell", m -> new InCell());

    private final String form;
    private final Pattern pattern;

    @SuppressWarnings("ImmutableEnumChecker") // each is a constructor, which holds nothing
    private final Function<MatchResult, Expectation> meaning;

    ExpectationLine(String form, String pattern, Function<MatchResult, Expectation> meaning) {
        this.form = form;
        this.pattern = Pattern.compile(pattern);
        this.meaning = meaning;
    }

    /** How it is written: {@code network NAME [not] internal}. */
    public String form() {
        return form;
    }

    /** What {@code line} says; empty if it is no expectation. */
    public static Optional<Expectation> read(String line) {
        for (ExpectationLine each : values()) {
            Matcher matcher = each.pattern.matcher(line.strip());
            if (matcher.matches()) {
                return Optional.of(each.meaning.apply(matcher.toMatchResult()));
            }
        }
        return Optional.empty();
    }
}
