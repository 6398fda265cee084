package porthole.lesson.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a line says what the answer to a question is: by its words, by its reason, as a warning, as a heading. */
final class TextsAbove {
    /** As many words in a row are no chance. */
    private static final int RUN_OF_WORDS = 4;

    /** As many letters of Japanese, in which nothing separates words. */
    private static final int RUN_OF_LETTERS = 11;

    /** So many words that a warning and a question share are no chance: both speak of networks. */
    private static final int WORDS_OF_WARNING = 3;

    /** A heading that is a sentence: with a verb in English, at whose end one is in Japanese. */
    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(?:is|are|has|have|needs?|does|do|builds?|gets?|gives?|makes?|ends?|can|cannot|will|knows?|reach(?:es)?|shares?"
                    + "|uses?|drops?|refuses?|takes?|stays?|lives?|comes?|answers?)\\b|(?:る|す|た|ない|ません|です|だ|う|く|む)$");

    /** The terms of networking in letters in a row, which tell nothing by themselves. */
    private static final List<String> TERMS = TechnicalTerm.ofNetworking().stream()
            .flatMap(term -> term.forms().stream())
            .filter(form -> !form.matches("\\p{ASCII}+"))
            .toList();

    private final AskedQuestion asked;
    private final Set<String> ask;

    TextsAbove(AskedQuestion asked) {
        this.asked = asked;
        this.ask = ContentWords.withParts(ContentWords.of(asked.ask()));
    }

    private Set<String> choices() {
        return asked.question().choices().keySet();
    }

    /**
     * What the words of a choice have that those of no other have; of these the names and numbers, where there are some. The
     * names that each engine has (bridge, none) are everyday words, too.
     */
    private Set<String> own(String choice) {
        Set<String> own = new LinkedHashSet<>(ContentWords.of(asked.words(choice)));
        for (String other : choices()) {
            if (!other.equals(choice)) {
                own.removeAll(ContentWords.of(asked.words(other)));
            }
        }
        Set<String> strong = own.stream()
                .filter(word -> asked.isName(word) && !AskedQuestion.PREDEFINED.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return strong.isEmpty() ? own : strong;
    }

    /**
     * The words of the right choice and of the question that the line has, where it has no other choice's and speaks of what the
     * question speaks of; none where it does not tell the answer.
     */
    List<String> wordsOfTheAnswer(Evidence evidence) {
        Set<String> key = own(asked.answer());
        Set<String> line = ContentWords.withParts(ContentWords.of(evidence.line()
                .replaceFirst("^\\d+[.)] ", "")
                .replaceAll("PID \\d+", ""))); // a number of a list counts steps
        if (key.isEmpty()
                || !line.containsAll(key)
                || ContentWords.of(asked.ask()).containsAll(key)
                || isChance(evidence, key, line)) {
            return List.of();
        }
        for (String other : choices()) {
            if (!other.equals(asked.answer()) && own(other).stream().anyMatch(line::contains)) {
                return List.of(); // it names the choices, not the answer
            }
        }
        Set<String> subject = new LinkedHashSet<>(ask);
        choices().forEach(choice -> subject.removeAll(ContentWords.of(asked.words(choice))));
        subject.retainAll(line);
        int weight =
                subject.stream().mapToInt(word -> asked.isName(word) ? 2 : 1).sum();
        Set<String> matched = new LinkedHashSet<>(key);
        matched.addAll(subject);
        return weight >= (evidence.kind() == Evidence.Kind.HEADLINE ? 1 : 2)
                ? ContentWords.asTyped(evidence.line(), matched)
                : List.of();
    }

    /** One everyday word of a text is; so is a network's name without what else the choice says, since each table has it. */
    private boolean isChance(Evidence evidence, Set<String> key, Set<String> line) {
        if (!evidence.isShown() && key.size() == 1 && key.stream().noneMatch(asked::isName)) {
            return true;
        }
        Set<String> rest = new LinkedHashSet<>(ContentWords.of(asked.words(asked.answer())));
        rest.removeAll(key);
        return asked.networks().containsAll(key)
                && !rest.isEmpty()
                && (rest.stream().filter(asked::isName).anyMatch(name -> !line.contains(name))
                        || rest.stream().noneMatch(line::contains));
    }

    /** A run of words of the right choice or of the reason that the line has, and no other choice; empty text if there is none. */
    String wordsOfTheReason(Evidence evidence) {
        if (asked.notebook().calls("check").stream().anyMatch(call -> call.cell() == evidence.cell())) {
            return ""; // the answer to a question above, and its reason
        }
        String others = choices().stream()
                .filter(other -> !other.equals(asked.answer()))
                .map(asked::words)
                .collect(Collectors.joining(" | "));
        return inARow(asked.words(asked.answer()), evidence.line(), others)
                .or(() -> inARow(asked.why(), evidence.line(), others))
                .orElse("");
    }

    private Optional<String> inARow(String one, String other, String excepted) {
        if (one.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30ff)) {
            return lettersInARow(letters(one), letters(other), letters(excepted));
        }
        List<String> words = ContentWords.all(one);
        String line = spaced(ContentWords.all(other));
        String not = spaced(ContentWords.all(excepted));
        return IntStream.rangeClosed(0, words.size() - RUN_OF_WORDS)
                .mapToObj(i -> words.subList(i, i + RUN_OF_WORDS))
                .filter(run -> tells(run) && line.contains(spaced(run)) && !not.contains(spaced(run)))
                .map(run -> ContentWords.rowAsTyped(other, run))
                .findFirst();
    }

