import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * A kernel on the library of JJava that Maven Central has: its sockets, its extensions and its rendering are JJava's own.
 * JJava's evaluator of Java is not there; plain JShell in this process takes its place, and %classpath is done by hand.
 */
class JJavaStart extends BaseKernel {
    private static final String VALUE = "JJavaStart.value";

    private final JShell shell = JShell.builder().executionEngine("local").build();
    private final ClassLoader loader;

    JJavaStart() {
        super(
                "JJava",
                "",
                new LanguageInfo.Builder("Java").build(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                new MagicsRegistry(),
                true,
                new StringStyler.Builder().build());
        loader = (ClassLoader) evalRaw("new Object() {}.getClass().getClassLoader()");
    }

    public static void main(String[] arguments) throws Exception {
        String file = Files.readString(Path.of(arguments[0]));
        JupyterConnection connection = new JupyterConnection(KernelConnectionProperties.parse(file));
        JJavaStart kernel = new JJavaStart();
        kernel.onStartup();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
    }

    @Override
    protected ClassLoader getClassLoader() {
        return loader == null ? super.getClassLoader() : loader;
    }

    @Override
    public Object evalRaw(String cell) {
        if (cell.startsWith("%classpath ")) {
            String path = new File(cell.substring("%classpath ".length())).getPath();
            shell.addToClasspath(path);
            installExtensions(path);
            return null;
        }
        Object value = null;
        for (String rest = cell; !rest.isBlank(); ) {
            CompletionInfo unit = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            value = unit(unit.source());
            rest = unit.remaining();
        }
        return value;
    }

    /** JShell hands values out as text; an expression's goes through a property of the process. */
    private Object unit(String source) {
        System.getProperties().remove(VALUE);
        String bare = source.strip().replaceFirst(";$", "");
        List<SnippetEvent> events = shell.eval("System.getProperties().put(\"" + VALUE + "\", " + bare + ")");
        if (events.get(0).status() == Snippet.Status.REJECTED) { // it has no value
            events = shell.eval(source);
        }
        SnippetEvent event = events.get(0);
        if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
            throw new IllegalStateException(source + ": " + event.status(), event.exception());
        }
        return System.getProperties().get(VALUE);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean detailed) {
        return null;
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        return null;
    }

    @Override
    public String isComplete(String code) {
        return IS_COMPLETE_MAYBE;
    }
}
