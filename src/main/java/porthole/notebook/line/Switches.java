package porthole.notebook.line;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** A flag without a value, which the docker program takes with {@code =true} and {@code =false} too. */
final class Switches implements IParameterPreprocessor {
    private static final Set<String> ON = Set.of("true", "t", "1");

    /** A word that follows after a blank is not the flag's; one after an equals sign is. */
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own signature
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec flag, Map<String, Object> state) {
        boolean attached = "=".equals(state.get("separator"));
        if (!attached) {
            flag.setValue(true);
            return true;
        }
        String value = words.peek().toLowerCase(Locale.ROOT);
        if (value.length() == 1) {
            words.pop();
            words.push(String.valueOf(ON.contains(value)));
        }
        return false;
    }
}
