package porthole.jupyter.java.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.evaluate.JShellSession;

/** {@code %option}: javac's options for the cells from here on; what the session holds stays. */
public final class OptionMagic implements Magic {
    private static final Sentences SENTENCES = Sentences.of(OptionMagic.class);

    private static final String PREVIEW = "--enable-preview";

    private final Supplier<JShellSession> snippets;
    private final List<String> given = new ArrayList<>();

    public OptionMagic(Supplier<JShellSession> snippets) {
        this.snippets = snippets;
    }

    @Override
    public String name() {
        return "option";
    }

    @Override
    public String summary() {
        return SENTENCES.say("help.option", name());
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws MagicException {
        List<String> words = Arrays.stream(arguments.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return given.isEmpty() ? SENTENCES.say("option.none") : String.join(" ", given);
        }
        check(words);
        List<String> all = new ArrayList<>(words);
        boolean saysRelease =
                words.stream().anyMatch(w -> w.equals("-source") || w.equals("--source") || w.equals("--release"));
        if (words.contains(PREVIEW) && !saysRelease) { // javac wants to be told whose previews
            all.addAll(List.of("-source", String.valueOf(Runtime.version().feature())));
        }
        snippets.get().compileWith(all);
        given.addAll(all);
        return null;
    }

    /** The session begins anew, with the options that it had at its start. */
    public void forget() {
        given.clear();
    }

    /** JShell would refuse every cell because of one that javac does not know. */
    private static void check(List<String> words) throws MagicException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int arguments = javac.isSupportedOption(word);
            if (arguments < 0) {
                throw new MagicException(
                        SENTENCES.say("option.unknown", word, Runtime.version().feature()));
            }
            if (i + arguments >= words.size()) {
                throw new MagicException(SENTENCES.say("option.value", word));
            }
            i += arguments;
        }
    }
}
