package porthole.command;

import porthole.display.Sentences;

/** The text that is being read, with the place where the reader is. */
final class LineText {
    private static final Sentences SENTENCES = Sentences.of(LineText.class);
    private static final int SHOWN = 60;

    final String all;
    int at;

    LineText(String all) {
        this.all = all.replace("\r\n", "\n");
    }

    boolean more() {
        return at < all.length();
    }

    /** The character here; a 0 after the end. */
    char here() {
        return ahead(0);
    }

    char ahead(int n) {
        return at + n < all.length() ? all.charAt(at + n) : 0;
    }

    boolean sees(String next) {
        return all.startsWith(next, at);
    }

    /** A refusal of what stands at {@code from}: the sentence of {@code key} with its place. */
    LineException refused(String key, String offending, int from) {
        int line = (int) all.substring(0, from).chars().filter(c -> c == '\n').count();
        int start = all.lastIndexOf('\n', from - 1) + 1;
        int end = all.indexOf('\n', from);
        String shown = all.substring(start, end < 0 ? all.length() : end).strip();
        String place = all.indexOf('\n') < 0
                ? SENTENCES.say("place", from - start + 1)
                : SENTENCES.say("place.line", from - start + 1, line + 1);
        String cut = shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…";
        return new LineException(SENTENCES.say(key, offending, place, cut));
    }

    /** The word around {@code from} as it is typed: up to the next blank. */
    String typed(int from) {
        int end = from;
        while (end < all.length() && !Character.isWhitespace(all.charAt(end))) {
            end++;
        }
        return all.substring(from, end);
    }
}
