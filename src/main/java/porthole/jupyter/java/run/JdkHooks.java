package porthole.jupyter.java.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import porthole.jupyter.java.classes.Agent;
import porthole.jupyter.java.classes.RefusedTypes;
import porthole.jupyter.java.internal.Internal;

/**
 * Puts a call to {@link BlockedSockets} into the few methods of the JDK where a thread waits deaf to {@code Thread.interrupt}
 * (java.net's sockets), and into those that end the process; has {@link Traces} put stack traces into words, and
 * mends JShell ({@link RefusedTypes}). Needs {@link Agent}.
 */
public final class JdkHooks {
    /** Same names on JDK 17 to 25. What is missing on another release is passed over. */
    private static final Map<String, Set<String>> METHODS = Map.of(
            "sun.nio.ch.NioSocketImpl", Set.of("beginRead", "beginWrite", "beginAccept", "beginConnect"),
            "sun.nio.ch.DatagramSocketAdaptor", Set.of("receive"),
            "java.lang.Runtime", Set.of("exit", "halt"));

    /** What gives, or is given, what {@link Traces} is to put in a form that a person reads. */
    private static final Map<String, Set<String>> TRACES = Map.of(
            "java.lang.Throwable", Set.of("getOurStackTrace"),
            "java.util.logging.LogRecord", Set.of("setSourceClassName", "setSourceMethodName"));

    private static final String CONSUMER = "Ljava/util/function/Consumer;";
    private static final String OPERATOR = "Ljava/util/function/UnaryOperator;";

    private static final AtomicBoolean ASKED = new AtomicBoolean();
    private static boolean placed;

    private JdkHooks() {}

