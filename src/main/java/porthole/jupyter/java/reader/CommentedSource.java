package porthole.jupyter.java.reader;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc comments of one source file. */
final class CommentedSource {
    static final CommentedSource NONE = new CommentedSource(Map.of());

    private final Map<String, Entry> entries;

    private CommentedSource(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * What it says of one element.
     *
     * @param comment absent where there is no comment
     * @param parameters a method's parameters by name
     */
    record Entry(Optional<DocCommentTree> comment, List<String> parameters) {}

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    static CommentedSource read(String text) {
        try {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            new StringWriter(),
                            null,
                            diagnostic -> {},
                            List.of("-proc:none"),
                            null,
                            List.of(new SessionClasses.Text("Source", text)));
            CompilationUnitTree unit = task.parse().iterator().next();
            Collector collector = new Collector(DocTrees.instance(task));
            collector.scan(unit, "");
            return new CommentedSource(collector.entries);
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Goes through types and their members; the key so far comes along. */
    private static final class Collector extends TreePathScanner<@Nullable Void, String> {
        private final DocTrees trees;
        private final Map<String, Entry> entries = new HashMap<>();

        Collector(DocTrees trees) {
            this.trees = trees;
        }

        private void add(String key, List<String> parameters) {
            TreePath path = getCurrentPath();
            entries.put(key, new Entry(Optional.ofNullable(trees.getDocCommentTree(path)), parameters));
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, String outer) {
            String name = outer.isEmpty() ? tree.getSimpleName().toString() : outer + "." + tree.getSimpleName();
            add(name, List.of());
            return scan(tree.getMembers(), name);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, String type) {
            StringBuilder key = new StringBuilder(type + "#" + tree.getName());
            tree.getParameters().forEach(p -> key.append(';').append(written(p)));
            add(
                    key.toString(),
                    tree.getParameters().stream()
                            .map(p -> p.getName().toString())
                            .toList());
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, String type) {
            add(type + "#" + tree.getName(), List.of());
            return null;
        }

        private static String written(VariableTree parameter) {
            return String.valueOf(parameter.getType())
                    .replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
                    .replaceAll("<.*>", "")
                    .replace("...", "[]")
                    .replaceAll("[\\w.]+\\.", "");
        }
    }
}
