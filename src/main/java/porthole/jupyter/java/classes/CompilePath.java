package porthole.jupyter.java.classes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/**
 * What cells are compiled against, the counterpart of {@link SharedClasses}: the JDK, the jars that the notebook has
 * added, and of the kernel's class path its words alone.
 */
public final class CompilePath extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    /** The kernel's own classes. */
    private static final Location KERNEL = new Part("KERNEL_CLASS_PATH");

    /** The libraries that cells may use; a part of its own, since javac opens every jar of a part to list a package. */
    private static final Location LENT = new Part("LENT_CLASS_PATH");

    private record Part(String getName) implements Location {
        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    /** The package of the snippets' own classes: JShell has them in memory, yet looks for them in every jar, four times a cell. */
    private static final String SNIPPETS = JShellNames.PACKAGE;

    private final String kernelPath = System.getProperty("java.class.path", "");

    private final PackageListing packages;
    private boolean lent;

    public CompilePath(StandardJavaFileManager files, PackageListing packages) {
        super(files);
        this.packages = packages;
        try {
            files.setLocationFromPaths(KERNEL, paths(kernelPath));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> paths(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(p -> !p.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** JShell sets the class path to the process's own with the added entries behind it: only these are wanted. */
    @Override
    public boolean handleOption(String option, Iterator<String> rest) {
        if (!option.equals("-classpath") && !option.equals("--class-path") && !option.equals("-cp")) {
            return fileManager.handleOption(option, rest);
        }
        String path = rest.next();
        String added = path.startsWith(kernelPath) ? path.substring(kernelPath.length()) : path;
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, paths(added));
            return true;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (packageName.equals(SNIPPETS)) {
            return List.of();
        }
        if (location != StandardLocation.CLASS_PATH) {
            return fileManager.list(location, packageName, kinds, recurse);
        }
        String name = packageName + ".";
        if (SharedClasses.isOwn(name)) {
            return fileManager.list(KERNEL, packageName, kinds, recurse);
        }
        Iterable<JavaFileObject> own = fileManager.list(location, packageName, kinds, recurse);
        boolean absent = SharedClasses.isLent(name) && !own.iterator().hasNext();
        return absent ? fileManager.list(lent(), packageName, kinds, recurse) : own;
    }

    /** A jar names its libraries in its manifest, which javac reads of the usual class path only. */
    private Location lent() throws IOException {
        if (!lent) {
            List<Path> all = new ArrayList<>();
            for (Path entry : paths(kernelPath)) {
                all.add(entry);
                if (Files.isRegularFile(entry)) {
                    all.addAll(libraries(entry));
                }
            }
            fileManager.setLocationFromPaths(LENT, all);
            lent = true;
        }
        return LENT;
    }

    private static List<Path> libraries(Path jar) throws IOException {
        try (JarFile read = new JarFile(jar.toFile())) {
            Manifest manifest = read.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Arrays.stream(names.trim().split(" +"))
                            .map(name -> jar.resolveSibling(name))
                            .filter(Files::isRegularFile)
                            .toList();
        }
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(JavaFileManager.Location location, @Nullable Iterable<? extends File> files)
            throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(JavaFileManager.Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(JavaFileManager.Location location, String module, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationForModule(location, module, paths);
    }

    @Override
    public @Nullable Iterable<? extends File> getLocation(JavaFileManager.Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public @Nullable Iterable<? extends Path> getLocationAsPaths(JavaFileManager.Location location) {
        packages.hold();
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(javax.tools.FileObject file) {
        return fileManager.asPath(file);
    }

    @Override
    public void setPathFactory(PathFactory factory) {
        fileManager.setPathFactory(factory);
    }
}
