package porthole.jupyter.magic.maven;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.jupyter.magic.AddedPaths;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.ClassPath;
import porthole.jupyter.magic.ClasspathMagics;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;
import porthole.jupyter.magic.Screen;
import porthole.jupyter.magic.SimpleMagic;

/** The magics that speak of Maven, under the names that IJava, JJava and rapaio gave them. */
public final class MavenMagics {
    private static final List<String> SCOPES = List.of("compile", "runtime", "system");

    private final ClassPath classPath;
    private final Artifacts artifacts;
    private final List<Request.Repository> repositories = new ArrayList<>();
    private final List<Coordinates> proposed = new ArrayList<>();

    /** With this machine's Maven settings. */
    public MavenMagics(ClassPath classPath, Screen screen) {
        this(classPath, screen, MavenFiles.ofUser());
    }

    MavenMagics(ClassPath classPath, Screen screen, MavenFiles files) {
        this.classPath = classPath;
        artifacts = new Artifacts(classPath, screen, files);
    }

    /** All of them. */
    public List<Magic> all() {
        List<Magic> magics = new ArrayList<>();
        String maven = "group:artifact:version… [--bom G:A:V] [--exclude G:A]: adds artifacts of Maven"
                + " repositories, and what they need, to the class path";
        Stream.of("maven", "addMavenDependency", "addMavenDependencies")
                .forEach(n -> magics.add(new SimpleMagic(n, "%" + n + " " + maven, (a, b) -> maven(a + lines(b)))));
        Stream.of("mavenRepo", "addMavenRepo")
                .forEach(n -> magics.add(new SimpleMagic(
                        n, "%" + n + " [ID] URL: one more repository for %maven", (a, b) -> repository(a))));
        Stream.of("loadFromPOM", "pom")
                .forEach(n -> magics.add(new SimpleMagic(
                        n,
                        "%" + n + " FILE [SCOPE…], or %%" + n
                                + " above a POM or its parts: adds what a POM depends on to the class path",
                        this::pom)));
        magics.add(new SimpleMagic(
                "dependency",
                "%dependency /add G:A:V, /add-repo ID URL, /resolve: as %maven, in rapaio's words",
                (a, b) -> dependency(Arguments.of(a))));
        magics.add(new SimpleMagic(
                "classpath",
                "%classpath [PATTERN…], or add mvn G A V: adds folders, jars, artifacts; shows the class path",
                this::classpath));
        return magics;
    }

    /** BeakerX writes {@code add mvn group artifact version}, below a cell magic one a line. */
    private Object classpath(String line, @Nullable String body) throws Exception {
        List<String> words = Arguments.of(line);
        if (words.size() > 3 && words.get(0).equals("config") && words.get(1).equals("resolver")) {
            add(words.get(2), words.get(words.size() - 1));
            return "Repository \"" + words.get(2) + "\" is asked too from now on.";
        }
        if (words.size() < 2 || !words.get(0).equals("add") || !words.get(1).equals("mvn")) {
            return ClasspathMagics.classpath(classPath, line + lines(body));
        }
        List<Coordinates> wanted = new ArrayList<>();
        for (String one : (line.substring(line.indexOf("mvn") + 3) + lines(body)).split("\n", -1)) {
            if (!one.isBlank()) {
                wanted.add(Coordinates.of(String.join(":", Arguments.of(one))));
            }
        }
        return artifacts.add(
                new Request(wanted, List.of(), List.of(), repositories, java.util.Optional.empty(), List.of()));
    }

    private static String lines(@Nullable String body) {
        return body == null ? "" : "\n" + body;
    }

