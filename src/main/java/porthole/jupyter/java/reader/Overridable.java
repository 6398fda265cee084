package porthole.jupyter.java.reader;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The methods that a class in the making may still override, where one's name would stand behind its return type. */
final class Overridable {
    private static final Set<Modifier> FIXED = Set.of(Modifier.FINAL, Modifier.STATIC, Modifier.PRIVATE);

    private Overridable() {}

    /** Those whose name begins with {@code prefix} and whose type is the one that is written before {@link Sketch#MARK}. */
    static List<Member> startingWith(Reading reading, String prefix) {
        TreePath mark = TreeAt.find(
                        reading.unit(),
                        tree -> tree instanceof MethodTree method
                                && method.getName().contentEquals(Sketch.MARK))
                .orElse(null);
        if (mark == null
                || !(mark.getParentPath().getLeaf() instanceof ClassTree)
                || !(reading.trees().getElement(mark.getParentPath()) instanceof TypeElement type)) {
            return List.of();
        }
        TreePath written = new TreePath(mark, ((MethodTree) mark.getLeaf()).getReturnType());
        TypeMirror wanted = reading.trees().getTypeMirror(written);
        Map<String, Member> found = new LinkedHashMap<>();
        for (ExecutableElement method :
                ElementFilter.methodsIn(reading.elements().getAllMembers(type))) {
            String name = method.getSimpleName().toString();
            boolean isInherited = !MethodSignature.owner(method).equals(type);
            if (name.startsWith(prefix)
                    && isInherited
                    && method.getModifiers().stream().noneMatch(FIXED::contains)) {
                ExecutableType as = (ExecutableType) reading.types().asMemberOf((DeclaredType) type.asType(), method);
                if (fits(reading, as.getReturnType(), wanted)) {
                    found.putIfAbsent(name, member(method, as));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private static boolean fits(Reading reading, TypeMirror returned, TypeMirror wanted) {
        if (wanted == null || wanted.getKind() == TypeKind.ERROR) {
            return true;
        }
        TypeMirror plain = reading.types().erasure(returned);
        return (isValue(returned) || isValue(wanted))
                ? returned.getKind() == wanted.getKind()
                : reading.types().isSubtype(reading.types().erasure(wanted), plain);
    }

    private static boolean isValue(TypeMirror type) {
        return type.getKind() == TypeKind.VOID || type.getKind().isPrimitive();
    }

    private static Member member(ExecutableElement method, ExecutableType as) {
        Element name = method;
        String text = name.getSimpleName() + (method.getParameters().isEmpty() ? "()" : "(");
        return new Member(text, "function", MethodSignature.brief(method, as, MethodSignature.names(method)));
    }
}
