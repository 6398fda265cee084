package porthole.jupyter.java.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** Types that can be written in Java: no intersection, no captured wildcard, no anonymous, local or hidden class. */
final class Denotable {
    private final Function<TypeElement, Optional<String>> names;

    /** @param names how a public class is written; empty where that is not known */
    Denotable(Function<TypeElement, Optional<String>> names) {
        this.names = names;
    }

    /** The type in words; empty where it has none. */
    Optional<String> write(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return Optional.of(type.getKind().name().toLowerCase(java.util.Locale.ROOT));
        } else if (type instanceof ArrayType array && type.getKind() == TypeKind.ARRAY) {
            return write(array.getComponentType()).map(c -> c + "[]");
        } else if (type instanceof WildcardType wildcard && type.getKind() == TypeKind.WILDCARD) {
            return write(wildcard);
        }
        return type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED
                ? write(declared)
                : Optional.empty();
    }

    private Optional<String> write(WildcardType wildcard) {
        TypeMirror upper = wildcard.getExtendsBound();
        TypeMirror lower = wildcard.getSuperBound();
        if (upper != null) {
            return write(upper).map(u -> "? extends " + u);
        }
        return lower != null ? write(lower).map(l -> "? super " + l) : Optional.of("?");
    }

    private Optional<String> write(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        // Of Outer<A>.Inner the arguments of both would have to be written.
        boolean isInner = type.getEnclosingType().getKind() == TypeKind.DECLARED;
        if (isInner || !isPublic(element)) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            Optional<String> written = write(argument);
            if (written.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(written.get());
        }
        return names.apply(element).map(n -> arguments.isEmpty() ? n : n + "<" + String.join(",", arguments) + ">");
    }

    private static boolean isPublic(TypeElement element) {
        @Nullable Element at = element;
        while (at instanceof TypeElement type) {
            boolean isWrapper = type.getQualifiedName().toString().startsWith(JShellNames.PACKAGE + ".$");
            if (!isWrapper
                    && (!type.getModifiers().contains(Modifier.PUBLIC)
                            || type.getSimpleName().isEmpty())) {
                return false;
            }
            at = type.getEnclosingElement();
        }
        return at != null && at.getKind() == ElementKind.PACKAGE;
    }
}
