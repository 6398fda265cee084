package porthole.jupyter.java.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which of the JDK's methods {@link Weaver} has a cell's code call as {@link CellCalls} has them. */
final class Redirects {
    private static final String CALLS = CellCalls.class.getName().replace('.', '/');
    private static final String CONSOLE = "java/io/Console";
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String EXECUTORS = "java/util/concurrent/Executors";
    private static final Set<String> CONSOLES =
            Set.of("readLine", "readPassword", "printf", "format", "writer", "reader", "flush");
    private static final Set<String> LOCKS = Set.of(
            "java/util/concurrent/locks/Lock",
            "java/util/concurrent/locks/ReentrantLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$ReadLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock");

    /** Static methods, by their full name. */
    private static final Map<String, String> STATIC = new HashMap<>();

    static {
        STATIC.put("java/lang/System.exit(I)V", "exit");
        STATIC.put("java/lang/System.console()Ljava/io/Console;", "console");
        STATIC.put(
                EXECUTORS + ".newVirtualThreadPerTaskExecutor()Ljava/util/concurrent/ExecutorService;",
                "virtualThreads");
    }

    private Redirects() {}

    /** A static method of {@link CellCalls}. */
    record Call(String name, String descriptor) {
        void write(MethodVisitor code) {
            code.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, name, descriptor, false);
        }
    }

    /** What is called instead; takes the receiver as its first argument. */
    static @Nullable Call instead(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.INVOKESTATIC) {
            String own = STATIC.get(owner + "." + name + descriptor);
            return own == null ? null : new Call(own, descriptor);
        }
        if (opcode == Opcodes.INVOKESPECIAL) {
            return null;
        }
        if (owner.equals("java/lang/Runtime") && descriptor.equals("(I)V")) {
            return new Call(name, with(owner, descriptor)); // exit and halt have no siblings
        }
        if (isPrint(owner, name, descriptor)) {
            return new Call(name, "(Ljava/lang/Throwable;)V");
        }
        if (LOCKS.contains(owner) && name.equals("lock")) {
            return new Call("lock", "(Ljava/util/concurrent/locks/Lock;)V");
        }
        boolean own =
                (owner.equals(FUTURE) && name.equals("join")) || (owner.equals(CONSOLE) && CONSOLES.contains(name));
        return own ? new Call(name, with(owner, descriptor)) : null;
    }

    /** Of the JDK's exceptions alone, which are known to be some. */
    private static boolean isPrint(String owner, String name, String descriptor) {
        return name.equals("printStackTrace")
                && descriptor.equals("()V")
                && owner.startsWith("java/")
                && (owner.endsWith("Exception") || owner.endsWith("Error") || owner.endsWith("Throwable"));
    }

    private static String with(String receiver, String descriptor) {
        return "(L" + receiver + ";" + descriptor.substring(1);
    }

    /** What is called with the value that the method has returned, and returns it. */
    static @Nullable Call after(String owner, String name, String descriptor) {
        boolean builds = owner.startsWith("java/lang/Thread$Builder");
        if (descriptor.endsWith(")Ljava/lang/Process;")
                && (owner.equals("java/lang/ProcessBuilder") || owner.equals("java/lang/Runtime"))) {
            return new Call("started", "(Ljava/lang/Process;)Ljava/lang/Process;");
        }
        if (descriptor.endsWith(")Ljava/lang/Thread;") && (builds || name.equals("startVirtualThread"))) {
            return new Call("started", "(Ljava/lang/Thread;)Ljava/lang/Thread;");
        }
        String factory = "Ljava/util/concurrent/ThreadFactory;";
        return builds && descriptor.endsWith(")" + factory) ? new Call("factory", "(" + factory + ")" + factory) : null;
    }

    /** The same for a method reference, where it is static. */
    static Handle of(Handle handle) {
        String own = STATIC.get(handle.getOwner() + "." + handle.getName() + handle.getDesc());
        return own == null || handle.getTag() != Opcodes.H_INVOKESTATIC
                ? handle
                : new Handle(Opcodes.H_INVOKESTATIC, CALLS, own, handle.getDesc(), false);
    }
}
