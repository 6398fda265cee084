package porthole.jupyter.assist;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;

/** What the cell itself has declared where the next word would stand: locals, parameters, its methods and types. */
final class NamesInScope {
    private static final String OURS = "porthole$";

    private NamesInScope() {}

    static List<Member> startingWith(Reading reading, String prefix) {
        Optional<TreePath> mark = TreeAt.find(
                reading.unit(),
                tree -> tree instanceof IdentifierTree name && name.getName().contentEquals(Sketch.MARK));
        Map<String, Member> found = new LinkedHashMap<>();
        String unset = mark.map(NamesInScope::unset).orElse("");
        Scope scope = mark.map(reading.trees()::getScope).orElse(null);
        // The outermost scopes are the unit's imports and its package: JShell knows those.
        while (scope != null && scope.getEnclosingClass() != null) {
            add(scope.getLocalElements(), prefix, found);
            add(reading.elements().getAllMembers(scope.getEnclosingClass()), prefix, found);
            scope = scope.getEnclosingScope();
        }
        return found.values().stream().filter(m -> !m.text().equals(unset)).toList();
    }

    /** The variable that gets its first value where {@code path} stands; empty where there is none. */
    private static String unset(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof VariableTree variable) {
                return variable.getName().toString();
            }
            if (tree instanceof ClassTree || tree instanceof BlockTree || tree instanceof LambdaExpressionTree) {
                return "";
            }
        }
        return "";
    }

    private static void add(Iterable<? extends Element> elements, String prefix, Map<String, Member> found) {
        for (Element element : elements) {
            String name = element.getSimpleName().toString();
            if (name.startsWith(prefix) && isOffered(element, name)) {
                found.putIfAbsent(name, member(element, name));
            }
        }
    }

    private static boolean isOffered(Element element, String name) {
        boolean isOfObject = Signature.owner(element).toString().equals("java.lang.Object");
        return !isOfObject
                && !name.isEmpty()
                && !name.contains(OURS)
                && !name.equals("this")
                && !name.equals("super")
                && !name.equals("<init>");
    }

    private static Member member(Element element, String name) {
        if (element instanceof ExecutableElement method) {
            String text = name + (method.getParameters().isEmpty() ? "()" : "(");
            return new Member(
                    text,
                    "function",
                    Signature.brief(method, (ExecutableType) method.asType(), Signature.names(method)));
        }
        if (element instanceof TypeElement) {
            return new Member(name, "class", "");
        }
        return new Member(name, "instance", Signature.of(element.asType()) + " " + name);
    }
}
