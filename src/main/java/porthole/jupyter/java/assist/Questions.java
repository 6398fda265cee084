package porthole.jupyter.java.assist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.magic.Magics;

/** Help for whoever asks by name: {@code name?} or {@code ?name} at the end of a cell, and {@code %help name}. */
public final class Questions implements Magic {
    private static final Sentences SENTENCES = Sentences.of(Questions.class);

    /** Asked for by name, all words are listed. */
    private static final String WORDS = "words";

    private final Magics magics;
    private final Assistance assistance;
    private final Supplier<Collection<String>> names;
    private final WordHelp words;

    /**
     * Makes the answers.
     *
     * @param names what one might have meant
     * @param words the words that cells can use without an import
     */
    public Questions(Magics magics, Assistance assistance, Supplier<Collection<String>> names, WordHelp words) {
        this.magics = magics;
        this.assistance = assistance;
        this.names = names;
        this.words = words;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return SENTENCES.say("help.help", name());
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws MagicException {
        String about = arguments.strip();
        String first = about.split("\\s", 2)[0];
        boolean isMagicOnly = magics.knows(first)
                && (!first.equals(about)
                        || assistance.inspect(about, about.length(), false).isEmpty());
        return isMagicOnly ? magic(about) : answer(about, false);
    }

    private String overview() {
        return SENTENCES.say("help.cell") + "\n\n" + SENTENCES.say("help.words") + "\n" + words.overview();
    }

    /**
     * As Shift-Tab with the cursor behind the name.
     *
     * @param about a magic, with or without its {@code %}, or what has a name in Java
     * @param detailed whether all overloads are told
     * @throws MagicException where nothing has that name; names the nearest
     */
    public MimeBundle answer(String about, boolean detailed) throws MagicException {
        if (about.startsWith("%")) {
            return magic(about);
        }
        if (about.isEmpty()) {
            return MimeBundle.text(overview());
        }
        String code = code(about);
        Optional<MimeBundle> java = assistance.inspect(code, nameEnd(code), detailed);
        if (java.isPresent()) {
            MimeBundle help = words.before(about, java.get());
            return magics.knows(about) ? both(help, magic(about)) : help;
        }
        if (magics.knows(about)) {
            return magic(about);
        }
        if (about.equals(WORDS)) {
            return words.all();
        }
        throw new MagicException(SENTENCES.say(
                "help.unknown", about, nearest(about).map(Nearest::meant).orElse("")));
    }

    /** As Java reads it: {@code Dog.bark()} for {@code Dog::bark}, a type without its arguments. */
    private static String code(String about) {
        String named = about.replaceFirst("^@", "").replaceAll("::|#", ".").replaceFirst("<.*>$", "");
        boolean isCall = named.startsWith("new ") || about.contains("::");
        return isCall && !named.contains("(") ? named + "()" : named;
    }

    /** Where the last name ends, in front of a call's arguments. */
    private static int nameEnd(String code) {
        int at = code.length();
        int depth = 0;
        while (at > 0 && (depth > 0 || code.charAt(at - 1) == ')')) {
            at--;
            depth += code.charAt(at) == ')' ? 1 : code.charAt(at) == '(' ? -1 : 0;
        }
        return at;
    }

    @Override
    public List<String> complete(String line) {
        String begun = line.substring(line.lastIndexOf(' ') + 1);
        Completions java = assistance.complete(begun, begun.length());
        Stream<String> named =
                java.items().stream().map(i -> begun.substring(0, java.start()) + NamesInOrder.name(i.text()));
        Stream<String> list = Stream.of(WORDS).filter(word -> word.startsWith(begun));
        return Stream.of(magics.complete(begun).stream(), named, list)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private Optional<String> nearest(String about) {
        Optional<String> java = Nearest.to(about, names.get());
        return java.isPresent()
                ? java
                : Nearest.to(about, magics.all().stream().map(Magic::name).toList())
                        .map(n -> "%" + n);
    }

    /** A name that Java and a magic have. */
    private static MimeBundle both(MimeBundle java, MimeBundle magic) {
        String html = java.data().getOrDefault("text/html", "") + "<hr>\n<pre>" + Html.escape(magic.plain()) + "</pre>";
        return MimeBundle.html(html, java.plain() + "\n\n" + magic.plain());
    }

    private MimeBundle magic(String line) throws MagicException {
        Optional<String> help = magics.help(line);
        return MimeBundle.text(help.isPresent() ? help.get() : magics.summary(line.replaceFirst("^%{1,2}", "")));
    }
}
