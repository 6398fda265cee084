package porthole.jupyter.java.reader;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Calls in a sketch: which methods a name could mean, and what an argument is for. */
final class CallsAround {
    private final Reading reading;

    CallsAround(Reading reading) {
        this.reading = reading;
    }

    /** Methods and constructors that the call at {@code path} could mean, the one that javac has taken first. */
    List<ExecutableElement> candidates(TreePath path) {
        Tree tree = path.getLeaf();
        if (tree instanceof NewClassTree made) {
            TypeMirror type = reading.trees().getTypeMirror(new TreePath(path, made.getIdentifier()));
            return first(
                    reading.trees().getElement(path),
                    type instanceof DeclaredType declared
                            ? ElementFilter.constructorsIn(declared.asElement().getEnclosedElements())
                            : List.of());
        }
        ExpressionTree select = ((MethodInvocationTree) tree).getMethodSelect();
        return named(new TreePath(path, select));
    }

    /** Methods that the name at {@code path} could mean, the one that javac has taken first. */
    List<ExecutableElement> named(TreePath path) {
        Tree tree = path.getLeaf();
        Element taken = reading.trees().getElement(path);
        if (tree instanceof MemberSelectTree select) {
            TypeMirror receiver = reading.trees().getTypeMirror(new TreePath(path, select.getExpression()));
            return first(taken, methods(receiver, select.getIdentifier().toString()));
        }
        if (tree instanceof IdentifierTree identifier) {
            return first(taken, unqualified(path, identifier.getName().toString()));
        }
        return first(taken, List.of());
    }

    private List<ExecutableElement> unqualified(TreePath path, String name) {
        List<ExecutableElement> found = new ArrayList<>();
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof com.sun.source.tree.ClassTree
                    && reading.trees().getElement(at) instanceof TypeElement type) {
                found.addAll(methods(type.asType(), name));
            }
        }
        for (ImportTree each : reading.unit().getImports()) {
            if (each.isStatic()
                    && each.getQualifiedIdentifier() instanceof MemberSelectTree select
                    && (select.getIdentifier().contentEquals(name)
                            || select.getIdentifier().contentEquals("*"))) {
                TypeElement owner =
                        reading.elements().getTypeElement(select.getExpression().toString());
                if (owner != null) {
                    found.addAll(methods(owner.asType(), name));
                }
            }
        }
        return found;
    }

    /** The methods of that name that a value of {@code type} has. */
    List<ExecutableElement> methods(@Nullable TypeMirror type, String name) {
        TypeMirror bound = type instanceof TypeVariable variable ? variable.getUpperBound() : type;
        if (!(bound instanceof DeclaredType declared)
                || bound.getKind() == TypeKind.ERROR
                || !(declared.asElement() instanceof TypeElement element)) {
            return List.of();
        }
        return ElementFilter.methodsIn(reading.elements().getAllMembers(element)).stream()
                .filter(m -> m.getSimpleName().contentEquals(name))
                .toList();
    }

    private static List<ExecutableElement> first(@Nullable Element taken, List<ExecutableElement> all) {
        List<ExecutableElement> ordered = new ArrayList<>();
        if (taken instanceof ExecutableElement method && method.asType().getKind() != TypeKind.ERROR) {
            ordered.add(method);
        }
        all.stream().filter(m -> !ordered.contains(m)).forEach(ordered::add);
        return ordered;
    }

    /** The parameters that the argument at {@code path} could be for. */
    List<VariableElement> parameters(TreePath path) {
        TreePath parent = path.getParentPath();
        int index = parent == null ? -1 : arguments(parent.getLeaf()).indexOf(path.getLeaf());
        if (parent == null || index < 0) {
            return List.of();
        }
        List<VariableElement> found = new ArrayList<>();
        for (ExecutableElement method : candidates(parent)) {
            List<? extends VariableElement> parameters = method.getParameters();
            if (index < parameters.size()) {
                found.add(parameters.get(index));
            } else if (method.isVarArgs()) {
                found.add(parameters.get(parameters.size() - 1));
            }
        }
        return found;
    }

    private static List<? extends ExpressionTree> arguments(Tree tree) {
        if (tree instanceof MethodInvocationTree call) {
            return call.getArguments();
        }
        return tree instanceof NewClassTree made ? made.getArguments() : List.of();
    }

    /** The types that the expression at {@code path} had better have; none where any will do. */
    List<TypeMirror> expected(TreePath path) {
        TreePath whole = path;
        TreePath parent = path.getParentPath();
        if (parent != null
                && parent.getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() == path.getLeaf()) {
            whole = parent;
            parent = parent.getParentPath();
        }
        if (parent != null && parent.getLeaf() instanceof VariableTree variable && variable.getType() != null) {
            TypeMirror type = reading.trees().getTypeMirror(new TreePath(parent, variable.getType()));
            return type == null || variable.getName().toString().contains("$") ? List.of() : List.of(type);
        }
        List<TypeMirror> types = new ArrayList<>();
        for (VariableElement parameter : parameters(whole)) {
            TypeMirror type = parameter.asType();
            types.add(type instanceof ArrayType array ? array.getComponentType() : type);
        }
        return types;
    }

    static boolean isCallable(Element element) {
        return element.getKind() == ElementKind.METHOD || element.getKind() == ElementKind.CONSTRUCTOR;
    }
}
