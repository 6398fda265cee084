package porthole.jupyter.java;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Outcome;

/**
 * How a snippet ended, in what can be compared.
 *
 * @param text the value, or the exception's name and message
 */
record Ended(How how, String text) {
    enum How {
        DONE,
        VALUE,
        THREW,
        REFUSED
    }

    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$(?=[\\p{L}$\\d])");
    private static final Pattern LAMBDA = Pattern.compile("\\$*Lambda[^ ,\\]]*");
    private static final Pattern ANONYMOUS =
            Pattern.compile("(\\$*JShell\\$anonymous\\$)?\\$\\d*@|\\w+ \\(an anonymous class\\)(\\{.*})?@");
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}");
    private static final Pattern ARRAY = Pattern.compile("\\w+(\\[\\d*])+ \\{ ");

    /** What a call of something that waits for a declaration ends with. */
    static final Ended UNRESOLVED = new Ended(How.THREW, "what is not declared");

    static Ended of(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            if (failed.name().equals("UnresolvedReference")) {
                return UNRESOLVED;
            }
            boolean refused = failed.name().equals("CompilationError");
            return new Ended(refused ? How.REFUSED : How.THREW, refused ? "" : failed.name() + ": " + failed.message());
        }
        Outcome.Done done = (Outcome.Done) outcome;
        String shown = done.outputs().stream().map(MimeBundle::plain).collect(Collectors.joining("\n"));
        return done.outputs().isEmpty() ? new Ended(How.DONE, "") : new Ended(How.VALUE, shown);
    }

    /** Without what differs between any two sessions, and without JShell's own form of texts and arrays. */
    String comparable() {
        String plain = text;
        if (how == How.VALUE && plain.matches("(?s)\".*\"|'.*'")) {
            plain = plain.substring(1, plain.length() - 1).translateEscapes();
        } else if (how == How.VALUE && ARRAY.matcher(plain).lookingAt()) {
            plain = ARRAY.matcher(plain).replaceAll("[").replace(" }", "]").replaceAll("[\"']", "");
        }
        plain = WRAPPER.matcher(plain).replaceAll("");
        plain = LAMBDA.matcher(plain).replaceAll("a lambda");
        plain = ANONYMOUS.matcher(plain).replaceAll("@");
        return IDENTITY.matcher(plain).replaceAll("@").replaceAll("[\"\\s]", "");
    }

    boolean agrees(Ended other) {
        return how == other.how && (how == How.REFUSED || comparable().equals(other.comparable()));
    }

    @Override
    public String toString() {
        return how.name().toLowerCase(Locale.ROOT) + (text.isEmpty() ? "" : " " + text.replace("\n", "\\n"));
    }
}
