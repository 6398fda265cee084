package porthole.jupyter.java.classes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;
import porthole.jupyter.java.text.JShellNames;

/**
 * What decides on the values that a class begins with: its static initializer with those methods and lambdas of the same
 * declaration that it reaches, its constants (which the compiler copies into whoever names them, JLS 13.1), the defaults
 * of an annotation's elements, and an annotation's own annotations (its retention). Two compilations with equal ones begin
 * alike, whatever else differs.
 *
 * @param parts by class, reduced class files; names of classes are without the letters that JShell counts versions with
 */
public record InitialState(Map<String, ByteBuffer> parts) {
    private static final String INITIALIZER = "<clinit>()V";
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /**
     * Reads it from class files.
     *
     * @param classFiles gives the class file of a class of cells, by binary name
     */
    public static InitialState of(String binaryName, Function<String, byte @Nullable []> classFiles) {
        Search search = new Search(JShellNames.wrapper(binaryName), classFiles);
        search.reach(JShellNames.unversioned(binaryName).replace('.', '/'), INITIALIZER);
        return new InitialState(search.parts());
    }

    /** The class file with all names unversioned. */
    private static byte[] unversioned(byte[] classFile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(in.readLong());
            int count = in.readUnsignedShort();
            out.writeShort(count);
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == UTF8) {
                    out.writeUTF(JShellNames.unversioned(in.readUTF()));
                } else {
                    out.write(in.readNBytes(size(tag)));
                    i += tag == LONG || tag == DOUBLE ? 1 : 0; // these take two places
                }
            }
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes of an entry of the constant pool behind its tag (JVMS 4.4). */
    private static int size(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2; // class, string, method type, module, package
            case 15 -> 3; // method handle
            case LONG, DOUBLE -> 8;
            default -> 4;
        };
    }

    /** Goes from the initializer to what it calls. */
    private static final class Search {
        private final String wrapper;
        private final String declaration;
        private final Function<String, byte @Nullable []> classFiles;
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, Set<String>> reached = new TreeMap<>();
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        Search(String wrapper, Function<String, byte @Nullable []> classFiles) {
            this.wrapper = wrapper.replace('.', '/');
            this.declaration = JShellNames.unversioned(this.wrapper);
            this.classFiles = classFiles;
        }

        void reach(String owner, String method) {
            boolean isOfDeclaration = owner.equals(declaration) || owner.startsWith(declaration + "$");
            if (isOfDeclaration
                    && reached.computeIfAbsent(owner, o -> new HashSet<>()).add(method)) {
                waiting.add(() -> read(owner, method));
            }
        }

        private void read(String owner, String method) {
            byte[] file = files.get(owner);
            if (file == null) {
                String real = wrapper + owner.substring(declaration.length());
                byte[] found = classFiles.apply(real.replace('/', '.'));
                if (found == null) {
                    return;
                }
                file = unversioned(found);
                files.put(owner, file);
            }
            new ClassReader(file).accept(new Calls(this, method), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }

        Map<String, ByteBuffer> parts() {
            while (!waiting.isEmpty()) {
                waiting.poll().run();
            }
            Map<String, ByteBuffer> parts = new TreeMap<>();
            files.forEach((owner, file) -> {
                ClassWriter writer = new ClassWriter(0);
                new ClassReader(file)
                        .accept(
                                new Reduced(writer, reached.getOrDefault(owner, Set.of())),
                                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                parts.put(owner, ByteBuffer.wrap(writer.toByteArray()));
            });
            return parts;
        }
    }

    /** Finds what one method calls. */
    private static final class Calls extends ClassVisitor {
        private final Search search;
        private final String wanted;

        Calls(Search search, String wanted) {
            super(Opcodes.ASM9);
            this.search = search;
            this.wanted = wanted;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            return !wanted.equals(name + type)
                    ? null
                    : new MethodVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitMethodInsn(
                                int opcode, String owner, String called, String itsType, boolean isInterface) {
                            search.reach(owner, called + itsType);
                        }

                        @Override
                        public void visitInvokeDynamicInsn(
                                String called, String itsType, Handle bootstrap, Object... arguments) {
                            for (Object argument : arguments) {
                                if (argument instanceof Handle handle) {
                                    search.reach(handle.getOwner(), handle.getName() + handle.getDesc());
                                }
                            }
                        }
                    };
        }
    }

    /** Lets through what a class begins with. */
    private static final class Reduced extends ClassVisitor {
        private final Set<String> methods;
        private boolean isAnnotation;

        Reduced(ClassVisitor next, Set<String> methods) {
            super(Opcodes.ASM9, next);
            this.methods = methods;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            isAnnotation = (access & Opcodes.ACC_ANNOTATION) != 0;
            super.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
            return isAnnotation ? super.visitAnnotation(type, visible) : null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String type, @Nullable String signature, @Nullable Object value) {
            return value == null ? null : super.visitField(access, name, type, null, value);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            boolean counts = isAnnotation || methods.contains(name + type);
            return counts ? super.visitMethod(access, name, type, null, null) : null;
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String type, @Nullable String signature) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int type, @Nullable TypePath path, String annotation, boolean visible) {
            return null;
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {}

        @Override
        public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {}

        @Override
        public void visitNestMember(String member) {}

        @Override
        public void visitNestHost(String host) {}

        @Override
        public void visitPermittedSubclass(String subclass) {}

        @Override
        public void visitOuterClass(String owner, @Nullable String name, @Nullable String type) {}
    }
}
