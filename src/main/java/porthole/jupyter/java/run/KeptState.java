package porthole.jupyter.java.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import porthole.jupyter.java.classes.StaticFields;

/**
 * Begins a class with the static values of the one before it, instead of what its initializer says. Public only because
 * cells' classes must see it.
 */
public final class KeptState extends ClassVisitor {
    private static final String HERE = KeptState.class.getName().replace('.', '/');
    private static final String INITIALIZER = "<clinit>";

    private final List<StaticFields.One> fields;
    private String owner = "";

    KeptState(ClassVisitor next, List<StaticFields.One> fields) {
        super(Opcodes.ASM9, next);
        this.fields = fields;
    }

    /** What the class before {@code heir} holds in the static field; called by {@code heir}'s initializer. */
    public static @Nullable Object value(Class<?> heir, String field) throws ReflectiveOperationException {
        return heir.getClassLoader() instanceof SnippetLoader loader
                ? loader.statics().value(heir, field)
                : null;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        return name.equals(INITIALIZER) ? null : super.visitMethod(access, name, type, signature, exceptions);
    }

    @Override
    public void visitEnd() {
        MethodVisitor code = super.visitMethod(Opcodes.ACC_STATIC, INITIALIZER, "()V", null, null);
        code.visitCode();
        for (StaticFields.One field : fields) {
            code.visitLdcInsn(Type.getObjectType(owner));
            code.visitLdcInsn(field.name());
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    HERE,
                    "value",
                    "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Object;",
                    false);
            cast(code, Type.getType(field.type()));
            code.visitFieldInsn(Opcodes.PUTSTATIC, owner, field.name(), field.type());
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(2, 0);
        code.visitEnd();
        super.visitEnd();
    }

    private static void cast(MethodVisitor code, Type type) {
        if (type.getSort() >= Type.ARRAY) {
            code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
            return;
        }
        Boxed boxed = Boxed.of(type);
        code.visitTypeInsn(Opcodes.CHECKCAST, boxed.type);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, boxed.type, boxed.method, "()" + type.getDescriptor(), false);
    }

    private record Boxed(String type, String method) {
        static Boxed of(Type primitive) {
            String method = primitive.getClassName() + "Value";
            String box = switch (primitive.getSort()) {
                case Type.BOOLEAN -> "Boolean";
                case Type.CHAR -> "Character";
                case Type.INT -> "Integer";
                default ->
                    Character.toUpperCase(primitive.getClassName().charAt(0))
                            + primitive.getClassName().substring(1);
            };
            return new Boxed("java/lang/" + box, method);
        }
    }
}
