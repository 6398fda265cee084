package porthole.jupyter;

import java.lang.reflect.Proxy;

/**
 * Signals of the operating system. {@code sun.misc.Signal} is the JDK's only way, and is found by reflection because
 * javac warns of it in a way that cannot be silenced.
 */
final class Signals {
    private Signals() {}

    /** Runs {@code action} on {@code SIG}<i>name</i> instead of ending the process; nothing where signals cannot be had. */
    static void on(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
        } catch (ReflectiveOperationException e) {
            // A JDK without it, or a system without this signal: interrupt_request still works.
        }
    }
}
