package porthole.jupyter.java.reader;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the first variable of some kind that is set: by {@code =}, {@code +=} and the like, {@code ++} or {@code --}. */
final class Assignments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Trees trees;
    private final Predicate<VariableElement> wanted;
    private @Nullable VariableElement found;

    private Assignments(Trees trees, Predicate<VariableElement> wanted) {
        this.trees = trees;
        this.wanted = wanted;
    }

    static Optional<VariableElement> first(Reading reading, Predicate<VariableElement> wanted) {
        Assignments scan = new Assignments(reading.trees(), wanted);
        scan.scan(reading.unit(), null);
        return Optional.ofNullable(scan.found);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        look(tree.getVariable());
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        look(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        if (tree.getKind().name().contains("CREMENT")) {
            look(tree.getExpression());
        }
        return super.visitUnary(tree, null);
    }

    private void look(ExpressionTree variable) {
        TreePath path = new TreePath(getCurrentPath(), (Tree) variable);
        if (found == null && trees.getElement(path) instanceof VariableElement it && wanted.test(it)) {
            found = it;
        }
    }
}
