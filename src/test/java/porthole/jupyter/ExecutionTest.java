package porthole.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The thread that runs cells. */
class ExecutionTest {
    private static int deep(int calls) {
        return calls == 0 ? 0 : 1 + deep(calls - 1);
    }

    @Test
    void theThreadHasAstackForWhatTheCompilerFollowsRecursively() {
        int calls = 200_000; // a thread of the JVM's own size has room for 10,000 to 50,000
        int[] counted = {0};
        Execution execution = new Execution(
                () -> {
                    counted[0] = deep(calls);
                    return new ToyInterpreter();
                },
                cell -> {},
                sentence -> {});
        execution.start();
        execution.interpreter().close();
        assertEquals(calls, counted[0]);
    }
}
