package porthole.jupyter.java.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How JShell names what it makes of a cell: a class of package {@code REPL} around each snippet ({@code REPL.$JShell$5},
 * compiled anew {@code REPL.$JShell$5B}), in which a declared type is nested ({@code REPL.$JShell$5B$Counter}) and the
 * method {@code do_it$} runs a statement. Nothing documents these names; they have been the same from JDK 9 to 25. No
 * other class of Porthole writes them.
 */
public final class JShellNames {
    /** The package that the session's classes are in. */
    public static final String PACKAGE = "REPL";

    /** What the simple name of each class around a snippet begins with; JShell goes on with a number. */
    public static final String CLASS = "$JShell$";

    /** The method that runs a snippet. */
    public static final String METHOD = "do_it$";

    /** A regular expression: what the binary name of each class around a snippet begins with. */
    public static final String CLASS_PATTERN = "REPL\\.\\$JShell\\$";

    /** A regular expression: the name of a class around a snippet. */
    public static final String WRAPPER_PATTERN = CLASS_PATTERN + "\\w+";

    /** A regular expression: the name of the method that runs a snippet. */
    public static final String METHOD_PATTERN = "do_it\\$";

    private static final String CLASSES = PACKAGE + "." + CLASS;
    private static final String AUXILIARY = METHOD + "Aux";
    private static final String LAMBDA = "lambda$" + METHOD;
    private static final Pattern WRAPPER = Pattern.compile(CLASS_PATTERN + "[0-9A-Z_]+");
    private static final Pattern OUTERMOST = Pattern.compile("^" + WRAPPER_PATTERN + "\\$?");
    private static final Pattern NESTED = Pattern.compile(WRAPPER_PATTERN + "\\$(?=[\\p{L}_])");
    private static final Pattern ANYWHERE = Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\w+[$.]?");
    private static final Pattern SNIPPET = Pattern.compile("REPL[./]\\$JShell\\$(\\d+)[A-Z]*");
    private static final Pattern VERSION = Pattern.compile("(REPL[./]\\$JShell\\$\\d+)[A-Z]+");

    private JShellNames() {}

    /** Whether the class of that binary name is a cell's, or one that JShell has made around a cell's code. */
    public static boolean isOwn(String className) {
        return className.startsWith(PACKAGE + ".");
    }

    /** Whether the class of that name is one around a snippet, or nested in one. */
    public static boolean isSnippets(String className) {
        return className.startsWith(CLASSES);
    }

    /** The name of the class that JShell makes first around the snippet of that id. */
    public static String classOf(String snippetId) {
        return CLASSES + snippetId;
    }

    /** The id of the snippet that the class is around, whatever its version; {@code null} for any other class. */
    public static @Nullable String snippetOf(String className) {
        Matcher matcher = SNIPPET.matcher(className);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** {@code name}, or all such names in it, as the first version of the class has it. */
    public static String unversioned(String name) {
        return VERSION.matcher(name).replaceAll("$1");
    }

    /** The class around {@code binaryName}'s declaration, which has the names of the imports; itself if it is no cell's. */
    public static String wrapper(String binaryName) {
        Matcher matcher = WRAPPER.matcher(binaryName);
        return matcher.lookingAt() ? matcher.group() : binaryName;
    }

    /** The name as the person has written it, {@code Counter} or {@code Outer.Inner}; empty for the class around it. */
    public static String written(String binaryName) {
        String rest = binaryName.substring(wrapper(binaryName).length());
        return rest.isEmpty() ? "" : rest.substring(1).replace('$', '.');
    }

    /** The binary name without the class around it: {@code Outer$Inner}; empty for the class around it. */
    public static String withoutWrapper(String binaryName) {
        return OUTERMOST.matcher(binaryName).replaceFirst("");
    }

    /** {@code text} with each type of a cell without the class around it. */
    public static String withoutWrappers(String text) {
        return NESTED.matcher(text).replaceAll("");
    }

    /** A compiler's message without the classes around snippets, as JShell itself tells it. */
    public static String withoutClasses(String message) {
        return ANYWHERE.matcher(message).replaceAll("");
    }

    /** {@code name} without that package; as it is if it has another. */
    public static String withoutPackage(String name) {
        return isOwn(name) ? name.substring(PACKAGE.length() + 1) : name;
    }

    /** Whether the method runs a statement or an expression. */
    public static boolean isRun(String method) {
        return method.equals(METHOD);
    }

    /** Whether the method computes the value of a declaration for the one that runs it: a compiler's, not a person's. */
    public static boolean isAuxiliary(String method) {
        return method.equals(AUXILIARY);
    }

    /** Whether the method is the body of a lambda that stands in a statement. */
    public static boolean isLambda(String method) {
        return method.startsWith(LAMBDA);
    }

    /** The method as stack traces tell it: {@code run}, {@code lambda$run$0}, any other as it is. */
    public static String told(String method) {
        if (isRun(method)) {
            return "run";
        }
        return method.replaceFirst("^lambda\\$" + METHOD_PATTERN + "(?:Aux)?\\$", "lambda\\$run\\$");
    }

    /** Whether {@link #told} may have another name for the method. */
    public static boolean isNamedByJShell(String method) {
        return method.startsWith(METHOD) || isLambda(method);
    }
}
