package porthole.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Two ways of doing the same, measured in turn (A B A B …) in one process, so that a slow moment hits both. */
final class Pairs {
    /** Rounds of ours before the count begins: a notebook's JVM has been running for a while. */
    private static final int WARM_UP = 200;

    private Pairs() {}

    /** Something to time. */
    interface Work {
        /** Does it once. */
        void run() throws Exception;
    }

    /**
     * Runs both in turn and prints the medians and their ratio.
     *
     * @param goal the ratio that is asked for; what falls short is printed as such
     * @return the ratio of the medians, ours to theirs
     */
    static double compare(String what, int rounds, double goal, String us, Work ours, String them, Work theirs)
            throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            ours.run();
        }
        for (int i = 0; i < 3; i++) {
            theirs.run();
        }
        List<Double> mine = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            mine.add(milliseconds(ours));
            other.add(milliseconds(theirs));
        }
        double ratio = median(mine) / median(other);
        System.out.printf(
                Locale.ROOT,
                "%-34s %s %.2f ms, %s %.2f ms: ratio %.3f (goal %.2f%s)%n",
                what,
                us,
                median(mine),
                them,
                median(other),
                ratio,
                goal,
                ratio <= goal ? "" : ", NOT reached");
        return ratio;
    }

    static double milliseconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
