package porthole.lesson.expect;

import porthole.display.Sentences;
import porthole.lesson.expect.Expectation.ContainerIs;
import porthole.lesson.expect.Expectation.ContainerOn;
import porthole.lesson.expect.Expectation.ContainerState;
import porthole.lesson.expect.Expectation.NetworkIs;
import porthole.lesson.expect.Expectation.NetworkState;
import porthole.lesson.expect.Expectation.PageText;
import porthole.lesson.expect.Expectation.Reach;

/** An expectation as a reader reads it for which the author has written no words. */
public final class WordedExpectation {
    private static final Sentences SENTENCES = Sentences.of(WordedExpectation.class);

    private WordedExpectation() {}

    /**
     * Gives it in the reader's language.
     *
     * @param expected what is expected
     * @param line as the author wrote it, which is also what is read where it is Java
     */
    public static String of(Expectation expected, String line) {
        if (expected instanceof Reach reach) {
            return say("reached", reach.wanted(), reach.from(), reach.target());
        } else if (expected instanceof PageText page) {
            return page.text().isEmpty()
                    ? say("answers", page.wanted(), page.url())
                    : say("contains", page.wanted(), page.url(), page.text());
        } else if (expected instanceof NetworkIs network) {
            return say(
                    network.state() == NetworkState.INTERNAL ? "internal" : "network",
                    network.wanted(),
                    network.name());
        } else if (expected instanceof ContainerIs container) {
            return say(
                    container.state() == ContainerState.RUNNING ? "running" : "container",
                    container.wanted(),
                    container.name());
        } else if (expected instanceof ContainerOn place) {
            return say("on", place.wanted(), place.name(), place.network());
        }
        return line;
    }

    private static String say(String key, boolean wanted, Object... parts) {
        return SENTENCES.say("expected." + key + (wanted ? "" : ".not"), parts);
    }
}
