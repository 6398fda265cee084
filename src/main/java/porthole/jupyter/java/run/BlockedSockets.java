package porthole.jupyter.java.run;

import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * What {@link JdkHooks} has the JDK call: a thread is about to wait at a socket, or to end
 * the process, or runs through code of {@link LibraryWeaver}. A socket at which
 * an interrupted cell waits is closed, as Java itself closes a channel, or any socket of a virtual thread. Public only
 * because the JDK's code makes one.
 */
public final class BlockedSockets implements Consumer<Object> {
    private static final Set<String> PLACES =
            Set.of("sun.nio.ch.NioSocketImpl", "sun.nio.ch.DatagramSocketAdaptor", "sun.nio.ch.DatagramChannelImpl");

    /** How deep under the top of a stack one of these can stand: park, poll, the lock's frames. */
    private static final int DEPTH = 16;

    private static final Map<Thread, WeakReference<Object>> LAST = new WeakHashMap<>();

    /** Called once, by the JDK's woven code. */
    public BlockedSockets() {}

    @Override
    public void accept(Object subject) {
        if (subject instanceof String) {
            StopCheck.check();
            return;
        }
        Thread thread = Thread.currentThread();
        if (CellThreads.of(thread) == null) {
            return;
        }
        if (subject instanceof Integer status) {
            StopCheck.exit(isHalt() ? "Runtime.halt" : "System.exit", status);
        }
        synchronized (LAST) {
            LAST.put(thread, new WeakReference<>(subject));
        }
    }

    private static boolean isHalt() {
        return StackWalker.getInstance()
                .walk(frames -> frames.limit(3)
                        .anyMatch(f -> f.getClassName().equals("java.lang.Runtime")
                                && f.getMethodName().equals("halt")));
    }

    /** Closes the socket at which {@code thread} waits; returns whether there is one. */
    static boolean close(Thread thread, StackTraceElement[] stack) {
        Object place = isAtSocket(stack) ? last(thread) : null;
        if (place == null) {
            return false;
        }
        try {
            Method close = place.getClass().getDeclaredMethod("close");
            close.setAccessible(true);
            close.invoke(place);
            return true;
        } catch (NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | java.lang.reflect.InaccessibleObjectException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable Object last(Thread thread) {
        synchronized (LAST) {
            WeakReference<Object> last = LAST.get(thread);
            return last == null ? null : last.get();
        }
    }

    private static boolean isAtSocket(StackTraceElement[] stack) {
        for (int i = 0; i < Math.min(DEPTH, stack.length); i++) {
            if (PLACES.contains(stack[i].getClassName())) {
                return true;
            }
        }
        return false;
    }
}
