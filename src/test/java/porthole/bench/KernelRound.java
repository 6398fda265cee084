package porthole.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One round with one kernel, which has just been asked for. */
final class KernelRound {
    private static final int TYPING = 2_000;
    private static final int TRIPS = 15;
    private static final int CELLS = 310;
    private static final int DECLARATIONS = 200;

    /** The first answer tells whether a kernel hears at all; some never do. */
    private static final int HEARING = 6;

    /** A kernel that waits for its cell before it completes is not waited for. */
    private static final int BUSY = 3;

    private static final String LINES = "for (int i = 0; i < 10000; i++) System.out.println(\"line \" + i);";
    private static final String HALF_A_WORD = "\"abc\".toUpp";

    private final StartedKernel kernel;
    private final Map<KernelWork, List<Double>> figures = new EnumMap<>(KernelWork.class);

    private KernelRound(StartedKernel kernel) {
        this.kernel = kernel;
    }

    /** Somebody opens a notebook, types for two seconds, and works. */
    static Map<KernelWork, List<Double>> typed(StartedKernel kernel) throws IOException, InterruptedException {
        return new KernelRound(kernel).typed();
    }

    /** nbclient sends the first cell as soon as the kernel answers. */
    static Map<KernelWork, List<Double>> atOnce(StartedKernel kernel) throws IOException {
        return new KernelRound(kernel).atOnce(1);
    }

    /** As {@link #atOnce}, and a long notebook follows. */
    static Map<KernelWork, List<Double>> notebook(StartedKernel kernel) throws IOException {
        return new KernelRound(kernel).atOnce(CELLS);
    }

    /** Cells of all kinds in turn, until there are 200 declarations; then a package is imported. */
    static Map<KernelWork, List<Double>> kinds(StartedKernel kernel) throws IOException, InterruptedException {
        return new KernelRound(kernel).kinds();
    }

    private Map<KernelWork, List<Double>> kinds() throws IOException, InterruptedException {
        kernel.roundTrip("kernel_info_request", Map.of(), HEARING);
        Thread.sleep(TYPING);
        for (String code : CellKind.BEFORE) {
            kernel.cell(code);
        }
        int number = 1;
        for (; number <= 2 * TRIPS; number++) {
            for (CellKind kind : CellKind.values()) {
                double cell = kernel.cell(kind.cell(number));
                if (number > TRIPS) {
                    put(kind.work(), cell);
                }
            }
        }
        for (int declared = 4 * (number - 1); declared < DECLARATIONS; declared += 2, number++) {
            kernel.cell(CellKind.METHOD.cell(number));
            kernel.cell(CellKind.CLASS.cell(number));
        }
        put(KernelWork.STAR_IMPORT, kernel.cell("import java.util.concurrent.atomic.*;"));
        return figures;
    }

    private Map<KernelWork, List<Double>> typed() throws IOException, InterruptedException {
        kernel.roundTrip("kernel_info_request", Map.of(), HEARING);
        double ready = kernel.age();
        Thread.sleep(TYPING);
        put(KernelWork.RESIDENT, kernel.residentMegabytes());
        double first = kernel.roundTrip("execute_request", code("1 + 1"));
        put(KernelWork.READY, ready);
        put(KernelWork.TYPED, ready + first);
        for (int i = 0; i < TRIPS; i++) {
            put(KernelWork.KERNEL_INFO, kernel.roundTrip("kernel_info_request", Map.of()));
            put(KernelWork.IS_COMPLETE, kernel.roundTrip("is_complete_request", Map.of("code", "int a = 1;")));
            put(KernelWork.COMM_INFO, kernel.roundTrip("comm_info_request", Map.of()));
            put(KernelWork.HEARTBEAT, kernel.beat());
        }
        help();
        lines();
        helpMeanwhile();
        return figures;
    }

    /** The last of a round: the cell never ends. */
    private void helpMeanwhile() throws IOException {
        kernel.execute("while (true) {}");
        try {
            for (int i = 0; i < 6; i++) {
                double complete = kernel.roundTrip("complete_request", halfAWord(), BUSY);
                if (i > 0) {
                    put(KernelWork.COMPLETE_BUSY, complete);
                }
            }
        } catch (IOException e) {
            // The table says that there is no answer.
        }
    }

    private static Map<String, ?> halfAWord() {
        return Map.of("code", HALF_A_WORD, "cursor_pos", HALF_A_WORD.length(), "detail_level", 0);
    }

    private void help() throws IOException {
        Map<String, ?> whole = Map.of("code", "Math.abs(1)", "cursor_pos", 8, "detail_level", 0);
        for (int i = 0; i < TRIPS; i++) {
            double complete = kernel.roundTrip("complete_request", halfAWord());
            double inspect = kernel.roundTrip("inspect_request", whole);
            if (i >= 5) {
                put(KernelWork.COMPLETE, complete);
                put(KernelWork.INSPECT, inspect);
            }
        }
    }

    private void lines() throws IOException {
        kernel.cell(LINES);
        long start = System.nanoTime();
        List<StartedKernel.Arrived> all = kernel.answers(kernel.execute(LINES), true, 60);
        put(KernelWork.LINES, (all.get(all.size() - 1).at() - start) / 1e6);
        List<StartedKernel.Arrived> streams =
                all.stream().filter(m -> m.type().equals("stream")).toList();
        put(KernelWork.LINES_FIRST, (streams.get(0).at() - start) / 1e6);
        put(KernelWork.LINES_MESSAGES, (double) streams.size());
        long lines = streams.stream()
                .flatMap(m -> m.content().path("text").asText().lines())
                .filter(line -> !line.isEmpty())
                .count();
        put(KernelWork.LINES_LOST, 10_000.0 - lines);
    }

    private Map<KernelWork, List<Double>> atOnce(int cells) throws IOException {
        kernel.roundTrip("kernel_info_request", Map.of(), HEARING);
        kernel.roundTrip("execute_request", code("1 + 1"));
        put(KernelWork.AT_ONCE, kernel.age());
        for (int i = 2; i <= cells; i++) {
            // What a notebook does: every third cell keeps something.
            double cell = kernel.cell(i % 3 == 0 ? "int kept" + i + " = " + i : i + " + 1");
            if (i % 3 != 0 && Math.abs(i - 20) <= 9) {
                put(KernelWork.CELL_20, cell);
            } else if (i % 3 != 0 && Math.abs(i - 300) <= 9) {
                put(KernelWork.CELL_300, cell);
            }
        }
        return figures;
    }

    private static Map<String, ?> code(String code) {
        return Map.of("code", code, "silent", false, "store_history", true);
    }

    private void put(KernelWork work, double figure) {
        figures.computeIfAbsent(work, w -> new ArrayList<>()).add(figure);
    }
}