    /** "Of its own" and "no room" tell something, though "own" and "no" stand everywhere. */
    private boolean tells(List<String> run) {
        int telling = telling(String.join(" ", run)).size();
        return telling >= 2 || (telling == 1 && (run.contains("own") || run.contains("no")));
    }

    /** What is neither in the question nor in another choice. */
    private Set<String> telling(String text) {
        Set<String> telling = ContentWords.of(text);
        telling.removeIf(word -> asked.isName(word) || ask.contains(word));
        choices().stream()
                .filter(choice -> !choice.equals(asked.answer()))
                .forEach(choice -> telling.removeAll(ContentWords.of(asked.words(choice))));
        return telling;
    }

    private static String spaced(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\\p{P}]", "");
    }

    private Optional<String> lettersInARow(String one, String line, String excepted) {
        String other = TERMS.stream().reduce(line, (rest, term) -> rest.replace(term, " "));
        Set<String> telling = telling(one);
        telling.removeIf(word -> word.matches("\\p{ASCII}+"));
        return IntStream.rangeClosed(0, one.length() - RUN_OF_LETTERS)
                .mapToObj(i -> one.substring(i, i + RUN_OF_LETTERS))
                .filter(run -> run.codePoints().filter(c -> c >= 0x30a1).count() >= 4
                        && telling.stream().anyMatch(run::contains)
                        && other.contains(run)
                        && !excepted.contains(run))
                .findFirst();
    }

    /** The engine warns of what the question asks; what its reason alone shares with a warning is that both are on networks. */
    boolean warns(Evidence evidence) {
        if (!evidence.isWarning()) {
            return false;
        }
        Set<String> line = ContentWords.withParts(ContentWords.of(evidence.line()));
        line.removeAll(asked.names());
        Set<String> shared = ContentWords.withParts(ContentWords.of(asked.ask() + " " + asked.why()));
        shared.retainAll(line);
        return shared.size() >= WORDS_OF_WARNING && ask.stream().anyMatch(line::contains);
    }

    /** A heading that is no question, and speaks of what the reason speaks of; one that is a sentence, of the question. */
    boolean tells(Evidence heading) {
        if (heading.line().matches(".*[?？].*")) {
            return false;
        }
        boolean statement = STATEMENT.matcher(heading.line()).find();
        boolean english = heading.line().matches("\\p{ASCII}+");
        Set<String> shared = ContentWords.of(heading.line());
        shared.retainAll(ContentWords.of(
                asked.why() + " " + asked.words(asked.answer()) + (statement ? " " + asked.ask() : "")));
        if (!statement) {
            shared.removeAll(ContentWords.of(asked.ask()));
        }
        return shared.size() >= (statement && english ? 1 : 2);
    }
}
