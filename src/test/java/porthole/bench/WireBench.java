package porthole.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.jupyter.WireKernel;

/**
 * The kernel over its own ZMTP beside the same kernel over JeroMQ's sockets, both with the mechanism NULL, in turn:
 * {@code ./porthole bench wire [--rounds N]}. Each has an archive of its classes of its own.
 */
public final class WireBench {
    private static final List<String> OPTIONS = List.of(
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms20m",
            "-XX:NewSize=10m",
            "-Djava.awt.headless=true",
            "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");

    private enum Figure {
        START("start to kernel_info_reply, ms"),
        TRIP("kernel_info, round trip, ms"),
        BEAT("heartbeat, ms"),
        CELL("trivial cell, ms"),
        CPU("CPU of 500 round trips, ms each"),
        MEMORY("memory, MB");

        final String label;

        Figure(String label) {
            this.label = label;
        }
    }

    private WireBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 && arguments[0].equals("--rounds") ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("wire-bench");
        String classPath = jars(folder);
        Map<String, Map<Figure, List<Double>>> all = new java.util.LinkedHashMap<>();
        List<Contender> both = new ArrayList<>();
        for (String name : List.of("own", "jeromq")) {
            all.put(name, new EnumMap<>(Figure.class));
            both.add(contender(name, classPath, folder));
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : both) {
                measure(contender, all.get(contender.name()));
            }
        }
        for (Figure figure : Figure.values()) {
            double own = Pairs.median(all.get("own").get(figure));
            double other = Pairs.median(all.get("jeromq").get(figure));
            System.out.printf(
                    Locale.ROOT, "%-34s own %.2f, JeroMQ %.2f: ratio %.2f%n", figure.label, own, other, own / other);
        }
    }

    private static void measure(Contender contender, Map<Figure, List<Double>> figures) throws Exception {
        try (StartedKernel kernel = new StartedKernel(contender)) {
            kernel.roundTrip("kernel_info_request", Map.of(), 60);
            add(figures, Figure.START, kernel.age());
            for (int i = 0; i < 20; i++) {
                kernel.cell(i + " + 1");
            }
            for (int i = 0; i < 300; i++) {
                kernel.roundTrip("kernel_info_request", Map.of());
            }
            Duration before = kernel.processor();
            for (int i = 0; i < 500; i++) {
                add(figures, Figure.TRIP, kernel.roundTrip("kernel_info_request", Map.of()));
            }
            add(figures, Figure.CPU, kernel.processor().minus(before).toMillis() / 500.0);
            for (int i = 0; i < 200; i++) {
                add(figures, Figure.BEAT, kernel.beat());
            }
            for (int i = 0; i < 50; i++) {
                add(figures, Figure.CELL, kernel.cell(i + " + 2"));
            }
            add(figures, Figure.MEMORY, kernel.residentMegabytes());
        }
    }

    private static void add(Map<Figure, List<Double>> figures, Figure figure, double value) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>()).add(value);
    }

    /** An archive holds classes of jars alone. */
    private static String jars(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes" + entries.size() + ".jar");
                pack(path, jar);
                entries.add(jar.toString());
            } else {
                entries.add(path.toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
    }

    private static Contender contender(String name, String classPath, Path folder) throws Exception {
        Path archive = folder.resolve(name + ".jsa");
        Contender rehearsal = command(name, classPath, "-XX:ArchiveClassesAtExit=" + archive);
        try (StartedKernel kernel = new StartedKernel(rehearsal)) {
            kernel.roundTrip("kernel_info_request", Map.of(), 60);
            kernel.cell("1 + 1");
            kernel.beat();
            kernel.roundTrip("shutdown_request", Map.of("restart", false));
            kernel.awaitEnd(60, TimeUnit.SECONDS);
        }
        if (!Files.exists(archive)) {
            System.out.println(name + " has no archive of its classes: its start is late.");
        }
        return command(name, classPath, "-XX:SharedArchiveFile=" + archive);
    }

    private static Contender command(String name, String classPath, String archive) {
        List<String> argv = new ArrayList<>();
        argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        argv.addAll(OPTIONS);
        argv.addAll(List.of(archive, "-cp", classPath, WireKernel.class.getName(), name, "{connection_file}"));
        return new Contender(name, argv);
    }
}
