package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;

/** {@code %option}: javac's options for the cells from here on; what the session holds stays. */
final class OptionMagic implements Magic {
    private static final String PREVIEW = "--enable-preview";

    private final Snippets snippets;
    private final List<String> given = new ArrayList<>();

    OptionMagic(Snippets snippets) {
        this.snippets = snippets;
    }

    @Override
    public String name() {
        return "option";
    }

    @Override
    public String summary() {
        return "%option [OPTION...]: compiles the cells from here on with these options of javac (--enable-preview,"
                + " -Xlint:unchecked); shows those given so far";
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws MagicException {
        List<String> words = Arrays.stream(arguments.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return given.isEmpty()
                    ? "No options were given; %option --enable-preview, say, gives one."
                    : String.join(" ", given);
        }
        check(words);
        List<String> all = new ArrayList<>(words);
        boolean saysRelease =
                words.stream().anyMatch(w -> w.equals("-source") || w.equals("--source") || w.equals("--release"));
        if (words.contains(PREVIEW) && !saysRelease) { // javac wants to be told whose previews
            all.addAll(List.of("-source", String.valueOf(Runtime.version().feature())));
        }
        snippets.compileWith(all);
        given.addAll(all);
        return null;
    }

    /** JShell would refuse every cell because of one that javac does not know. */
    private static void check(List<String> words) throws MagicException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int arguments = javac.isSupportedOption(word);
            if (arguments < 0) {
                throw new MagicException("\"" + word + "\" is no option of this javac (Java "
                        + Runtime.version().feature() + "); %option takes what javac --help and --help-extra list.");
            }
            if (i + arguments >= words.size()) {
                throw new MagicException("\"" + word + "\" wants a value behind it, as in %option " + word + " VALUE.");
            }
            i += arguments;
        }
    }
}
