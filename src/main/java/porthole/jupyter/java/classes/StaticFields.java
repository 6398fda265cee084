package porthole.jupyter.java.classes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The fields of a class in which a session keeps something beside its objects.
 *
 * @param isEnum whether the class's constants are objects of its own
 * @param statics those that no constant of the compiler's is in, without a class file's own ({@code $VALUES})
 * @param ofConstants the changeable fields of an enum's constants
 */
public record StaticFields(boolean isEnum, List<One> statics, List<String> ofConstants) {
    /**
     * One static field.
     *
     * @param signature with the arguments of its type, if it has any
     */
    public record One(String name, String type, String signature) {}

    public static StaticFields of(byte[] classFile) {
        Visitor visitor = new Visitor();
        new ClassReader(classFile)
                .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new StaticFields(visitor.isEnum, visitor.statics, visitor.isEnum ? visitor.others : List.of());
    }

    /** Names of what is lost where the class is made anew. */
    public List<String> names() {
        List<String> names = new ArrayList<>(statics.stream().map(One::name).toList());
        names.addAll(ofConstants);
        return names;
    }

    /** Whether {@code field} of a later class is new, or can hold what the one of its name here holds. */
    public boolean takes(One field) {
        return statics.stream().allMatch(f -> f.equals(field) || !f.name.equals(field.name));
    }

    private static final class Visitor extends ClassVisitor {
        private final List<One> statics = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private boolean isEnum;

        Visitor() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            isEnum = (access & Opcodes.ACC_ENUM) != 0;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String type, @Nullable String signature, @Nullable Object value) {
            if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ENUM)) != 0 || value != null) {
                return null;
            }
            if ((access & Opcodes.ACC_STATIC) != 0) {
                statics.add(new One(name, type, signature == null ? "" : signature));
            } else if ((access & Opcodes.ACC_FINAL) == 0) {
                others.add(name);
            }
            return null;
        }
    }
}
