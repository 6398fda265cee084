package porthole.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is measured of a kernel, and how it should compare to the best of the others (0: it is only told). */
enum KernelWork {
    READY("start: asked for → kernel_info reply, ms", 0),
    TYPED("… and first cell 2 s later → reply, ms", 0.4),
    AT_ONCE("start: asked for → reply to a cell sent at once", 0.45),
    RESIDENT("memory 2 s after ready, MB", 1),
    KERNEL_INFO("kernel_info, ms", 0.1),
    IS_COMPLETE("is_complete, ms", 0.1),
    COMM_INFO("comm_info, ms", 0.1),
    HEARTBEAT("heartbeat, ms", 0.1),
    EXPRESSION("an expression: request → idle, ms", 0.15),
    VARIABLE("a variable, ms", 0.2),
    OBJECT("a var of an object, ms", 0.25),
    LOOP("a loop, ms", 0.2),
    METHOD("a method, ms", 0.2),
    CLASS("a class, ms", 0.2),
    STREAM("a stream, ms", 0.2),
    MISTAKE("a mistake, ms", 0.6),
    STAR_IMPORT("a star import at 200 declarations (goal 1000), ms", 0),
    CELL_20("the expressions around the 20th, ms", 0),
    CELL_300("the expressions around the 300th, ms", 1.5, CELL_20),
    COMPLETE("complete, warm, ms", 0.3),
    INSPECT("inspect, warm, ms", 0.3),
    COMPLETE_BUSY("complete while a cell computes, ms", 0),
    LINES("10,000 lines: request → idle, ms", 0.3),
    LINES_FIRST("… the first of them shown after, ms", 0),
    LINES_MESSAGES("… in messages", 0),
    LINES_LOST("… lost", 0);

    private final String title;
    private final double goal;
    private final @Nullable KernelWork base;

    KernelWork(String title, double goal) {
        this(title, goal, null);
    }

    KernelWork(String title, double goal, @Nullable KernelWork base) {
        this.title = title;
        this.goal = goal;
        this.base = base;
    }

    String title() {
        return title;
    }

    double goal() {
        return goal;
    }

    /** What of the same kernel it is compared to, in place of the other kernels. */
    Optional<KernelWork> base() {
        return Optional.ofNullable(base);
    }
}
