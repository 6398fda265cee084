package porthole.jupyter.java;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What OpenJDK's tests of JShell evaluate, read from their sources at run time: each test method is a session, each
 * constant text that it hands to an assertion that evaluates is a step.
 */
final class JdkSnippets {
    /** Assertions whose first argument is evaluated. */
    private static final Pattern EVALUATES = Pattern.compile(
            "assertEval\\w*|assertDeclare(Fail|Warn1)|assert(Import|Declaration|Var|Expression)?KeyMatch|eval");

    /** Assertions of the tool's tests, whose second argument is typed. */
    private static final Pattern TYPES =
            Pattern.compile("assertCommand|assertCommandCheckOutput|assertCommandOutput\\w+");

    /** After one of these a session is another than its snippets make it. */
    private static final Set<String> ENDS = Set.of("assertDrop", "addToClasspath", "test", "setInput");

    private static final Pattern EXITS = Pattern.compile("System\\.exit|\\.halt\\(|System\\.in\\b");

    private JdkSnippets() {}

    /**
     * A test method's snippets, in order.
     *
     * @param name class and method
     */
    record Recorded(String name, List<String> steps) {
        Recorded {
            steps = List.copyOf(steps);
        }
    }

    /** The sessions of all tests in {@code folder}, by name. */
    static List<Recorded> of(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Recorded> sessions = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.list(folder)) {
            List<Path> sources = found.filter(f -> f.toString().endsWith("Test.java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Tests(sessions), null);
            }
        }
        return sessions;
    }

    private static final class Tests extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<Recorded> sessions;
        private final Map<String, String> texts = new HashMap<>();
        private final List<String> steps = new ArrayList<>();
        private String type = "";
        private boolean over;

        Tests(List<Recorded> sessions) {
            this.sessions = sessions;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            type = type.isEmpty() ? tree.getSimpleName().toString() : type;
            return super.visitClass(tree, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            if (!tree.getParameters().isEmpty()) {
                return null; // a test's own helper: its texts come from elsewhere
            }
            steps.clear();
            over = false;
            super.visitMethod(tree, nothing);
            if (!steps.isEmpty()) {
                sessions.add(new Recorded(type + "." + tree.getName(), steps));
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            super.visitVariable(tree, nothing);
            if (tree.getInitializer() != null) {
                text(tree.getInitializer())
                        .ifPresent(text -> texts.put(tree.getName().toString(), text));
            }
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            super.visitMethodInvocation(call, nothing);
            String name = name(call.getMethodSelect());
            List<? extends ExpressionTree> arguments = call.getArguments();
            int place =
                    EVALUATES.matcher(name).matches() ? 0 : TYPES.matcher(name).matches() ? 1 : -1;
            if (ENDS.contains(name) && !steps.isEmpty()) {
                over = true;
            } else if (place >= 0 && arguments.size() > place && !over) {
                take(text(arguments.get(place)), place == 1);
            }
            return null;
        }

        private void take(Optional<String> step, boolean typed) {
            if (step.isEmpty()
                    || EXITS.matcher(step.get()).find()
                    || typed && step.get().startsWith("/")) {
                over = true; // what comes then may depend on it
            } else {
                steps.add(step.get());
            }
        }

        private static String name(ExpressionTree method) {
            return method instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : method.toString();
        }

        private Optional<String> text(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return Optional.of(text);
            } else if (tree instanceof ParenthesizedTree in) {
                return text(in.getExpression());
            } else if (tree instanceof IdentifierTree name) {
                return Optional.ofNullable(texts.get(name.getName().toString()));
            } else if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
                return text(sum.getLeftOperand())
                        .flatMap(l -> text(sum.getRightOperand()).map(r -> l + r));
            }
            return Optional.empty();
        }
    }
}
