package porthole.jupyter.java.reader;

import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Where the JDK's documentation in the web has an element. */
final class JdkPages {
    private static final String ROOT =
            "https://docs.oracle.com/en/java/javase/" + Runtime.version().feature() + "/docs/api/";

    private JdkPages() {}

    /** The address; empty where it has no page: only exported packages of the JDK do. */
    static String of(Element element, ModuleElement module) {
        TypeElement type = element instanceof TypeElement itself
                ? itself
                : element.getEnclosingElement() instanceof TypeElement owner ? owner : null;
        String moduleName = module.getQualifiedName().toString();
        if (type == null || !(moduleName.startsWith("java.") || moduleName.startsWith("jdk."))) {
            return "";
        }
        String page = ROOT + moduleName + "/" + path(type) + ".html";
        return element == type ? page : page + "#" + anchor(element);
    }

    private static String path(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer
                ? path(outer) + "." + type.getSimpleName()
                : type.getQualifiedName().toString().replace('.', '/');
    }

    private static String anchor(Element element) {
        if (!(element instanceof ExecutableElement method)) {
            return element.getSimpleName().toString();
        }
        String name = method.getKind() == ElementKind.CONSTRUCTOR ? "%3Cinit%3E" : method.getSimpleName() + "";
        String parameters =
                method.getParameters().stream().map(p -> erased(p.asType())).collect(Collectors.joining(","));
        if (method.isVarArgs()) {
            parameters = parameters.replaceFirst("\\[\\]$", "...");
        }
        return name + "(" + parameters + ")";
    }

    private static String erased(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString().replaceAll("<.*>", "");
    }
}
