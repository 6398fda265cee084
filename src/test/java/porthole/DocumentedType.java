package porthole;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A type of the source, with what its Javadoc says.
 *
 * @param name its simple name
 * @param line the first sentence, in Markdown
 * @param members what a cell can use of it, in the order of the source
 */
record DocumentedType(String name, String line, List<DocumentedType.Member> members) {
    /**
     * A method, field, constant or component.
     *
     * @param name its name
     * @param call as a cell writes it, with the names of the parameters
     * @param gives the type of its value as the source writes it; empty if there is none
     * @param types all types that the declaration names
     * @param line the first sentence of its Javadoc, in Markdown; empty if there is none
     * @param isOverride whether its documentation may stand elsewhere
     */
    record Member(
            String name, String call, String gives, String types, String line, boolean isOverride, boolean isStatic) {}

    private static final Map<String, String> LAMBDAS = new TreeMap<>(Map.of("more", "more -> …", "action", "() -> …"));

    /** The types of a file that others see; the outermost is the first. */
    static List<DocumentedType> in(Path file) {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, files, d -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            DocTrees docs = DocTrees.instance(task);
            List<DocumentedType> found = new ArrayList<>();
            TreePath root = new TreePath(unit);
            unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .forEach(type -> collect(new TreePath(root, type), "", docs, found, false));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + Files.exists(file), e);
        }
    }

    private static void collect(
            TreePath path, String outer, DocTrees docs, List<DocumentedType> found, boolean isInInterface) {
        ClassTree type = (ClassTree) path.getLeaf();
        if (!isInInterface && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
            return;
        }
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
        Optional<DocCommentTree> comment = Optional.ofNullable(docs.getDocCommentTree(path));
        List<Member> members = new ArrayList<>();
        String name = outer + type.getSimpleName();
        found.add(new DocumentedType(name, line(comment), members));
        for (Tree tree : type.getMembers()) {
            TreePath at = new TreePath(path, tree);
            if (tree instanceof ClassTree) {
                collect(at, name + ".", docs, found, isInterface);
            } else if (tree instanceof MethodTree method && isShown(method, type, isInterface)) {
                members.add(member(method, line(Optional.ofNullable(docs.getDocCommentTree(at)))));
            } else if (tree instanceof VariableTree field) {
                field(field, type, comment, Optional.ofNullable(docs.getDocCommentTree(at)))
                        .ifPresent(members::add);
            }
        }
    }

    private static boolean isShown(MethodTree method, ClassTree type, boolean isInInterface) {
        boolean isPublic = isInInterface || method.getModifiers().getFlags().contains(Modifier.PUBLIC);
        return isPublic && !method.getName().contentEquals("<init>") && type != null;
    }

    private static Member member(MethodTree method, String line) {
        String name = method.getName().toString();
        String call = name
                + method.getParameters().stream()
                        .map(DocumentedType::written)
                        .collect(Collectors.joining(", ", "(", ")"));
        String gives = plain(String.valueOf(method.getReturnType())).replaceFirst("^void$", "");
        String types = gives + " " + method.getParameters() + " " + method.getThrows();
        boolean isOverride = method.getModifiers().getAnnotations().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
        return new Member(name, call, gives, types, line, isOverride, isStatic);
    }

    private static String plain(String type) {
        return type.replaceAll("@\\w+\\s*(\\([^)]*\\))?", "").strip();
    }

    private static String written(VariableTree parameter) {
        String name = parameter.getName().toString();
        String type = String.valueOf(parameter.getType());
        if (type.startsWith("Consumer<")) {
            return LAMBDAS.getOrDefault(name, name + " -> …");
        }
        boolean isAction = type.startsWith("Action") || type.startsWith("Callable<");
        boolean isVarArgs = parameter.toString().contains("... ");
        return (isAction ? "() -> …" : name) + (isVarArgs ? "…" : "");
    }

    /** A constant, a field that others see, or a component of a record, which the record's own comment explains. */
    private static Optional<Member> field(
            VariableTree field, ClassTree type, Optional<DocCommentTree> of, Optional<DocCommentTree> own) {
        String name = field.getName().toString();
        boolean isStatic = field.getModifiers().getFlags().contains(Modifier.STATIC);
        String gives = plain(String.valueOf(field.getType()));
        if (type.getKind() == Tree.Kind.RECORD && !isStatic) {
            String line = of.stream()
                    .flatMap(c -> c.getBlockTags().stream())
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .filter(p -> p.getName().toString().equals(name))
                    .map(p -> text(p.getDescription()))
                    .collect(Collectors.joining());
            return Optional.of(new Member(name, name + "()", gives, gives, line, true, false));
        }
        boolean isPublic = field.getModifiers().getFlags().contains(Modifier.PUBLIC);
        return isPublic
                ? Optional.of(new Member(name, name, gives, gives, line(own), false, isStatic))
                : Optional.empty();
    }

    private static String line(Optional<DocCommentTree> comment) {
        return comment.map(c -> text(c.getFirstSentence())).orElse("");
    }

    private static String text(List<? extends DocTree> trees) {
        return trees.stream()
                .map(DocumentedType::text)
                .collect(Collectors.joining())
                .replaceAll("<a [^>]*>|</a>|</?b>|</?em>|</?i>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree tree) {
        if (tree instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody().strip() + "`";
        }
        if (tree instanceof LinkTree link) {
            String name = link.getReference()
                    .getSignature()
                    .replaceFirst("^#", "")
                    .replace('#', '.')
                    .replaceFirst("\\(.*\\)$", "");
            return link.getLabel().isEmpty() ? "`" + name + "`" : text(link.getLabel());
        }
        return tree.toString();
    }
}
