package porthole.jupyter.assist;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The classes that a sketch may speak of: the JDK's, those of the class path, and those that cells have made. */
final class SessionClasses extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, byte[]> compiled;

    /** @param compiled bytes by binary name; read anew for each sketch */
    SessionClasses(StandardJavaFileManager others, Map<String, byte[]> compiled) {
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
                || !packageName.equals(Sketch.PACKAGE)
                || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return others;
        }
        List<JavaFileObject> all = new ArrayList<>();
        others.forEach(all::add);
        compiled.forEach((name, bytes) -> all.add(new Compiled(name, bytes)));
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Compiled ours ? ours.binaryName : super.inferBinaryName(location, file);
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
