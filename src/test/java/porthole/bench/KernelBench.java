package porthole.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Porthole's kernel against other Java kernels, in turn in one run: {@code [--java PROGRAM] [--rounds N] [--peer
 * NAME=JAR]…}. rapaio-jupyter-kernel comes from Maven Central; a jar of IJava, say, can be named.
 */
public final class KernelBench {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final int STARTS = 4;

    private KernelBench() {}

    public static void main(String[] arguments) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        int rounds = 5;
        List<String> peers = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--java" -> java = Path.of(arguments[i + 1]);
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--peer" -> peers.add(arguments[i + 1]);
                default -> {
                    System.err.println("\"" + arguments[i]
                            + "\" is no option of this benchmark (--java PROGRAM, --rounds N, --peer NAME=JAR).");
                    System.exit(2);
                }
            }
        }
        List<Contender> kernels = new ArrayList<>();
        kernels.add(Contender.porthole(java, Path.of("target", "porthole.jar"), FOLDER));
        kernels.add(Contender.rapaio(java, FOLDER));
        for (String peer : peers) {
            int sign = peer.indexOf('=');
            kernels.add(Contender.jar(peer.substring(0, sign), java, Path.of(peer.substring(sign + 1))));
        }
        System.out.println("Kernels on " + java + " (" + version(java) + "), " + rounds + " rounds in turn, medians; "
                + "the front end is a thread of this JVM that waits on its sockets.");
        tell(measure(kernels, rounds));
    }

    private static Map<String, Map<KernelWork, List<Double>>> measure(List<Contender> kernels, int rounds) {
        Map<String, Map<KernelWork, List<Double>>> all = new LinkedHashMap<>();
        kernels.forEach(kernel -> all.put(kernel.name(), new EnumMap<>(KernelWork.class)));
        for (int round = 0; round < rounds; round++) {
            for (Contender kernel : kernels) {
                Map<KernelWork, List<Double>> figures = all.get(kernel.name());
                measure(kernel, KernelRound::typed, figures);
                measure(kernel, KernelRound::atOnce, figures);
            }
        }
        return all;
    }

    /** A part of a round, on a kernel that has just been asked for. */
    private interface Part {
        Map<KernelWork, List<Double>> of(StartedKernel kernel) throws IOException, InterruptedException;
    }

    /** Some kernels are deaf after some starts: that is told, and the next start is measured. */
    private static void measure(Contender kernel, Part part, Map<KernelWork, List<Double>> figures) {
        for (int start = 1; start <= STARTS; start++) {
            try (StartedKernel started = new StartedKernel(kernel)) {
                part.of(started)
                        .forEach((work, found) -> figures.computeIfAbsent(work, w -> new ArrayList<>())
                                .addAll(found));
                return;
            } catch (IOException | InterruptedException e) {
                System.out.println(kernel.name() + ", start " + start + " of " + STARTS + ": " + e.getMessage());
            }
        }
    }

    private static void tell(Map<String, Map<KernelWork, List<Double>>> all) {
        List<String> names = List.copyOf(all.keySet());
        System.out.printf(
                "%-46s %s  ratio to the best peer%n",
                "", names.stream().map(n -> String.format("%14s", n)).collect(Collectors.joining()));
        for (KernelWork work : KernelWork.values()) {
            List<Double> medians = names.stream()
                    .map(name -> all.get(name).get(work))
                    .map(found -> found == null ? Double.NaN : Pairs.median(found))
                    .toList();
            double best = medians.stream()
                    .skip(1)
                    .filter(m -> !m.isNaN())
                    .min(Double::compare)
                    .orElse(Double.NaN);
            double ratio = medians.get(0) / best;
            String cells = medians.stream()
                    .map(m -> m.isNaN() ? String.format("%14s", "–") : String.format(Locale.ROOT, "%14.1f", m))
                    .collect(Collectors.joining());
            System.out.printf(
                    Locale.ROOT,
                    "%-46s %s  %s%n",
                    work.title(),
                    cells,
                    work.goal() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%.2f (goal %.2f%s)",
                                    ratio,
                                    work.goal(),
                                    ratio <= work.goal() ? "" : ", NOT reached"));
        }
    }

    private static String version(Path java) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.toString(), "-version")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Arrays.stream(printed.split("\n")).skip(1).findFirst().orElse("").strip();
    }
}
