package porthole;

import java.nio.channels.spi.SelectorProvider;
import porthole.jupyter.java.JavaInterpreter;

/**
 * What a kernel needs a little later, begun at once on another processor: the JDK's selector, before which it looks
 * through every jar of the class path for another one (30 ms), and what the first cell needs besides the compiler.
 */
final class HeadStart {
    private HeadStart() {}

    static void begin() {
        Thread thread = new Thread(
                () -> {
                    SelectorProvider.provider();
                    JavaInterpreter.headStart();
                },
                "porthole-head-start");
        thread.setDaemon(true);
        thread.start();
    }
}
