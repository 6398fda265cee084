package porthole.jupyter.java.reader;

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
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Types by their simple names, of the JDK and of what the session has added: for those that are not imported. */
final class TypeIndex {
    /** Of two types of one name, the one that is more likely meant comes first. */
    private static final List<String> LIKELY =
            List.of("java.lang.", "java.util.", "java.time.", "java.io.", "java.nio.", "java.net.", "java.");

    private final NavigableMap<String, List<String>> packages = new TreeMap<>();
    private final NavigableSet<String> all = new TreeSet<>();

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

    /** The same by the humps of a name: {@code ArrLi} is for {@code ArrayList}. */
    List<String> withHumps(String humps) {
        Predicate<String> fits = Humps.of(humps);
        String first = humps.substring(0, 1);
        return packages.subMap(first, true, first + Character.MAX_VALUE, false).entrySet().stream()
                .filter(e -> fits.test(e.getKey()))
                .flatMap(e -> e.getValue().stream().map(p -> p + "." + e.getKey()))
                .sorted(Comparator.comparingInt(TypeIndex::rank).thenComparing(n -> n.substring(n.lastIndexOf('.'))))
                .toList();
    }

    /**
     * What is in a package and begins with {@code prefix}: its types, and the next words of packages below it.
     *
     * @param name empty for what is at the top
     */
    List<String> inPackage(String name, String prefix) {
        String begun = name.isEmpty() ? prefix : name + "." + prefix;
        int next = name.isEmpty() ? 0 : name.length() + 1;
        Stream<String> below = all.subSet(begun, true, begun + Character.MAX_VALUE, false).stream()
                .map(p -> p.substring(next).split("\\.", 2)[0] + ".");
        Stream<String> types = packages.subMap(prefix, true, prefix + Character.MAX_VALUE, false).entrySet().stream()
                .filter(e -> e.getValue().contains(name))
                .map(Map.Entry::getKey);
        return Stream.concat(below, types).distinct().toList();
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
            all.add(inPackage);
        }
    }
}
