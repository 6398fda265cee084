package porthole.jupyter.java.reader;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import porthole.jupyter.java.text.JShellNames;

/** The classes that a sketch may speak of: the JDK's, those of the class path, and those that cells have made. */
final class SessionClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Supplier<Map<String, byte[]>> compiled;
    private final Map<String, ByteArrayOutputStream> made = new LinkedHashMap<>();

    /** @param compiled bytes by binary name; read anew for each sketch */
    SessionClasses(StandardJavaFileManager others, Supplier<Map<String, byte[]>> compiled) {
        super(others);
        this.compiled = compiled;
    }

    /** Uses these entries and no others. */
    void classpath(List<String> entries) throws IOException {
        fileManager.setLocation(
                StandardLocation.CLASS_PATH, entries.stream().map(File::new).toList());
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> others = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH
                || !packageName.equals(JShellNames.PACKAGE)
                || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return others;
        }
        List<JavaFileObject> all = new ArrayList<>();
        others.forEach(all::add);
        compiled.get().forEach((name, bytes) -> all.add(new Compiled(name, bytes)));
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Compiled ours ? ours.binaryName : super.inferBinaryName(location, file);
    }

    /** What {@code task} makes; nothing where there are errors. */
    Map<String, byte[]> generated(JavacTask task) {
        made.clear();
        try {
            task.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        made.clear();
        if (classes.values().stream().anyMatch(b -> b.length == 0)) {
            throw new IllegalStateException("javac has written an empty class"); // for a constant that is too long
        }
        return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        made.put(className, bytes);
        return new SimpleJavaFileObject(URI.create("made:///" + className.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    /** The class path of this process, as its entries. */
    static List<String> ownClasspath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    @Override
    public boolean isSameFile(javax.tools.FileObject a, javax.tools.FileObject b) {
        boolean isOurs = a instanceof Compiled || b instanceof Compiled;
        return isOurs ? a == b : super.isSameFile(a, b);
    }

    private static final class Compiled extends SimpleJavaFileObject {
        private final String binaryName;
        private final byte[] bytes;

        Compiled(String binaryName, byte[] bytes) {
            super(URI.create("cell:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.binaryName = binaryName;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Source text in memory. */
    static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String name, String text) {
            super(URI.create("text:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