    /** {@link #place} beside the first cells, since it takes longer than one of them. */
    public static void placeSoon(ThreadGroup group) {
        if (!ASKED.getAndSet(true)) {
            Thread thread = new Thread(group, JdkHooks::place, "jupyter-hooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Places the hooks, once in this process; does nothing where the JVM does not let it. */
    public static synchronized void place() {
        if (placed || !Agent.isGranted() || !Internal.JDK_HOOKS.isOn()) {
            return;
        }
        placed = true;
        Agent.open("sun.nio.ch");
        METHODS.forEach((name, methods) -> place(name, code -> hooked(code, methods)));
        TRACES.forEach((name, methods) -> place(name, code -> told(code, methods)));
        place(RefusedTypes.OWNER, RefusedTypes::new);
    }

    private static void place(String name, UnaryOperator<ClassVisitor> hooks) {
        try {
            Class<?> type = Class.forName(name);
            Agent.redefine(new ClassDefinition(type, woven(type, hooks)));
        } catch (ClassNotFoundException
                | UnmodifiableClassException
                | IOException
                | UnsupportedOperationException
                | LinkageError e) {
            Internal.JDK_HOOKS.failed(e);
            // Only an interrupt at such a wait is poorer, which leaves the cell in the background, or a logger's trace.
        }
    }

    private static byte[] woven(Class<?> type, UnaryOperator<ClassVisitor> hooks) throws IOException {
        ClassReader reader = new ClassReader(original(type));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(hooks.apply(writer), 0);
        return writer.toByteArray();
    }

    /** The class as its file has it. */
    public static byte[] original(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("No " + file);
            }
            return in.readAllBytes();
        }
    }

    /** A class of the JDK that asks, at the beginning of each method, whether its thread is to end. */
    static byte[] asking(Class<?> type) throws IOException {
        ClassReader reader = new ClassReader(original(type));
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(hooked(writer, Set.of()), 0);
        return writer.toByteArray();
    }

    /**
     * {@code ClassLoader.getSystemClassLoader().loadClass("…").getConstructor().newInstance()}, as a constant that
     * is computed once: code of java.base cannot name a class of ours.
     */
    private static ConstantDynamic made(Class<?> ours, String as) {
        String loader = "Ljava/lang/ClassLoader;";
        String constructor = "Ljava/lang/reflect/Constructor;";
        ConstantDynamic system = invoke(
                loader, handle(Opcodes.H_INVOKESTATIC, "java/lang/ClassLoader", "getSystemClassLoader", "()" + loader));
        ConstantDynamic type = invoke(
                "Ljava/lang/Class;",
                handle(
                        Opcodes.H_INVOKEVIRTUAL,
                        "java/lang/ClassLoader",
                        "loadClass",
                        "(Ljava/lang/String;)Ljava/lang/Class;"),
                system,
                ours.getName());
        ConstantDynamic made = invoke(
                constructor,
                handle(
                        Opcodes.H_INVOKEVIRTUAL,
                        "java/lang/Class",
                        "getConstructor",
                        "([Ljava/lang/Class;)" + constructor),
                type);
        return invoke(
                as,
                handle(
                        Opcodes.H_INVOKEVIRTUAL,
                        "java/lang/reflect/Constructor",
                        "newInstance",
                        "([Ljava/lang/Object;)Ljava/lang/Object;"),
                made);
    }

    private static Handle handle(int kind, String owner, String name, String descriptor) {
        return new Handle(kind, owner, name, descriptor, false);
    }

    private static ConstantDynamic invoke(String type, Handle method, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = method;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        String bootstrap = "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;";
        return new ConstantDynamic(
                "made",
                type,
                handle(Opcodes.H_INVOKESTATIC, "java/lang/invoke/ConstantBootstraps", "invoke", bootstrap),
                all);
    }

    /** What the code of a method is passed through; itself for those that stay. */
    private interface Choice {
        MethodVisitor of(MethodVisitor next, String name, String descriptor);
    }

    /** Passes each method of a class through what is chosen for it. */
    private static final class Methods extends ClassVisitor {
        private final Choice choice;

        Methods(ClassVisitor next, Choice choice) {
            super(Opcodes.ASM9, next);
            this.choice = choice;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return choice.of(super.visitMethod(access, name, descriptor, signature, exceptions), name, descriptor);
        }
    }

    /** Calls {@link BlockedSockets} at the beginning of {@code methods}, of all where there are none. */
    private static ClassVisitor hooked(ClassVisitor next, Set<String> methods) {
        return new Methods(next, (code, name, descriptor) -> {
            if (methods.isEmpty()) {
                return new Hook(code, Subject.NONE);
            }
            Subject subject = descriptor.startsWith("(I)") ? Subject.NUMBER : Subject.SELF;
            return methods.contains(name) ? new Hook(code, subject) : code;
        });
    }

    /** Has {@link Traces} look at the frames that a method returns, or at the text that it is given. */
    private static ClassVisitor told(ClassVisitor next, Set<String> methods) {
        return new Methods(
                next,
                (code, name, descriptor) ->
                        methods.contains(name) ? new Teller(code, descriptor.startsWith("(Ljava/lang/String;")) : code);
    }

    /** What the hook is told: nothing, the method's number, or the object that it belongs to. */
    private enum Subject {
        NONE,
        NUMBER,
        SELF
    }

    private static final class Hook extends MethodVisitor {
        private final Subject subject;

        Hook(MethodVisitor next, Subject subject) {
            super(Opcodes.ASM9, next);
            this.subject = subject;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitLdcInsn(made(BlockedSockets.class, CONSUMER));
            switch (subject) {
                case NONE -> super.visitLdcInsn("");
                case SELF -> super.visitVarInsn(Opcodes.ALOAD, 0);
                case NUMBER -> {
                    super.visitVarInsn(Opcodes.ILOAD, 1);
                    super.visitMethodInsn(
                            Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
                }
            }
            super.visitMethodInsn(
                    Opcodes.INVOKEINTERFACE, "java/util/function/Consumer", "accept", "(Ljava/lang/Object;)V", true);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(Math.max(stack, 2), locals);
        }
    }

    private static final class Teller extends MethodVisitor {
        private final boolean isGiven;

        Teller(MethodVisitor next, boolean isGiven) {
            super(Opcodes.ASM9, next);
            this.isGiven = isGiven;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (isGiven) {
                super.visitVarInsn(Opcodes.ALOAD, 1);
                tell("java/lang/String");
                super.visitVarInsn(Opcodes.ASTORE, 1);
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                tell("[Ljava/lang/StackTraceElement;");
            }
            super.visitInsn(opcode);
        }

        private void tell(String type) {
            super.visitLdcInsn(made(Traces.class, OPERATOR));
            super.visitInsn(Opcodes.SWAP);
            super.visitMethodInsn(
                    Opcodes.INVOKEINTERFACE,
                    "java/util/function/UnaryOperator",
                    "apply",
                    "(Ljava/lang/Object;)Ljava/lang/Object;",
                    true);
            super.visitTypeInsn(Opcodes.CHECKCAST, type);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 2, locals);
        }
    }
}
