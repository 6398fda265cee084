package porthole.jupyter.java.evaluate;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import porthole.jupyter.java.run.SnippetLoader;
import porthole.jupyter.java.text.CellSource;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.SourceLocation;
import porthole.jupyter.java.text.Tokens;

/**
 * Values of expressions without a name, under the names that JShell and IJava give them: {@code $1} is the first of the
 * session. Such a variable is declared when a cell names it. The last two hundred are held, softly: the memory of what
 * nothing else holds is free for others.
 */
final class UnnamedValues {
    private static final int MOST = 200;
    private static final Pattern NAME = Pattern.compile("\\$[1-9]\\d*");

    private final JShell shell;
    private final SnippetLoader loader;
    private final VariableRecovery rescue;
    private final Map<String, Kept> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };
    private int count;

    UnnamedValues(JShell shell, SnippetLoader loader, VariableRecovery rescue) {
        this.shell = shell;
        this.loader = loader;
        this.rescue = rescue;
    }

    /** @param typeName the value's type, as Java writes it */
    private record Kept(SoftReference<@Nullable Object> value, boolean isNull, Supplier<String> typeName) {}

    /** Takes the next name for the value of {@code source}, unless it has one or is none of a cell's. */
    void add(SourceLocation place, CellSource source, @Nullable Object value, String typeName) {
        add(place, source, value, () -> typeName);
    }

    /**
     * The same for a value that {@code classFile} has given.
     *
     * @param variable the local variable that held it there
     */
    void add(SourceLocation place, CellSource source, @Nullable Object value, byte[] classFile, String variable) {
        add(place, source, value, () -> typeName(classFile, variable));
    }

    private void add(SourceLocation place, CellSource source, @Nullable Object value, Supplier<String> typeName) {
        if (place.name().startsWith("In[") && !isNamed(source)) {
            kept.put("$" + ++count, new Kept(new SoftReference<>(value), value == null, typeName));
        }
    }

    /** A variable's own name, or an assignment to it. */
    private static boolean isNamed(CellSource source) {
        List<Tokens.Token> tokens = source.tokens();
        boolean isWord = !tokens.isEmpty()
                && tokens.get(0).isWord()
                && !List.of("true", "false", "null").contains(tokens.get(0).text());
        boolean isAlone = tokens.size() == 1 || (tokens.size() == 2 && is(tokens, 1, ";"));
        return isWord && (isAlone || (is(tokens, 1, "=") && !is(tokens, 2, "=")));
    }

    private static boolean is(List<Tokens.Token> tokens, int at, String text) {
        return at < tokens.size() && tokens.get(at).text().equals(text);
    }

    /** Declares those that {@code source} names, and that are still held. */
    void provide(CellSource source) {
        if (source.text().indexOf('$') < 0) {
            return;
        }
        for (String word : source.words()) {
            Kept one = NAME.matcher(word).matches() ? kept.get(word) : null;
            if (one != null && shell.variables().noneMatch(v -> v.name().equals(word))) {
                Object value = one.value.get();
                if (value != null || one.isNull) {
                    String type = one.typeName.get();
                    boolean isThere = rescue.declare(type, word, value) || rescue.declare("Object", word, value);
                    if (isThere) {
                        kept.remove(word);
                    }
                }
            }
        }
    }

    /** Forgets them, and begins to count anew. */
    void clear() {
        kept.clear();
        count = 0;
    }

    /** The type of a local variable, as Java writes it; of a field of that type the JVM says it. */
    private String typeName(byte[] classFile, String variable) {
        String[] type = {"Ljava/lang/Object;", null};
        new ClassReader(classFile).accept(new Variables(variable, type), ClassReader.SKIP_FRAMES);
        String name = JShellNames.classOf("T" + count + "x" + System.identityHashCode(type));
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "value", type[0], type[1], null)
                .visitEnd();
        writer.visitEnd();
        try {
            loader.loadUnnamed(new ClassBytecodes[] {new ClassBytecodes(name, writer.toByteArray())});
            Class<?> holder = Class.forName(name, false, loader);
            String full = holder.getField("value").getGenericType().getTypeName();
            return JShellNames.withoutWrappers(full).replace('$', '.');
        } catch (ClassInstallException | ReflectiveOperationException | LinkageError | TypeNotPresentException e) {
            return "Object";
        }
    }

    private static final class Variables extends ClassVisitor {
        private final String variable;
        private final @Nullable String[] type;

        Variables(String variable, @Nullable String[] type) {
            super(Opcodes.ASM9);
            this.variable = variable;
            this.type = type;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLocalVariable(
                        String local,
                        String localType,
                        @Nullable String localSignature,
                        Label start,
                        Label end,
                        int index) {
                    if (local.equals(variable)) {
                        type[0] = localType;
                        type[1] = localSignature;
                    }
                }
            };
        }
    }
}
