package porthole.jupyter.assist;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Types by their simple names, of the JDK and of what the session has added: for those that are not imported. */
final class TypeIndex {
    /** Of two types of one name, the one that is more likely meant comes first. */
    private static final List<String> LIKELY =
            List.of("java.lang.", "java.util.", "java.time.", "java.io.", "java.nio.", "java.net.", "java.");

    private final NavigableMap<String, List<String>> packages = new TreeMap<>();

    /** @param added jars and folders beside the JDK */
    TypeIndex(List<String> added) {
        ModuleLayer.boot().modules().stream()
                .filter(m -> m.getName().startsWith("java.") || isExported(m))
                .forEach(m -> {
                    for (ModuleDescriptor.Exports exports : m.getDescriptor().exports()) {
                        if (!exports.isQualified()) {
                            folder(m.getName(), exports.source());
                        }
                    }
                });
        added.forEach(this::jar);
    }

    private static boolean isExported(Module module) {
        return module.getName().equals("jdk.httpserver") || module.getName().equals("jdk.net");
    }

    /** Full names of those whose simple name begins with {@code prefix}, the likely ones first. */
    List<String> startingWith(String prefix) {
        return packages.subMap(prefix, true, prefix + Character.MAX_VALUE, false).entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(p -> p + "." + e.getKey()))
                .sorted(Comparator.comparingInt(TypeIndex::rank).thenComparing(n -> n.substring(n.lastIndexOf('.'))))
                .toList();
    }

    private static int rank(String name) {
        for (int i = 0; i < LIKELY.size(); i++) {
            if (name.startsWith(LIKELY.get(i))) {
                return i;
            }
        }
        return LIKELY.size();
    }

    private void folder(String module, String name) {
        Path folder = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module, name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> String.valueOf(f.getFileName())).forEach(f -> add(name, f));
        } catch (IOException e) {
            // a module that is patched away names nothing
        }
    }

    private void jar(String entry) {
        Path path = Path.of(entry);
        if (!entry.endsWith(".jar") || !Files.isReadable(path)) {
            return;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                String name = all.nextElement().getName();
                int slash = name.lastIndexOf('/');
                if (slash > 0 && !name.startsWith("META-INF/")) {
                    add(name.substring(0, slash).replace('/', '.'), name.substring(slash + 1));
                }
            }
        } catch (IOException e) {
            // the compiler will say what is wrong with it
        }
    }

    private void add(String inPackage, String file) {
        if (file.endsWith(".class") && !file.contains("$") && !file.contains("-")) {
            packages.computeIfAbsent(file.substring(0, file.length() - ".class".length()), k -> new ArrayList<>())
                    .add(inPackage);
        }
    }
}
