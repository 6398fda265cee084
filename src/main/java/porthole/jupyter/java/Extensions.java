package porthole.jupyter.java;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import porthole.jupyter.java.run.RunningSession;

/** Installs what a jar brings for the kernel JJava: imports, and how its classes are shown. */
final class Extensions {
    private static final String SERVICES = "META-INF/services/";

    /** From this import on the kernel's words are those of JJava. */
    private static final String FOR_JJAVA = "import org.dflib.jjava.kernel.JavaNotebookStatics;";

    private Extensions() {}

    /**
     * Whether {@code entry} of a class path brings an extension for JJava.
     *
     * @return its classes' names, mostly none; never this kernel's own, which is for JJava's own cells
     */
    static List<String> of(Path entry) {
        return of(entry, Extension.class.getName()).stream()
                .filter(name -> !name.startsWith("porthole."))
                .toList();
    }

    /** What {@code entry} of a class path says that it brings of a service; mostly nothing. */
    static List<String> of(Path entry, String service) {
        String name = SERVICES + service;
        try {
            if (Files.isDirectory(entry)) {
                Path file = entry.resolve(name);
                return Files.isRegularFile(file)
                        ? names(Files.readString(file).lines().toList())
                        : List.of();
            }
            try (JarFile jar = new JarFile(entry.toFile())) {
                ZipEntry listed = jar.getEntry(name);
                if (listed == null) {
                    return List.of();
                }
                return names(
                        new BufferedReader(new InputStreamReader(jar.getInputStream(listed), StandardCharsets.UTF_8))
                                .lines()
                                .toList());
            }
        } catch (IOException e) {
            return List.of(); // no jar: whoever looks for classes in it will tell
        }
    }

    private static List<String> names(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * Installs one, in the cell that runs.
     *
     * @throws Exception whatever it throws
     */
    static void install(String name, ClassLoader loader) throws Exception {
        if (RunningSession.isOpen()) {
            Extension extension = Class.forName(name, true, loader)
                    .asSubclass(Extension.class)
                    .getConstructor()
                    .newInstance();
            RunningSession.current().eval(FOR_JJAVA);
            extension.install(BaseKernel.notebookKernel());
        }
    }
}
