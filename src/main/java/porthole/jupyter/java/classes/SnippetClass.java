package porthole.jupyter.java.classes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the classes that JShell makes of cells' declarations, as {@code REPL.$JShell$5B$Counter}. */
public final class SnippetClass {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$[0-9A-Z]+");

    private SnippetClass() {}

    /** The class around {@code binaryName}'s declaration, which has the names of the imports; itself where it is no cell's. */
    static String wrapper(String binaryName) {
        Matcher matcher = WRAPPER.matcher(binaryName);
        return matcher.lookingAt() ? matcher.group() : binaryName;
    }

    /** The name as the person has written it, {@code Counter} or {@code Outer.Inner}; empty for the class around it. */
    public static String written(String binaryName) {
        String rest = binaryName.substring(wrapper(binaryName).length());
        return rest.isEmpty() ? "" : rest.substring(1).replace('$', '.');
    }
}
