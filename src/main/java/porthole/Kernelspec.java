package porthole;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Porthole's two kernelspecs in one of Jupyter's folders: {@code porthole} holds the jar and its libraries, {@code
 * porthole-ja} speaks Japanese with the jar of the first.
 *
 * @param kernels the folder that holds one folder per kernel
 */
record Kernelspec(Path kernels) {
    private static final List<String> NAMES = List.of("porthole", "porthole-ja");
    private static final List<String> FILES = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The jar that this program runs from; a folder of classes when it is not packaged. */
    static Path ownJar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Installs {@code jar} with the {@code lib} folder beside it. The new folder takes the old one's place in one step,
     * so that a kernel that runs from the old one goes on.
     *
     * @param java an absolute path, because a front end's PATH need not be the shell's
     * @param options for the kernel's JVM, after Porthole's own
     * @return whether anything was out of date
     */
    boolean install(Path jar, Path java, List<String> options) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException(CommandSentences.say("install.jar", jar));
        }
        if (!Files.isExecutable(java)) {
            throw new NoSuchFileException(CommandSentences.say("install.java", java));
        }
        Path home = kernels.resolve(NAMES.get(0));
        List<String> english = command(java, "{resource_dir}/porthole.jar", options);
        List<String> japanese = command(java, home.resolve("porthole.jar").toString(), options);
        if (isCurrent(home, jar, english)) {
            if (!archive().isCurrent(java)) {
                archive().write(java);
            }
            return false;
        }
        Path fresh = Files.createDirectories(kernels.resolve(".porthole-new"));
        deleteTree(fresh);
        Files.createDirectories(fresh.resolve("lib"));
        Files.copy(jar, fresh.resolve("porthole.jar"));
        for (Path library : files(jar.resolveSibling("lib"))) {
            Files.copy(library, fresh.resolve("lib").resolve(library.getFileName()));
        }
        describe(fresh, english, "Java (Porthole)", "");
        replace(home, fresh);
        Files.createDirectories(fresh);
        describe(fresh, japanese, "Java (Porthole) 日本語", "ja");
        replace(kernels.resolve(NAMES.get(1)), fresh);
        archive().write(java);
        return true;
    }

    /** Removes the two folders where they are Porthole's; returns those that it removed. */
    List<Path> uninstall() throws IOException {
        List<Path> removed = new ArrayList<>();
        for (String name : NAMES) {
            Path folder = kernels.resolve(name);
            if (isOurs(folder)) {
                deleteTree(folder);
                removed.add(folder);
            }
        }
        return removed;
    }

    /** Whether a kernel of Porthole is installed here. */
    boolean isInstalled() {
        return isOurs(kernels.resolve(NAMES.get(0)));
    }

    /** Whether the installed jar is {@code jar}, byte for byte. */
    boolean holds(Path jar) throws IOException {
        Path installed = kernels.resolve(NAMES.get(0)).resolve("porthole.jar");
        return Files.isRegularFile(installed) && Files.mismatch(installed, jar) == -1;
    }

    private boolean isCurrent(Path home, Path jar, List<String> command) throws IOException {
        if (!holds(jar) || !isOurs(kernels.resolve(NAMES.get(1)))) {
            return false;
        }
        List<String> installed = new ArrayList<>();
        JSON.readTree(home.resolve("kernel.json").toFile()).path("argv").forEach(word -> installed.add(word.asText()));
        return installed.equals(command) && names(home.resolve("lib")).equals(names(jar.resolveSibling("lib")));
    }

    private ClassArchive archive() {
        return new ClassArchive(kernels.resolve(NAMES.get(0)).toAbsolutePath());
    }

    // The first compiler tier alone starts the kernel a quarter sooner, and the serial collector needs no threads;
    // "--java-option -XX:TieredStopAtLevel=4" gives long computations the second tier back.
    private List<String> command(Path java, String jar, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(ClassArchive.OPTIONS);
        command.add(archive().option(java));
        command.addAll(options);
        command.addAll(List.of("-jar", jar, "kernel", "{connection_file}"));
        return command;
    }

    private static void describe(Path folder, List<String> command, String name, String language) throws IOException {
        ObjectNode spec;
        try (InputStream template = resource("kernel.json")) {
            spec = (ObjectNode) JSON.readTree(template);
        }
        ArrayNode words = spec.putArray("argv");
        command.forEach(words::add);
        spec.put("display_name", name);
        if (!language.isEmpty()) {
            spec.putObject("env").put("PORTHOLE_LANG", language);
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("kernel.json").toFile(), spec);
        for (String file : FILES) {
            try (InputStream logo = resource(file)) {
                Files.copy(logo, folder.resolve(file));
            }
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Kernelspec.class.getResourceAsStream("kernelspec/" + name);
        if (stream == null) {
            throw new NoSuchFileException(CommandSentences.say("jar.lacks", "porthole/kernelspec/" + name));
        }
        return stream;
    }

    private static boolean isOurs(Path folder) {
        Path spec = folder.resolve("kernel.json");
        try {
            return Files.isRegularFile(spec) && Files.readString(spec).contains("porthole.jar");
        } catch (IOException e) {
            return false;
        }
    }

    private static void replace(Path folder, Path fresh) throws IOException {
        Path old = folder.resolveSibling(".porthole-old");
        deleteTree(old);
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        Files.move(fresh, folder);
        deleteTree(old);
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream().map(f -> f.getFileName().toString()).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
