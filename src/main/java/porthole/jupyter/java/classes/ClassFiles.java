package porthole.jupyter.java.classes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.java.text.JShellNames;

/** Cells' class files as resources, which libraries read that look at classes (ASM, Spring, serializers). */
public final class ClassFiles {
    /** JShell's class around a snippet: a number, and letters where it was compiled anew. */
    private static final Pattern WRAPPED = Pattern.compile(JShellNames.CLASS_PATTERN + "(\\d+)([A-Z]*)\\$(.+)");

    private ClassFiles() {}

    /**
     * The class file of that resource name: that of a version, or {@code Shop.class} for the newest of
     * that name.
     */
    public static @Nullable URL url(String resource, Map<String, byte[]> compiled) {
        String name =
                resource.substring(0, resource.length() - ".class".length()).replace('/', '.');
        byte[] bytes = compiled.get(name);
        return bytes == null
                ? newest(JShellNames.withoutPackage(name), compiled)
                        .map(found -> url(resource, found.getValue()))
                        .orElse(null)
                : url(resource, bytes);
    }

    private static Optional<Map.Entry<String, byte[]>> newest(String simpleName, Map<String, byte[]> compiled) {
        Comparator<Map.Entry<String, byte[]>> order = Comparator.comparing(e -> age(e.getKey()));
        return compiled.entrySet().stream()
                .filter(e -> e.getKey().endsWith("$" + simpleName))
                .filter(e -> WRAPPED.matcher(e.getKey()).replaceFirst("$3").equals(simpleName))
                .max(order);
    }

    private static String age(String name) {
        Matcher matcher = WRAPPED.matcher(name);
        return matcher.matches() ? String.format("%9s%9s", matcher.group(1), matcher.group(2)) : "";
    }

    private static @Nullable URL url(String resource, byte[] bytes) {
        try {
            return new URL(null, "cell:/" + resource, new InMemory(bytes));
        } catch (MalformedURLException e) {
            return null;
        }
    }

    private static final class InMemory extends URLStreamHandler {
        private final byte[] bytes;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public int getContentLength() {
                    return bytes.length;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
