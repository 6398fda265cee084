package porthole.jupyter.java.reader;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import porthole.jupyter.java.text.JShellNames;

/** Elements in one line, as a person would write them: simple names, no annotations. */
final class MethodSignature {
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^)]*\\))?\\s*");
    /** The class around a snippet, or around the cell that is being read. */
    private static final String SESSION = "(?:" + JShellNames.WRAPPER_PATTERN + "|" + JShellNames.PACKAGE + "\\.Cell)";

    private static final Pattern PACKAGE = Pattern.compile("\\b" + SESSION + "\\.|\\b(?:[a-z_][\\w$]*\\.)+(?=[A-Z])");
    private static final Pattern COMMA = Pattern.compile(",(?=\\S)");

    private MethodSignature() {}

    /** A type by simple names. */
    static String of(TypeMirror type) {
        return simple(type.toString());
    }

    private static String simple(String type) {
        String plain = type.indexOf('@') < 0 ? type : ANNOTATION.matcher(type).replaceAll("");
        String simple = plain.indexOf('.') < 0 ? plain : PACKAGE.matcher(plain).replaceAll("");
        return simple.indexOf(',') < 0 ? simple : COMMA.matcher(simple).replaceAll(", ");
    }

    /** For a list of what could be written: {@code get(int index) : String}. */
    static String brief(ExecutableElement method, ExecutableType type, List<String> names) {
        String parameters = parameters(type.getParameterTypes(), names, method.isVarArgs());
        return method.getSimpleName() + "(" + parameters + ") : " + of(type.getReturnType());
    }

    /** For help, with where it is declared: {@code E List<E>.get(int index)}. */
    static String full(Element element, List<String> names) {
        if (element instanceof ExecutableElement method) {
            return method(method, names);
        }
        if (element instanceof TypeElement type) {
            return type(type);
        }
        Element owner = owner(element);
        boolean isField = element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT;
        String where = isField && !isSession(owner) ? of(owner.asType()) + "." : "";
        String modifiers = isField && !isSession(owner) ? modifiers(element) : "";
        return modifiers + of(element.asType()) + " " + where + element.getSimpleName();
    }

    private static String method(ExecutableElement method, List<String> names) {
        Element owner = owner(method);
        ExecutableType type = (ExecutableType) method.asType();
        String parameters = "(" + parameters(type.getParameterTypes(), names, method.isVarArgs()) + ")";
        String thrown = method.getThrownTypes().isEmpty()
                ? ""
                : " throws "
                        + method.getThrownTypes().stream()
                                .map(MethodSignature::of)
                                .collect(Collectors.joining(", "));
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return "new " + of(owner.asType()) + parameters + thrown;
        }
        String generic = method.getTypeParameters().isEmpty() ? "" : typeParameters(method.getTypeParameters()) + " ";
        String where = isSession(owner) ? "" : of(owner.asType()) + ".";
        String modifiers = isSession(owner) ? "" : modifiers(method);
        return modifiers + generic + of(method.getReturnType()) + " " + where + method.getSimpleName() + parameters
                + thrown;
    }

    private static String type(TypeElement type) {
        String kind = switch (type.getKind()) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "@interface";
            default -> type.getModifiers().contains(Modifier.ABSTRACT) ? "abstract class" : "class";
        };
        String name = type.getQualifiedName()
                .toString()
                .replaceFirst("^" + JShellNames.WRAPPER_PATTERN + "\\.|^" + JShellNames.PACKAGE + "\\.", "");
        boolean plain = type.getSuperclass().getKind() == TypeKind.NONE
                || List.of("Object", "Record").contains(of(type.getSuperclass()))
                || type.getKind() == ElementKind.ENUM;
        String above = plain ? "" : " extends " + of(type.getSuperclass());
        String also = type.getInterfaces().isEmpty()
                ? ""
                : (type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ")
                        + type.getInterfaces().stream().map(MethodSignature::of).collect(Collectors.joining(", "));
        String components = type.getKind() == ElementKind.RECORD
                ? type.getRecordComponents().stream()
                        .map(c -> of(c.asType()) + " " + c.getSimpleName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        return kind + " " + name + components
                + (type.getTypeParameters().isEmpty() ? "" : typeParameters(type.getTypeParameters())) + above + also;
    }

    private static String typeParameters(List<? extends TypeParameterElement> parameters) {
        return parameters.stream()
                .map(p -> {
                    String bounds = p.getBounds().stream()
                            .map(MethodSignature::of)
                            .filter(b -> !b.equals("Object"))
                            .collect(Collectors.joining(" & "));
                    return bounds.isEmpty() ? p.toString() : p + " extends " + bounds;
                })
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String parameters(List<? extends TypeMirror> types, List<String> names, boolean varArgs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            String type = of(types.get(i));
            if (varArgs && i == types.size() - 1) {
                type = type.replaceFirst("\\[\\]$", "...");
            }
            boolean known = i < names.size() && !names.get(i).matches("arg\\d+");
            text.append(i == 0 ? "" : ", ").append(type).append(known ? " " + names.get(i) : "");
        }
        return text.toString();
    }

    /** What declares it: a class for a member, a method for a local variable. */
    static Element owner(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "a module has no owner, and is never asked for");
    }

    /** The names of its parameters as its class file has them. */
    static List<String> names(ExecutableElement method) {
        return method.getParameters().stream()
                .map(VariableElement::getSimpleName)
                .map(Object::toString)
                .toList();
    }

    private static String modifiers(Element element) {
        boolean isInInterface = owner(element).getKind().isInterface();
        return element.getModifiers().stream()
                .filter(m -> m != Modifier.PUBLIC && m != Modifier.NATIVE && m != Modifier.SYNCHRONIZED)
                .filter(m -> !(isInInterface && (m == Modifier.ABSTRACT || m == Modifier.DEFAULT)))
                .map(m -> m + " ")
                .collect(Collectors.joining());
    }

    /** Whether no person wants to know of that class: it holds what a cell has declared, or is javac's own for arrays. */
    private static boolean isSession(Element owner) {
        String name = owner.toString();
        return name.matches(SESSION) || name.isEmpty() || name.equals("Array");
    }
}
