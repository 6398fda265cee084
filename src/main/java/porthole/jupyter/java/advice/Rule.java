package porthole.jupyter.java.advice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;

/**
 * How a mistake is recognised, and which sentence helps.
 *
 * @param subject the compiler's code without {@code compiler.err.}, or an exception's class
 * @param message found somewhere in the message; its groups fill the sentence's places
 * @param key of the sentence
 */
record Rule(String subject, Pattern message, String key) {
    static final Sentences SENTENCES = Sentences.of(Rule.class);

    static Rule rule(String subject, String message, String key) {
        return new Rule(subject, Pattern.compile(message, Pattern.DOTALL), key);
    }

    /** The sentence of the first of {@code rules} that fits. */
    static Optional<String> first(List<Rule> rules, String subject, String message) {
        return rules.stream()
                .filter(r -> r.subject.equals(subject))
                .flatMap(r -> r.sentence(message).stream())
                .findFirst();
    }

    private Optional<String> sentence(String text) {
        Matcher matcher = message.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Object[] parts = new Object[matcher.groupCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = matcher.group(i + 1) == null ? "" : matcher.group(i + 1).strip();
        }
        return Optional.of(SENTENCES.say(key, parts));
    }
}
