package porthole.jupyter.java.classes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import porthole.jupyter.java.text.JShellNames;

/**
 * Keeps variables' values. JShell holds a variable in a field of a class of its own; when something that it is compiled
 * against changes, it compiles the same declaration into a new class (a later version, {@link
 * JShellNames}) whose field is empty, and never runs the initialiser again. All classes therefore use the field of the
 * first such class.
 */
public final class VariableStorage {
    /** JShell's name for the value of an expression; used again when it was dropped. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\d+");

    private final Map<Field, String> homes = new HashMap<>();
    private final Map<Variable, String> types = new HashMap<>();
    private final Set<String> declaring = new HashSet<>();
    private final Set<String> lost = new TreeSet<>();
    private final Set<Field> inLambdas = new HashSet<>();
    private final Set<String> left = new TreeSet<>();

    private record Variable(String snippet, String name) {}

    private record Field(Variable variable, String type) {}

    /**
     * From now on the variables of these names are declared anew: the code of before is not theirs, and what they held
     * stays only until their initialiser has given them another value.
     */
    public void declareAnew(Set<String> names) {
        declaring.clear();
        declaring.addAll(names);
        lost.clear();
        left.clear();
    }

    /** Variables of another type since the last {@link #declareAnew}, while lambdas of before go on with the old ones. */
    public Set<String> leftToLambdas() {
        return new TreeSet<>(left);
    }

    /** A cell's lambda reads or writes a field. */
    public void usedByLambda(String owner, String name, String type) {
        String snippet = JShellNames.snippetOf(owner);
        if (snippet != null) {
            inLambdas.add(new Field(new Variable(snippet, name), type));
        }
    }

    /** Variables that have lost their value since the last {@link #declareAnew}, because their type has changed. */
    public Set<String> lost() {
        return new TreeSet<>(lost);
    }

    /** Learns of the variables of a class that is about to be loaded. */
    public void learn(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        String snippet = JShellNames.snippetOf(reader.getClassName());
        if (snippet != null) {
            reader.accept(
                    new Fields(snippet, reader.getClassName()),
                    ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /**
     * Whether the class holds a variable that is declared anew, or an expression's value: what was compiled into the old
     * class under this name (a lambda, say) has nothing to do with it.
     */
    public boolean isDeclaredAnew(byte[] classFile) {
        boolean[] anew = {false};
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable FieldVisitor visitField(
                                    int access,
                                    String name,
                                    String type,
                                    @Nullable String signature,
                                    @Nullable Object value) {
                                anew[0] |= declaring.contains(name)
                                        || EXPRESSION.matcher(name).matches();
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return anew[0];
    }

    /** The class whose field is to be used for that of {@code owner}. */
    public String home(String owner, String name, String type) {
        String snippet = JShellNames.snippetOf(owner);
        return snippet == null ? owner : homes.getOrDefault(new Field(new Variable(snippet, name), type), owner);
    }

    /** The class whose field holds the variable now, by the binary name of any class that JShell made for it. */
    public String homeOf(String className, String variable) {
        String snippet = JShellNames.snippetOf(className);
        if (snippet == null) {
            return className;
        }
        Variable asked = new Variable(snippet, variable);
        String type = types.get(asked);
        String home = type == null ? null : homes.get(new Field(asked, type));
        return home == null ? className : home.replace('/', '.');
    }

    private final class Fields extends ClassVisitor {
        private final String snippet;
        private final String owner;

        Fields(String snippet, String owner) {
            super(Opcodes.ASM9);
            this.snippet = snippet;
            this.owner = owner;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String type, @Nullable String signature, @Nullable Object value) {
            Variable variable = new Variable(snippet, name);
            if (declaring.remove(name)) {
                String before = types.get(variable);
                if (before != null && !before.equals(type) && inLambdas.contains(new Field(variable, before))) {
                    left.add(name);
                }
                homes.putIfAbsent(new Field(variable, type), owner); // a lambda may count on the one of before
            } else if (homes.putIfAbsent(new Field(variable, type), owner) == null && types.containsKey(variable)) {
                lost.add(name);
            }
            types.put(variable, type);
            return null;
        }
    }
}
