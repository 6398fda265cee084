package porthole.jupyter.java.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import porthole.jupyter.java.classes.StaticFields;
import porthole.jupyter.java.classes.VariableStorage;
import porthole.jupyter.java.text.JShellNames;

/**
 * Makes cells' classes stoppable: a call to {@link StopCheck} at method entry and before each jump back. The JDK's own
 * way differs by release (ThreadGroup.stop to 18, none in 19, woven checks from 20), and leaves a loop burning on 17.
 * Variables are read and written where {@link VariableStorage} says.
 */
public final class Weaver {
    /** javac's name for a lambda of a statement. */
    private static final String CHECK = StopCheck.class.getName().replace('.', '/');

    private Weaver() {}

    /** {@code classFile} with the checks in it. A plain call changes no stack, so the frames stay true. */
    public static byte[] weave(byte[] classFile, VariableStorage homes) {
        return weave(classFile, homes, List.of());
    }

    /** The same, where these static fields begin with what the class before has in them. */
    static byte[] weave(byte[] classFile, VariableStorage homes, List<StaticFields.One> inherited) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        ClassVisitor classes = new Classes(writer, homes);
        reader.accept(inherited.isEmpty() ? classes : new KeptState(classes, inherited), 0);
        return writer.toByteArray();
    }

    private static final class Classes extends ClassVisitor {
        private final VariableStorage homes;

        Classes(ClassVisitor next, VariableStorage homes) {
            super(Opcodes.ASM9, next);
            this.homes = homes;
        }

        /** Without the mark of a preview feature: the JVM would want a flag of its own, which is too late now. */
        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            super.visit(version & 0xFFFF, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean isLambda = JShellNames.isLambda(name);
            return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions), homes, isLambda);
        }
    }

    private static final class Checks extends MethodVisitor {
        private final Set<Label> behind = new HashSet<>();
        private final VariableStorage homes;
        private final boolean isLambda;

        Checks(MethodVisitor next, VariableStorage homes, boolean isLambda) {
            super(Opcodes.ASM9, next);
            this.homes = homes;
            this.isLambda = isLambda;
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK, "check", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (behind.contains(label)) {
                check();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label rest, Label... labels) {
            checkSwitch(rest, labels);
            super.visitTableSwitchInsn(min, max, rest, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label rest, int[] keys, Label[] labels) {
            checkSwitch(rest, labels);
            super.visitLookupSwitchInsn(rest, keys, labels);
        }

        private void checkSwitch(Label rest, Label[] labels) {
            boolean back = behind.contains(rest);
            for (Label label : labels) {
                back |= behind.contains(label);
            }
            if (back) {
                check();
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (isLambda) {
                homes.usedByLambda(owner, name, descriptor);
            }
            super.visitFieldInsn(opcode, homes.home(owner, name, descriptor), name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] woven = arguments.clone();
            for (int i = 0; i < woven.length; i++) {
                if (woven[i] instanceof Handle handle) {
                    woven[i] = Redirects.of(handle);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, woven);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            Redirects.Call instead = Redirects.instead(opcode, owner, name, descriptor);
            if (instead == null) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            } else {
                instead.write(mv);
            }
            Redirects.Call after = Redirects.after(owner, name, descriptor);
            if (after != null) {
                after.write(mv);
            }
        }
    }
}
