package porthole.lesson.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A term that a reader of a lesson need not know.
 *
 * @param forms how it is written, in any language; the first stands for it
 */
record TechnicalTerm(List<String> forms) {
    /** Beside an ASCII letter an ASCII word goes on; in Japanese nothing separates words. */
    private static final String FORM = "(?<![A-Za-z0-9_-])%s%s(?![A-Za-z0-9_-])";

    TechnicalTerm {
        forms = List.copyOf(forms);
    }

    static TechnicalTerm of(String form) {
        return new TechnicalTerm(List.of(form));
    }

    /** Those of networking that are no everyday words to who knows Docker, Jupyter and Java. */
    static List<TechnicalTerm> ofNetworking() {
        try (InputStream in = TechnicalTerm.class.getResourceAsStream("technical-terms.txt")) {
            if (in == null) {
                throw new IOException("technical-terms.txt");
            }
            List<TechnicalTerm> terms = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> terms.add(new TechnicalTerm(
                            Stream.of(line.split("[|]")).map(String::strip).toList())));
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text uses it. Capitals count in an abbreviation; a plural is the same word. */
    boolean isIn(String text) {
        return form(text).isPresent();
    }

    /** How a text writes it. */
    Optional<String> form(String text) {
        return forms.stream().filter(uses(text)).findFirst();
    }

    private static Predicate<String> uses(String text) {
        return form -> {
            boolean abbreviation = form.equals(form.toUpperCase(Locale.ROOT));
            String plural = form.matches(".*[A-Za-z]") ? "(?:s|es)?" : "";
            String pattern =
                    form.matches("[\\x00-\\x7f]+") ? FORM.formatted(Pattern.quote(form), plural) : Pattern.quote(form);
            return Pattern.compile(pattern, abbreviation ? 0 : Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
        };
    }
}
