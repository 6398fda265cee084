package porthole.jupyter.java.reader;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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
        Set<Element> without = mark.map(m -> withoutObject(reading, m)).orElse(Set.of());
        Scope scope = mark.map(reading.trees()::getScope).orElse(null);
        // The outermost scopes are the unit's imports and its package: JShell knows those.
        while (scope != null && scope.getEnclosingClass() != null) {
            add(scope.getLocalElements(), prefix, found);
            TypeElement around = scope.getEnclosingClass();
            List<? extends Element> members = reading.elements().getAllMembers(around);
            add(
                    isAmong(without, around)
                            ? members.stream().filter(NamesInScope::isStatic).toList()
                            : members,
                    prefix,
                    found);
            scope = scope.getEnclosingScope();
        }
        return found.values().stream().filter(m -> !m.text().equals(unset)).toList();
    }

    /** By its name: a scope has a copy of a class that stands in a method. */
    private static boolean isAmong(Set<Element> classes, TypeElement type) {
        return classes.stream().anyMatch(c -> c.getSimpleName().equals(type.getSimpleName()));
    }

    static List<Member> unreachable(Reading reading, String prefix) {
        Map<String, Member> found = new LinkedHashMap<>();
        TreeAt.find(
                        reading.unit(),
                        tree -> tree instanceof IdentifierTree name
                                && name.getName().contentEquals(Sketch.MARK))
                .map(m -> withoutObject(reading, m))
                .orElse(Set.of())
                .forEach(around -> add(
                        reading.elements().getAllMembers((TypeElement) around).stream()
                                .filter(m -> !isStatic(m))
                                .toList(),
                        prefix,
                        found));
        return new ArrayList<>(found.values());
    }

    /** The cell's classes around {@code path} of which there is no object there: what stands in is static. */
    private static Set<Element> withoutObject(Reading reading, TreePath path) {
        Set<Element> without = new HashSet<>();
        boolean isStatic = false;
        for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
            if (at.getParentPath().getLeaf() instanceof ClassTree around
                    && !around.getSimpleName().contentEquals("Cell")) {
                isStatic |= isStatic(at.getLeaf());
                if (isStatic) {
                    without.add(reading.trees().getElement(at.getParentPath()));
                }
            }
        }
        return without;
    }

    private static boolean isStatic(Tree tree) {
        return switch (tree.getKind()) {
            case METHOD -> ((MethodTree) tree).getModifiers().getFlags().contains(Modifier.STATIC);
            case VARIABLE -> ((VariableTree) tree).getModifiers().getFlags().contains(Modifier.STATIC);
            case CLASS -> ((ClassTree) tree).getModifiers().getFlags().contains(Modifier.STATIC);
            case BLOCK -> ((BlockTree) tree).isStatic();
            case RECORD, ENUM, INTERFACE, ANNOTATION_TYPE -> true;
            default -> false;
        };
    }

    private static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC)
                || !(member instanceof ExecutableElement || member instanceof VariableElement);
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
        boolean isOfObject = MethodSignature.owner(element).toString().equals("java.lang.Object");
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
                    MethodSignature.brief(method, (ExecutableType) method.asType(), MethodSignature.names(method)));
        }
        if (element instanceof TypeElement) {
            return new Member(name, "class", "");
        }
        return new Member(name, "instance", MethodSignature.of(element.asType()) + " " + name);
    }
}
