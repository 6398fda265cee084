package porthole.jupyter.java.classes;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What cells can see of the kernel's process: the JDK, the kernel's own words, and the libraries of which their values are
 * made. A notebook's own version of these wins; all others that the kernel works with are hidden, so that a notebook's
 * Guava is the one that it has asked for.
 */
public final class SharedClasses extends ClassLoader {
    /** The kernel's own packages, and those of IJava and JJava that it answers for. */
    private static final List<String> OWN = List.of("porthole.", "io.github.spencerpark.", "org.dflib.jjava.");

    /**
     * Seen unless the notebook brings another version: JFreeChart, docker-java and Jackson, of which values of the kernel's
     * words are made ({@code docker.client()}, {@code docker.inspect("web").json()}), and what notebooks for BeakerX begin
     * with.
     */
    private static final List<String> LENT = List.of(
            "org.jfree.",
            "com.github.dockerjava.",
            "com.fasterxml.jackson.annotation.",
            "com.fasterxml.jackson.core.",
            "com.fasterxml.jackson.databind.",
            "com.twosigma.beakerx.kernel.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader kernel;
    private volatile @Nullable Set<String> tools;

    public SharedClasses() {
        super("shared with cells", ClassLoader.getPlatformClassLoader());
        kernel = SharedClasses.class.getClassLoader();
    }

    /** Whether {@code name}, a class or a package with a dot behind it, is the kernel's to give. */
    static boolean isOwn(String name) {
        return OWN.stream().anyMatch(name::startsWith);
    }

    /** Whether the kernel gives {@code name} where nobody else does. */
    static boolean isLent(String name) {
        return LENT.stream().anyMatch(name::startsWith);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isOwn(name) || isTool(name)) {
            return kernel.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    /** A class of the kernel's libraries that is {@linkplain #isLent lent}. */
    public Class<?> lend(String name) throws ClassNotFoundException {
        if (isLent(name)) {
            return kernel.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    /** The JDK's compiler and its like are modules of the application's loader, not of the platform's. */
    private boolean isTool(String name) {
        Set<String> packages = tools;
        if (packages == null) {
            packages = ModuleLayer.boot().modules().stream()
                    .filter(m -> m.getClassLoader() == ClassLoader.getSystemClassLoader())
                    .flatMap(m -> m.getPackages().stream())
                    .collect(Collectors.toSet());
            tools = packages;
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 && packages.contains(name.substring(0, dot));
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return isSharedResource(name) ? kernel.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isSharedResource(name)
                ? kernel.getResources(name)
                : java.util.Collections.enumeration(new ArrayList<>());
    }

    private static boolean isSharedResource(String name) {
        String dotted = name.replace('/', '.');
        return isOwn(dotted) || isLent(dotted);
    }
}
