package porthole.jupyter.java.run;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** The processes that a cell has started, which end if it is interrupted. */
final class CellProcesses {
    private final Set<Process> started = Collections.newSetFromMap(new WeakHashMap<>());

    /** The cell has started {@code process}. */
    synchronized void add(Process process) {
        started.add(process);
    }

    /** Ends those that run, and what they have started. */
    synchronized void end() {
        started.stream().filter(Process::isAlive).forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }
}
