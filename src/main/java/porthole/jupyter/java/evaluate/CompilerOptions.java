package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import porthole.display.Sentences;

/** Options for javac: JShell would refuse every cell because of one that javac does not know. */
public final class CompilerOptions {
    private CompilerOptions() {}

    /** The session's own options and {@code more}. */
    static String[] with(List<String> more) {
        List<String> all = new ArrayList<>(List.of("-g")); // a NullPointerException names the local variable
        all.addAll(more);
        return all.toArray(String[]::new);
    }

    /** {@code preferences} without such options, each of them complained of. */
    public static Preferences checked(Preferences preferences) {
        if (preferences.compilerOptions().isEmpty()) {
            return preferences;
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = new ArrayList<>();
        List<String> complaints = new ArrayList<>(preferences.complaints());
        List<String> words = preferences.compilerOptions();
        for (int i = 0; i < words.size(); i++) {
            int arguments = javac.isSupportedOption(words.get(i));
            if (arguments < 0 || i + arguments >= words.size()) {
                complaints.add(Sentences.of(CompilerOptions.class).say("options.unknown", words.get(i)));
            } else {
                options.addAll(words.subList(i, i + arguments + 1));
                i += arguments;
            }
        }
        return new Preferences(
                preferences.classPath(),
                options,
                preferences.scripts(),
                preferences.script(),
                preferences.timeout(),
                preferences.extensions(),
                preferences.semicolonShows(),
                complaints);
    }
}
