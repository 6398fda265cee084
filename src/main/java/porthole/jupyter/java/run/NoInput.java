package porthole.jupyter.java.run;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Nobody can be asked for a line; the message says why. Unchecked, because {@code java.util.Scanner} swallows an
 * {@link IOException} and would complain of a missing line instead.
 */
final class NoInput extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    NoInput(String sentence) {
        super(sentence, new IOException(sentence));
    }
}
