package porthole.jupyter.java;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.evaluate.CellFailure;
import porthole.jupyter.java.run.RunningCell;

/** Interrupts a cell that runs longer than the environment allows. */
final class TimeLimit implements AutoCloseable {
    private final Optional<Duration> limit;
    private final @Nullable CompletableFuture<Void> bell;
    private final Cancellation cancellation;

    TimeLimit(RunningCell cell, Optional<Duration> limit) {
        this.limit = limit;
        cancellation = cell.cancellation();
        bell = limit.map(d -> CompletableFuture.runAsync(
                        () -> cancellation.request(Cancellation.Reason.TIME_LIMIT, Cancellation.PATIENCE),
                        CompletableFuture.delayedExecutor(d.toMillis(), TimeUnit.MILLISECONDS)))
                .orElse(null);
    }

    /** The failure of a cell that was interrupted for it. */
    Optional<Outcome> failure() {
        if (!cancellation.reason().equals(Optional.of(Cancellation.Reason.TIME_LIMIT))) {
            return Optional.empty();
        }
        String sentence =
                Sentences.of(TimeLimit.class).say("limit", limit.orElseThrow().toMillis());
        return Optional.of(CellFailure.sentence("Timeout", sentence).outcome());
    }

    @Override
    public void close() {
        if (bell != null) {
            bell.cancel(false);
        }
    }
}
