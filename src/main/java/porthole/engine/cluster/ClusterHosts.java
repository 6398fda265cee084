package porthole.engine.cluster;

import java.util.List;
import java.util.concurrent.TimeUnit;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Pause;

/** Engines on this machine that behave as hosts of their own, whatever keeps them apart. */
public interface ClusterHosts extends AutoCloseable {
    /** Where their engines are to be reached, the first host first. Each has the hostname {@code host1}, {@code host2}… */
    List<EngineAddress> addresses();

    /** By which address the others find that host, 0 being the first; empty where the engine shall choose. */
    String advertised(int host);

    /** The range of the network between them, in CIDR form; empty where it is not ours. */
    String underlay();

    /** Why that host's engine has not come up, in its own words; empty where it said nothing. */
    String complaint(int host);

    /** Removes them, and all that is on them. Done again, it does nothing. */
    @Override
    void close();

    /** Waits until all engines answer, that many seconds at most. */
    default void await(List<Api> engines, long seconds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < engines.size(); i++) {
            while (true) {
                try {
                    engines.get(i).versions();
                    break;
                } catch (InterruptedCall e) {
                    throw e;
                } catch (EngineException e) {
                    if (System.nanoTime() > limit || !alive(i)) {
                        throw EngineSentences.sentence("host.late", "host" + (i + 1), seconds, complaint(i));
                    }
                    Pause.millis(20);
                }
            }
        }
    }

    /** Whether that host may still come up. */
    boolean alive(int host);
}
