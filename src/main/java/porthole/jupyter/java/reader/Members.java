package porthole.jupyter.java.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** What stands behind a dot. */
final class Members {
    private static final String OBJECT = "java.lang.Object";

    private final Reading reading;
    private final TypeMirror type;
    private final boolean onType;
    private final boolean reference;
    private final Set<Element> around;

    /**
     * @param type of what stands in front of the dot
     * @param onType whether that is the type itself: static members and nested types then
     * @param reference whether the dot is {@code ::}
     * @param around the classes in which it is written, whose private members may be named
     */
    Members(Reading reading, TypeMirror type, boolean onType, boolean reference, Set<Element> around) {
        this.reading = reading;
        this.type = type;
        this.onType = onType;
        this.reference = reference;
        this.around = around;
    }

    /** Those whose value fits {@code expected} come first, those of every object last. */
    List<Member> startingWith(String prefix, List<TypeMirror> expected) {
        List<Map.Entry<Integer, Member>> found = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (DeclaredType bound : bounds(type)) {
            of(bound, prefix).forEach((name, overloads) -> {
                if (named.add(name)) {
                    found.add(Map.entry(rank(overloads, bound, expected), member(name, overloads, bound)));
                }
            });
        }
        if (type instanceof ArrayType && !onType && "clone".startsWith(prefix)) {
            found.add(Map.entry(1, new Member("clone()", "function", "clone() : " + MethodSignature.of(type))));
        }
        if (type instanceof ArrayType && !onType && "length".startsWith(prefix)) {
            found.add(Map.entry(1, new Member("length", "instance", "int length")));
        }
        if (onType && !reference && "class".startsWith(prefix)) {
            found.add(Map.entry(2, new Member("class", "keyword", "Class<" + MethodSignature.of(type) + ">")));
        }
        if (reference && onType && "new".startsWith(prefix)) {
            found.add(Map.entry(1, new Member("new", "keyword", "new " + MethodSignature.of(type))));
        }
        found.sort(Comparator.<Map.Entry<Integer, Member>>comparingInt(Map.Entry::getKey)
                .thenComparing(e -> e.getValue().text()));
        return found.stream().map(Map.Entry::getValue).toList();
    }

    private Map<String, List<Element>> of(DeclaredType declared, String prefix) {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        if (declared.asElement() instanceof TypeElement element) {
            for (Element member : reading.elements().getAllMembers(element)) {
                String name = member.getSimpleName().toString();
                if (name.startsWith(prefix) && isOffered(member)) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>()).add(member);
                }
            }
        }
        return byName;
    }

    /** The types whose members it has: several where it is bound by several. */
    private List<DeclaredType> bounds(TypeMirror of) {
        if (of instanceof TypeVariable variable) {
            return bounds(variable.getUpperBound());
        }
        if (of instanceof WildcardType wildcard) {
            TypeMirror bound = wildcard.getExtendsBound();
            return bound == null ? object() : bounds(bound);
        }
        if (of instanceof IntersectionType several) {
            return several.getBounds().stream().flatMap(b -> bounds(b).stream()).toList();
        }
        if (of instanceof ArrayType) {
            return object();
        }
        return of instanceof DeclaredType declared ? List.of(declared) : List.of();
    }

    private List<DeclaredType> object() {
        TypeElement object = reading.elements().getTypeElement(OBJECT);
        return object == null ? List.of() : List.of((DeclaredType) object.asType());
    }

    private boolean isOffered(Element member) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        boolean isType = member.getKind().isClass() || member.getKind().isInterface();
        boolean isKindOffered = member.getKind() == ElementKind.METHOD
                || (!reference && (member.getKind().isField() || (isType && onType)));
        boolean fits = isType || (reference && onType) || isStatic == onType;
        return isKindOffered && fits && isSeen(member);
    }

    private boolean isSeen(Element member) {
        boolean ofSession =
                reading.elements().getPackageOf(member).getQualifiedName().contentEquals(JShellNames.PACKAGE);
        return !member.getSimpleName().toString().contains("porthole$")
                && (member.getModifiers().contains(Modifier.PUBLIC)
                        || (ofSession && !member.getModifiers().contains(Modifier.PRIVATE))
                        || around.contains(MethodSignature.owner(member)));
    }

    private Member member(String name, List<Element> overloads, @Nullable DeclaredType owner) {
        Element first = overloads.get(0);
        if (first instanceof ExecutableElement method) {
            boolean takesNothing = overloads.stream()
                    .allMatch(m -> m instanceof ExecutableElement e
                            && e.getParameters().isEmpty());
            String more = overloads.size() > 1 ? " (+" + (overloads.size() - 1) + ")" : "";
            String text = reference ? name : name + (takesNothing ? "()" : "(");
            return new Member(
                    text,
                    "function",
                    MethodSignature.brief(method, asMember(method, owner), MethodSignature.names(method)) + more);
        }
        if (first instanceof TypeElement nested) {
            return new Member(name, "class", MethodSignature.full(nested, List.of()));
        }
        return new Member(name, "instance", MethodSignature.of(valueType(first, owner)) + " " + name);
    }

    private ExecutableType asMember(ExecutableElement method, @Nullable DeclaredType owner) {
        return (ExecutableType) memberType(method, owner);
    }

    private TypeMirror memberType(Element member, @Nullable DeclaredType owner) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        return owner == null || isStatic ? member.asType() : reading.types().asMemberOf(owner, member);
    }

    private TypeMirror valueType(Element member, @Nullable DeclaredType owner) {
        TypeMirror whole = memberType(member, owner);
        return whole instanceof ExecutableType executable ? executable.getReturnType() : whole;
    }

    private int rank(List<Element> overloads, @Nullable DeclaredType owner, List<TypeMirror> expected) {
        boolean fits = overloads.stream().anyMatch(m -> fits(valueType(m, owner), expected));
        boolean ofObject = overloads.stream()
                .allMatch(m -> MethodSignature.owner(m).toString().equals(OBJECT));
        boolean isConstant = overloads.get(0).getKind() == ElementKind.ENUM_CONSTANT;
        return fits || isConstant ? 0 : ofObject ? 3 : 1;
    }

    private boolean fits(TypeMirror value, List<TypeMirror> expected) {
        return value.getKind() != TypeKind.VOID
                && value.getKind() != TypeKind.EXECUTABLE
                && expected.stream()
                        .filter(Members::isWish)
                        .anyMatch(e -> reading.types()
                                .isAssignable(value, reading.types().erasure(e)));
    }

    /** Not what has no type yet, as a {@code var} whose value is being written: javac 17 compares it without end. */
    private static boolean isWish(TypeMirror expected) {
        return (expected.getKind().isPrimitive()
                        || expected instanceof ArrayType
                        || expected instanceof DeclaredType
                        || expected instanceof TypeVariable)
                && expected.getKind() != TypeKind.ERROR
                && !expected.toString().equals(OBJECT);
    }
}
