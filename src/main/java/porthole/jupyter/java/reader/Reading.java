package porthole.jupyter.java.reader;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import porthole.jupyter.api.Argument;

/** What javac makes of a sketch. Questions about it are asked by the thread that has made it. */
public final class Reading {
    private final JavacTask task;
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final int cursor;

    Reading(JavacTask task, CompilationUnitTree unit, int cursor) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.unit = unit;
        this.cursor = cursor;
    }

    /** What could stand behind the dot (or {@code ::}) where {@link Sketch#MARK} is, and begins with {@code prefix}. */
    public List<Member> members(String prefix) {
        Optional<TreePath> mark = TreeAt.find(unit, tree -> isMark(tree));
        if (mark.isEmpty()) {
            return List.of();
        }
        TreePath path = mark.get();
        Tree tree = path.getLeaf();
        Tree receiver = tree instanceof MemberReferenceTree reference
                ? reference.getQualifierExpression()
                : ((MemberSelectTree) tree).getExpression();
        TreePath receiverPath = new TreePath(path, receiver);
        TypeMirror type = trees.getTypeMirror(receiverPath);
        Element element = trees.getElement(receiverPath);
        if (type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.PACKAGE) {
            return List.of();
        }
        boolean onType = element != null
                && (element.getKind().isClass() || element.getKind().isInterface());
        boolean reference = tree instanceof MemberReferenceTree;
        return new Members(this, type, onType, reference, around(path))
                .startingWith(prefix, new CallsAround(this).expected(path));
    }

    /** The type of the first variable of this name; empty where there is none. */
    Optional<TypeMirror> typeOf(String variable) {
        AtomicBoolean unseen = new AtomicBoolean(true); // an anonymous class may have one of the same name
        return TreeAt.find(
                        unit,
                        tree -> tree instanceof VariableTree it
                                && it.getName().contentEquals(variable)
                                && unseen.getAndSet(false))
                .map(trees::getElement)
                .map(Element::asType);
    }

    /** The classes that {@code path} is written in. */
    private Set<Element> around(TreePath path) {
        Set<Element> classes = new HashSet<>();
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree) {
                classes.add(trees.getElement(at));
            }
        }
        return classes;
    }

    /** What the cell has declared where {@link Sketch#MARK} stands, and begins with {@code prefix}. */
    public List<Member> names(String prefix) {
        return NamesInScope.startingWith(this, prefix);
    }

    /** What classes around {@link Sketch#MARK} have for their objects only, where it stands in what is static. */
    public List<Member> unreachable(String prefix) {
        return NamesInScope.unreachable(this, prefix);
    }

    /** The methods that could be overridden where {@link Sketch#MARK} stands for a name behind its type. */
    public List<Member> overridable(String prefix) {
        return Overridable.startingWith(this, prefix);
    }

    /** What could be the label where {@link Sketch#MARK} stands in a {@code switch}, and begins with {@code prefix}. */
    public List<Member> labels(String prefix) {
        return SwitchLabels.startingWith(this, prefix);
    }

    private static boolean isMark(Tree tree) {
        return (tree instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals(Sketch.MARK))
                || (tree instanceof MemberReferenceTree reference
                        && reference.getName().contentEquals(Sketch.MARK));
    }

    /** The parameters that the string literal at the cursor could be for; none where it is not a call's argument. */
    public List<Argument> argument() {
        List<Argument> found = new ArrayList<>();
        TreeAt.find(unit, tree -> tree instanceof LiteralTree && covers(tree)).ifPresent(path -> {
            for (VariableElement parameter : new CallsAround(this).parameters(path)) {
                ExecutableElement method = (ExecutableElement) MethodSignature.owner(parameter);
                found.add(new Argument(
                        elements()
                                .getBinaryName((TypeElement) MethodSignature.owner(method))
                                .toString(),
                        method.getSimpleName().toString(),
                        parameter.getSimpleName().toString()));
            }
        });
        return found;
    }

    boolean covers(Tree tree) {
        var positions = trees.getSourcePositions();
        return positions.getStartPosition(unit, tree) <= cursor && cursor <= positions.getEndPosition(unit, tree);
    }

    long end(Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    int cursor() {
        return cursor;
    }

    /** The word that the cursor is in. */
    String word() {
        try {
            CharSequence text = unit.getSourceFile().getCharContent(true);
            int start = cursor;
            while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
                start--;
            }
            int end = cursor;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return text.subSequence(start, end).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e); // it is in memory
        }
    }

    CompilationUnitTree unit() {
        return unit;
    }

    Trees trees() {
        return trees;
    }

    Elements elements() {
        return task.getElements();
    }

    Types types() {
        return task.getTypes();
    }
}
