package porthole.jupyter.java.classes;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has JShell pass over the types that it has refused or dropped. JShell 25 looks whether a type's simple name is also
 * one of the session's, asks each declared type for its name, and fails where there is no such type any more; it then
 * takes {@code Object} for the type, for ever: {@code var r = new Runnable() {…}} is refused (seen in Temurin 25).
 * JShell 17 does not look.
 */
public final class RefusedTypes extends ClassVisitor {
    /** The class of JShell that this is for. */
    public static final String OWNER = "jdk.jshell.SnippetMaps";

    private static final String LOOKS = "fullClassNameAndPackageToClass";
    private static final String NAME_OF_TYPE = "(Ljdk/jshell/TypeDeclSnippet;)Ljava/lang/String;";

    public RefusedTypes(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean isName = name.startsWith("lambda$" + LOOKS) && descriptor.equals(NAME_OF_TYPE);
        return isName && (access & Opcodes.ACC_STATIC) != 0 ? new NoName(next) : next;
    }

    /** No type has no name. */
    private static final class NoName extends MethodVisitor {
        NoName(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label some = new Label();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitJumpInsn(Opcodes.IFNONNULL, some);
            super.visitLdcInsn("");
            super.visitInsn(Opcodes.ARETURN);
            super.visitLabel(some);
            super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        }
    }
}
