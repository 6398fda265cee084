package porthole.jupyter.java.reader;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the innermost tree of a kind, in what javac could not read too. */
final class TreeAt extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Predicate<Tree> wanted;
    private @Nullable TreePath found;

    private TreeAt(Predicate<Tree> wanted) {
        this.wanted = wanted;
    }

    static Optional<TreePath> find(CompilationUnitTree unit, Predicate<Tree> wanted) {
        TreeAt scan = new TreeAt(wanted);
        scan.scan(unit, null);
        return Optional.ofNullable(scan.found);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null && wanted.test(tree)) {
            TreePath parent = getCurrentPath();
            found = parent == null ? new TreePath((CompilationUnitTree) tree) : new TreePath(parent, tree);
        }
        return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void nothing) {
        return scan(tree.getErrorTrees(), null);
    }
}
