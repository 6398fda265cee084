package porthole.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Porthole's kernel against other Java kernels, in turn in one run: {@code [--java PROGRAM] [--rounds N] [--peer
 * NAME=JAR]… [--cells]}: the last measures what people type
 * alone, without starts and round trips. rapaio-jupyter-kernel comes from Maven Central; a jar of IJava, say, can be named.
 */
public final class KernelBench {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final int STARTS = 5;
    private static final int ALL_STARTS = 30;

    /** In so many rounds the kernels run a long notebook too, which takes longer than all the rest. */
    private static final int NOTEBOOKS = 2;

    private KernelBench() {}

    public static void main(String[] arguments) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        int rounds = 3;
        List<String> peers = new ArrayList<>();
        boolean cellsAlone = false;
        Iterator<String> given = List.of(arguments).iterator();
        while (given.hasNext()) {
            String option = given.next();
            boolean valued = given.hasNext();
            if (option.equals("--cells")) {
                cellsAlone = true;
            } else if (option.equals("--java") && valued) {
                java = Path.of(given.next());
            } else if (option.equals("--rounds") && valued) {
                rounds = Integer.parseInt(given.next());
            } else if (option.equals("--peer") && valued) {
                peers.add(given.next());
            } else {
                System.err.println("\"" + option + "\" is not an option of this benchmark, or lacks its value (--java"
                        + " PROGRAM, --rounds N, --peer NAME=JAR, --cells).");
                System.exit(2);
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
        tell(measure(kernels, rounds, cellsAlone));
        if (!cellsAlone) {
            start(kernels.get(0));
        }
    }

    /** Starts it again and again: it has to be ready each time. */
    private static void start(Contender kernel) {
        List<Double> ages = new ArrayList<>();
        for (int i = 0; i < ALL_STARTS; i++) {
            try (StartedKernel started = new StartedKernel(kernel)) {
                ages.addAll(Objects.requireNonNull(KernelRound.atOnce(started).get(KernelWork.AT_ONCE)));
            } catch (IOException e) {
                System.out.println(kernel.name() + ", start " + (i + 1) + ": " + e.getMessage());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s was ready in %d starts of %d; the slowest answered its first cell after %.0f ms.%n",
                kernel.name(),
                ages.size(),
                ALL_STARTS,
                ages.stream().max(Double::compare).orElse(Double.NaN));
    }

    private static Map<String, Map<KernelWork, List<Double>>> measure(
            List<Contender> kernels, int rounds, boolean cellsAlone) {
        Map<String, Map<KernelWork, List<Double>>> all = new LinkedHashMap<>();
        kernels.forEach(kernel -> all.put(kernel.name(), new EnumMap<>(KernelWork.class)));
        for (int round = 0; round < rounds; round++) {
            for (Contender kernel : kernels) {
                Map<KernelWork, List<Double>> figures = all.get(kernel.name());
                measure(kernel, KernelRound::kinds, figures);
                if (!cellsAlone) {
                    measure(kernel, KernelRound::typed, figures);
                    measure(kernel, round < NOTEBOOKS ? KernelRound::notebook : KernelRound::atOnce, figures);
                }
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
                "%-50s%s  ratio to the best peer%n",
                "", names.stream().map(n -> String.format("%14s", n)).collect(Collectors.joining()));
        for (KernelWork work : KernelWork.values()) {
            if (all.values().stream().noneMatch(figures -> figures.containsKey(work))) {
                continue;
            }
            List<Double> medians =
                    names.stream().map(name -> median(all.get(name), work)).toList();
            String cells = names.stream()
                    .map(name -> cell(all.get(name), work))
                    .map(cell -> String.format("%14s", cell))
                    .collect(Collectors.joining());
            double other = work.base()
                    .map(base -> median(all.get(names.get(0)), base))
                    .orElseGet(() -> medians.stream()
                            .skip(1)
                            .filter(m -> !m.isNaN())
                            .min(Double::compare)
                            .orElse(Double.NaN));
            System.out.printf("%-50s%s  %s%n", work.title(), cells, verdict(work, medians.get(0) / other));
        }
    }

    private static double median(Map<KernelWork, List<Double>> figures, KernelWork work) {
        return figures.containsKey(work) ? Pairs.median(figures.get(work)) : Double.NaN;
    }

    private static String cell(Map<KernelWork, List<Double>> figures, KernelWork work) {
        if (figures.isEmpty()) {
            return "deaf";
        }
        return figures.containsKey(work)
                ? String.format(Locale.ROOT, "%.1f", Pairs.median(figures.get(work)))
                : "no answer";
    }

    private static String verdict(KernelWork work, double ratio) {
        if (work.goal() == 0) {
            return "";
        }
        if (Double.isNaN(ratio)) {
            return String.format(Locale.ROOT, "no peer to compare (goal %.2f)", work.goal());
        }
        return String.format(
                Locale.ROOT,
                "%.2f%s (goal %.2f%s)",
                ratio,
                work.base().isPresent() ? " × the 20th" : "",
                work.goal(),
                ratio <= work.goal() ? "" : ", NOT reached");
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