    private AddedPaths maven(String line) throws Exception {
        List<Coordinates> wanted = new ArrayList<>();
        List<Coordinates> boms = new ArrayList<>();
        List<String> exclusions = new ArrayList<>();
        List<String> words = Arguments.of(line.replaceAll("(?m)(//|#).*$", ""));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceAll("[,;]$", "");
            boolean option = word.equals("--bom") || word.equals("--exclude");
            if (option && ++i == words.size()) {
                throw new MagicException("After " + word + " comes a name: \"" + word + " group:artifact"
                        + (word.equals("--bom") ? ":version" : "") + "\".");
            }
            if (word.equals("--bom")) {
                boms.add(Coordinates.of(words.get(i)));
            } else if (word.equals("--exclude")) {
                exclusions.add(words.get(i));
            } else {
                wanted.add(Coordinates.of(word));
            }
        }
        if (wanted.isEmpty()) {
            throw new MagicException("%maven wants the coordinates of at least one artifact, as in "
                    + "\"%maven org.apache.commons:commons-csv:1.10.0\".");
        }
        return artifacts.add(
                new Request(wanted, boms, exclusions, repositories, java.util.Optional.empty(), List.of()));
    }

    private @Nullable Object repository(String line) throws MagicException {
        List<String> words = Arguments.of(line);
        if (words.isEmpty() || words.size() > 2) {
            throw new MagicException(
                    "%mavenRepo wants a name and a URL, as in \"%mavenRepo mine https://example.org/maven\".");
        }
        add(words.size() == 1 ? "" : words.get(0), words.get(words.size() - 1));
        return null;
    }

    private void add(String id, String url) throws MagicException {
        URI uri;
        try {
            uri = new URI(url.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw new MagicException("\"" + url + "\" is no URL: " + e.getReason() + ".");
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!List.of("http", "https", "file").contains(scheme)) {
            throw new MagicException(
                    "\"" + url + "\" is no repository's URL; it begins with https://, http:// or file:/.");
        }
        String name = id.isEmpty() ? String.valueOf(uri.getHost() == null ? "local" : uri.getHost()) : id;
        repositories.removeIf(r -> r.id().equals(name));
        repositories.add(new Request.Repository(name, url));
    }

    private AddedPaths pom(String line, @Nullable String body) throws Exception {
        List<String> words = new ArrayList<>(Arguments.of(line));
        if (body != null) {
            Path file = Files.createTempFile("cell", ".pom");
            try {
                Files.writeString(file, PomText.whole(body));
                return addPom(file, body, words);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        if (words.isEmpty()) {
            throw new MagicException(
                    "%loadFromPOM wants the path of a POM; %%loadFromPOM takes it from the cell itself.");
        }
        Path named = Path.of(words.remove(0));
        Path file = Files.isDirectory(named) ? named.resolve("pom.xml") : named;
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new MagicException(
                    "No readable POM \"" + named + "\" in " + Path.of("").toAbsolutePath() + ".");
        }
        PomText.check(text);
        return addPom(file.toAbsolutePath(), text, words);
    }

    private AddedPaths addPom(Path file, String text, List<String> scopes) throws Exception {
        try {
            return artifacts.add(Request.pom(file, scopes.isEmpty() ? SCOPES : scopes, repositories));
        } catch (MagicException e) {
            throw new MagicException(PomText.withLine(String.valueOf(e.getMessage()), text));
        }
    }

    private @Nullable Object dependency(List<String> words) throws Exception {
        String verb = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (verb) {
            case "/add" -> {
                for (String word : rest) {
                    if (!word.equals("--optional")) {
                        proposed.add(Coordinates.of(word));
                    }
                }
                return null;
            }
            case "/add-repo" -> {
                if (rest.size() < 2) {
                    throw new MagicException(
                            "/add-repo wants a name and a URL, as in \"/add-repo mine https://example.org/maven\".");
                }
                add(rest.get(0), rest.get(1));
                return null;
            }
            case "/resolve" -> {
                List<Coordinates> wanted = List.copyOf(proposed);
                proposed.clear();
                return artifacts.add(
                        new Request(wanted, List.of(), List.of(), repositories, java.util.Optional.empty(), List.of()));
            }
            case "/list-dependencies", "/list-artifacts", "/list-repos" -> {
                return verb.equals("/list-repos")
                        ? repositories.toString()
                        : verb.equals("/list-artifacts") ? artifacts.loaded() : proposed.toString();
            }
            default ->
                throw new MagicException("No verb \"" + verb + "\" of the dependency magic; there are /add, "
                        + "/add-repo, /resolve, /list-repos, /list-dependencies and /list-artifacts.");
        }
    }
}
