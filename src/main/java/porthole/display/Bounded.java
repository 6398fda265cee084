package porthole.display;

import java.util.Locale;

/** Long texts as a page can bear them: their beginning and their end, with what is left out said between. */
public final class Bounded {
    /** Characters that are shown whole. */
    public static final int WHOLE = 100_000;

    private static final Sentences SENTENCES = Sentences.of(Bounded.class);
    private static final int LOOKED_AT = 4096;

    private Bounded() {}

    /**
     * What a page shows of something printed: no control characters ({@link Visible}), at most {@link #WHOLE}
     * characters and one sentence; of what is no text at all, the sentence alone.
     *
     * @param printed what was printed
     * @param all how a cell gets all of it, in Java: {@code docker.logs("web").text()}
     */
    public static String of(String printed, String all) {
        if (isBinary(printed)) {
            return SENTENCES.say("binary", number(printed.length()), all);
        }
        if (printed.length() <= WHOLE) {
            return Visible.of(printed);
        }
        int head = printed.lastIndexOf('\n', WHOLE / 2) + 1;
        int tail = printed.indexOf('\n', printed.length() - WHOLE / 2) + 1;
        int from = head > 0 ? head : WHOLE / 2;
        int to = tail > 0 ? tail : printed.length() - WHOLE / 2;
        String left = SENTENCES.say("cut", number(to - from), number(printed.length()), all);
        return Visible.of(printed.substring(0, from)) + "\n" + left + "\n\n" + Visible.of(printed.substring(to));
    }

    /** Whether something looks like a file and not like text: zeros in it, or bytes that no UTF-8 has. */
    private static boolean isBinary(String printed) {
        String looked = printed.length() <= LOOKED_AT ? printed : printed.substring(0, LOOKED_AT);
        long strange = looked.chars().filter(c -> c == 0xfffd).count();
        return looked.indexOf('\0') >= 0 || strange * 10 > looked.length();
    }

    private static String number(int n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
