package porthole.jupyter;

/** What waits for the execution's thread. */
sealed interface Job permits ExecuteJob, Job.Task {
    /** Anything that is not a cell. */
    record Task(Runnable work) implements Job {}
}
