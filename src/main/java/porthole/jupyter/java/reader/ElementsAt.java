package porthole.jupyter.java.reader;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** What the name at a sketch's cursor means: the element that javac has taken, then the others of that name. */
final class ElementsAt {
    private final Reading reading;

    ElementsAt(Reading reading) {
        this.reading = reading;
    }

    List<Element> all() {
        return TreeAt.find(reading.unit(), this::isNameAtCursor).map(this::at).orElse(List.of());
    }

    private boolean isNameAtCursor(Tree tree) {
        if (!reading.covers(tree)) {
            return false;
        }
        if (tree instanceof MemberSelectTree select) {
            return isLast(tree, select.getIdentifier().length());
        }
        if (tree instanceof MemberReferenceTree reference) {
            return isLast(tree, reference.getName().length());
        }
        return tree instanceof IdentifierTree || isDeclarationAtCursor(tree);
    }

    private boolean isLast(Tree tree, int length) {
        return reading.end(tree) - length <= reading.cursor();
    }

    private boolean isDeclarationAtCursor(Tree tree) {
        String name = tree instanceof VariableTree variable
                ? variable.getName().toString()
                : tree instanceof MethodTree method
                        ? method.getName().toString()
                        : tree instanceof ClassTree type ? type.getSimpleName().toString() : "";
        return !name.isEmpty() && reading.word().equals(name);
    }

    private List<Element> at(TreePath path) {
        Tree tree = path.getLeaf();
        TreePath parent = path.getParentPath();
        TreePath above =
                parent != null && parent.getLeaf() instanceof ParameterizedTypeTree ? parent.getParentPath() : parent;
        if (above != null && above.getLeaf() instanceof NewClassTree made && isMade(made, tree)) {
            return with(reading.trees().getElement(above), new CallsAround(reading).candidates(above));
        }
        Element element = reading.trees().getElement(path);
        boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        boolean isCall = parent != null
                && parent.getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() == tree;
        if (tree instanceof MemberReferenceTree reference) {
            var receiver = reading.trees().getTypeMirror(new TreePath(path, reference.getQualifierExpression()));
            return with(
                    element,
                    new CallsAround(reading)
                            .methods(receiver, reference.getName().toString()));
        }
        if (isCall || (isName && !isKnown(element))) {
            return with(element, new CallsAround(reading).named(path));
        }
        return with(element, List.of());
    }

    private static boolean isMade(NewClassTree made, Tree tree) {
        Tree identifier = made.getIdentifier();
        return identifier == tree || (identifier instanceof ParameterizedTypeTree generic && generic.getType() == tree);
    }

    private static boolean isKnown(@Nullable Element element) {
        return element != null
                && element.getKind() != ElementKind.PACKAGE
                && !isHidden(element)
                && !element.asType().toString().equals(JShellNames.PACKAGE + ".Cell")
                && element.asType().getKind() != TypeKind.ERROR
                && element.asType().getKind() != TypeKind.NONE;
    }

    /** A private field of a class that no cell has written is not what a person means by its name. */
    private static boolean isHidden(Element element) {
        return element.getKind() == ElementKind.FIELD
                && element.getModifiers().contains(Modifier.PRIVATE)
                && !MethodSignature.owner(element).toString().startsWith(JShellNames.PACKAGE + ".");
    }

    private List<Element> with(@Nullable Element taken, List<ExecutableElement> others) {
        List<Element> all = new ArrayList<>();
        if (isKnown(taken) && taken != null) {
            all.add(taken);
            if (taken.getKind() == ElementKind.LOCAL_VARIABLE || taken.getKind() == ElementKind.FIELD) {
                addType(taken, all);
            }
        }
        others.stream().filter(o -> !all.contains(o)).forEach(all::add);
        return all;
    }

    /** Who asks for a variable mostly wants to know what can be done with it. */
    private static void addType(Element variable, List<Element> all) {
        if (variable.asType() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type) {
            all.add(type);
        }
    }
}
