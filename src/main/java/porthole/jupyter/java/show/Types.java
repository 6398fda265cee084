package porthole.jupyter.java.show;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.MimeBundle;
import porthole.jupyter.java.text.JShellNames;

/** Types by the names that the person gave them. */
final class Types {
    private Types() {}

    /** Without the package and without what JShell wraps around; a lambda by what it is for. */
    static String name(Class<?> type) {
        if (type.isHidden() || type.getName().contains("$$Lambda")) {
            return Arrays.stream(type.getInterfaces())
                    .map(i -> ShownText.SENTENCES.say("type.lambda", name(i)))
                    .findFirst()
                    .orElse("?");
        }
        if (type.isAnonymousClass() || type.getName().contains(JShellNames.CLASS + "anonymous$")) {
            Class<?> named = type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type.getSuperclass();
            return ShownText.SENTENCES.say("type.anonymous", name(named));
        }
        return own(type.getTypeName()).replaceFirst("^(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
    }

    private static String own(String name) {
        return JShellNames.withoutWrappers(name).replace('$', '.');
    }

    /** A class as it is declared: its kind, its components or constants, what it extends. */
    static List<MimeBundle> declared(Object value, Values values) {
        Class<?> type = (Class<?>) value;
        String name = JShellNames.isOwn(type.getTypeName()) ? name(type) : type.getTypeName();
        if (type.isPrimitive() || type.isArray()) {
            return List.of(MimeBundle.text(name));
        }
        StringBuilder text = new StringBuilder(kind(type)).append(name);
        if (type.getTypeParameters().length > 0) {
            text.append(Stream.of(type.getTypeParameters())
                    .map(Type::getTypeName)
                    .collect(Collectors.joining(", ", "<", ">")));
        }
        if (type.isRecord()) {
            text.append(Stream.of(type.getRecordComponents())
                    .map(c -> own(c.getGenericType().getTypeName()).replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "") + " "
                            + c.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        Class<?> parent = type.getSuperclass();
        if (parent != null && !List.of(Object.class, Record.class, Enum.class).contains(parent)) {
            text.append(" extends ").append(name(parent));
        }
        if (type.getInterfaces().length > 0) {
            text.append(type.isInterface() ? " extends " : " implements ")
                    .append(Stream.of(type.getInterfaces()).map(Types::name).collect(Collectors.joining(", ")));
        }
        if (type.isEnum()) {
            text.append(" ").append(ShownText.of(type.getEnumConstants()));
        }
        return List.of(MimeBundle.text(text.toString()));
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface ";
        }
        return type.isInterface() ? "interface " : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    }
}
