package porthole.jupyter.java.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import porthole.jupyter.java.text.JShellNames;

/** Javadoc of elements, read from their source where it is on this machine. */
final class Documentation {
    private static final int KEPT = 24;

    private final Sources sources = new Sources();
    private final Map<String, CommentedSource> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommentedSource> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * It, where classes come from these entries.
     *
     * @param declared as {@link Sketch#declared}
     */
    Lookup over(List<String> classpath, Map<String, String> declared) {
        return new Lookup(List.copyOf(classpath), declared);
    }

    final class Lookup {
        private final List<String> classpath;

        private final Map<String, String> declared;

        private Lookup(List<String> classpath, Map<String, String> declared) {
            this.classpath = classpath;
            this.declared = declared;
        }

        /** What the source says of an element itself, not of what it overrides. */
        Optional<CommentedSource.Entry> of(Element element, Reading reading) {
            TypeElement type = type(element);
            ModuleElement module = reading.elements().getModuleOf(element);
            if (type == null) {
                return Optional.empty();
            }
            TypeElement outer = outermost(type);
            if (type.toString().startsWith(JShellNames.PACKAGE + ".")) {
                String wrapper = outer.getSimpleName().toString();
                return Optional.ofNullable(declared.get(wrapper))
                        .map(source -> CommentedSource.read("class " + wrapper + " {\n" + source + "\n}"))
                        .flatMap(source -> source.entry(nesting(type) + member(element)));
            }
            String path = outer.getQualifiedName().toString().replace('.', '/') + ".java";
            String home = module == null ? "" : module.getQualifiedName().toString();
            CommentedSource source = read.computeIfAbsent(
                    home + "/" + path,
                    key -> sources.text(classpath, home, path)
                            .map(CommentedSource::read)
                            .orElse(CommentedSource.NONE));
            return source.entry(nesting(type) + member(element));
        }
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    private static String nesting(TypeElement type) {
        String outer = type.getEnclosingElement() instanceof TypeElement up ? nesting(up) + "." : "";
        return outer + type.getSimpleName();
    }

    @org.jspecify.annotations.Nullable
    private static TypeElement type(Element element) {
        if (element instanceof TypeElement type) {
            return type;
        }
        return element.getEnclosingElement() instanceof TypeElement type ? type : null;
    }

    private static String member(Element element) {
        if (element instanceof TypeElement) {
            return "";
        }
        if (!(element instanceof ExecutableElement method)) {
            return "#" + element.getSimpleName();
        }
        StringBuilder key = new StringBuilder("#");
        key.append(method.getKind() == ElementKind.CONSTRUCTOR ? "<init>" : method.getSimpleName());
        method.getParameters().forEach(p -> key.append(';').append(written(p.asType())));
        return key.toString();
    }

    /** A type as its source writes it, without package and type arguments. */
    private static String written(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return written(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared) {
            return declared.asElement().getSimpleName().toString();
        }
        return MethodSignature.of(type);
    }
}
