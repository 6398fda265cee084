package porthole.jupyter.java.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;

/**
 * What a cell prints, up to a limit: fifty megabytes freeze a browser, and a notebook server drops a part of what comes
 * faster than about 3 MB at once (its {@code iopub_data_rate_limit}), without a word in the page.
 */
final class Printed {
    private static final Sentences SENTENCES = Sentences.of(Printed.class);

    /** Characters of a cell that are shown where the environment says nothing else. */
    private static final long USUAL = 2_000_000;

    /** The environment's word for another limit, in characters. */
    static final String VARIABLE = "PORTHOLE_OUTPUT_LIMIT";

    private static final int TAIL = 4_000;
    private static final long LIMIT = limit(System.getenv(VARIABLE));

    private final Outputs outputs;
    private final StringBuilder tail = new StringBuilder();
    private long shown;
    private long hidden;
    private boolean ended;

    Printed(Outputs outputs) {
        this.outputs = outputs;
    }

    /** The limit that {@code word} asks for; the usual one where it is no number. */
    static long limit(@Nullable String word) {
        try {
            return word == null
                    ? USUAL
                    : Math.max(0, Long.parseLong(word.strip().replace("_", "")));
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    void add(Outputs.Channel channel, String text) {
        int fits = fitting(text);
        if (fits > 0) {
            outputs.stream(channel, fits == text.length() ? text : text.substring(0, fits));
        }
        if (fits < text.length()) {
            hide(text, fits);
        }
    }

    private synchronized int fitting(String text) {
        int fits = (int) Math.min(text.length(), LIMIT - shown);
        if (fits > 0 && fits < text.length() && Character.isHighSurrogate(text.charAt(fits - 1))) {
            fits--;
        }
        shown += fits;
        return fits;
    }

    private synchronized void hide(String text, int from) {
        if (hidden == 0) {
            shown = LIMIT;
            outputs.stream(
                    Outputs.Channel.STDERR, "\n" + SENTENCES.say("printed.limit", number(LIMIT), VARIABLE) + "\n");
        }
        hidden += text.length() - from;
        tail.append(text, Math.max(from, text.length() - TAIL), text.length());
        if (tail.length() > 2 * TAIL) {
            tail.delete(0, tail.length() - TAIL);
        }
    }

    /** The cell has ended: tells the end of what was not shown. */
    synchronized void end() {
        if (hidden > 0 && !ended) {
            int from = Math.max(0, tail.length() - TAIL);
            int line = tail.indexOf("\n", from);
            String end = tail.substring(line >= 0 && line + 1 < tail.length() && from > 0 ? line + 1 : from);
            outputs.stream(
                    Outputs.Channel.STDERR, SENTENCES.say("printed.hidden", number(hidden - end.length())) + "\n");
            outputs.stream(Outputs.Channel.STDOUT, end);
        }
        ended = true;
    }
}
