package porthole.jupyter.java.reader;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** What the cases of a {@code switch} over an enum or a sealed type could still name. */
final class SwitchLabels {
    private SwitchLabels() {}

    static List<Member> startingWith(Reading reading, String prefix) {
        TreePath at = TreeAt.find(
                        reading.unit(),
                        tree -> tree instanceof IdentifierTree name
                                && name.getName().contentEquals(Sketch.MARK))
                .orElse(null);
        while (at != null && selector(at.getLeaf()) == null) {
            at = at.getParentPath();
        }
        return at == null ? List.of() : of(reading, at, prefix);
    }

    private static List<Member> of(Reading reading, TreePath path, String prefix) {
        TreePath selector = new TreePath(path, selector(path.getLeaf()));
        if (selector.getLeaf() instanceof ParenthesizedTree brackets) {
            selector = new TreePath(selector, brackets.getExpression());
        }
        if (!(reading.trees().getTypeMirror(selector) instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement type)) {
            return List.of();
        }
        Set<String> taken = cases(path.getLeaf()).stream()
                .flatMap(c -> c.getExpressions().stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
        List<Member> found = new ArrayList<>();
        for (Element each : type.getEnclosedElements()) {
            if (each.getKind() == ElementKind.ENUM_CONSTANT) {
                String name = each.getSimpleName().toString();
                found.add(new Member(name, "instance", MethodSignature.of(declared) + " " + name));
            }
        }
        type.getPermittedSubclasses().stream()
                .filter(DeclaredType.class::isInstance)
                .map(t -> (TypeElement) ((DeclaredType) t).asElement())
                .forEach(t -> found.add(
                        new Member(t.getSimpleName().toString(), "class", MethodSignature.full(t, List.of()))));
        found.removeIf(m -> m.text().isEmpty() || !m.text().startsWith(prefix) || taken.contains(m.text()));
        return found;
    }

    private static @Nullable ExpressionTree selector(Tree tree) {
        return tree instanceof SwitchTree statement
                ? statement.getExpression()
                : tree instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
    }

    private static List<? extends CaseTree> cases(Tree tree) {
        return tree instanceof SwitchTree statement ? statement.getCases() : ((SwitchExpressionTree) tree).getCases();
    }
}
