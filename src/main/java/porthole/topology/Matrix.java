package porthole.topology;

import java.util.List;
import java.util.Optional;

/**
 * Who reaches whom, measured, beside what was predicted.
 *
 * @param names those who took part, in the order of the snapshot; each calls every other
 * @param calls one for each ordered pair of two
 */
public record Matrix(List<String> names, List<Call> calls) {
    public Matrix {
        names = List.copyOf(names);
        calls = List.copyOf(calls);
    }

    /**
     * One pair.
     *
     * @param predicted what the snapshot alone says
     * @param byName whether the name became an address of the called that answered
     * @param byAddress whether an address of the called answered
     */
    public record Call(Reachability predicted, boolean byName, boolean byAddress) {
        /** Who called. */
        public String from() {
            return predicted.from();
        }

        /** Who was called. */
        public String to() {
            return predicted.to();
        }

        /** Whether an answer came in any way. */
        public boolean reaches() {
            return byName || byAddress;
        }

        /** Whether it came out as predicted. */
        public boolean asPredicted() {
            return byName == predicted.byName() && byAddress == predicted.byAddress();
        }
    }

    /** The call from one to the other; empty where it is the same, or one took no part. */
    public Optional<Call> call(String from, String to) {
        return calls.stream()
                .filter(c -> c.from().equals(from) && c.to().equals(to))
                .findFirst();
    }

    /** The calls that did not come out as predicted. */
    public List<Call> surprises() {
        return calls.stream().filter(c -> !c.asPredicted()).toList();
    }
}
