package porthole.jupyter.java.maven;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.magic.AddedPaths;
import porthole.jupyter.java.magic.ClasspathMagics;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.Screen;
import porthole.jupyter.magic.SimpleMagic;

/** The magics that speak of Maven, under the names that IJava, JJava and rapaio gave them. */
public final class MavenMagics {
    private static final Sentences SENTENCES = Sentences.of(MavenMagics.class);

    private static final List<String> SCOPES = List.of("compile", "runtime", "system");

    private final ClassPath classPath;
    private final Artifacts artifacts;
    private final List<ArtifactRequest.Repository> repositories = new ArrayList<>();
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
        Stream.of("maven", "addMavenDependency", "addMavenDependencies")
                .forEach(n -> magics.add(new SimpleMagic(n, SENTENCES, "help.maven", (a, b) -> maven(a + lines(b)))));
        Stream.of("mavenRepo", "addMavenRepo")
                .forEach(n -> magics.add(new SimpleMagic(n, SENTENCES, "help.repo", (a, b) -> repository(a))));
        Stream.of("loadFromPOM", "pom").forEach(n -> magics.add(new SimpleMagic(n, SENTENCES, "help.pom", this::pom)));
        magics.add(new SimpleMagic("dependency", SENTENCES, "help.dependency", (a, b) -> dependency(Arguments.of(a))));
        magics.add(new SimpleMagic("classpath", SENTENCES, "help.classpath", this::classpath));
        return magics;
    }

    /** BeakerX writes {@code add mvn group artifact version}, below a cell magic one a line. */
    private Object classpath(String line, @Nullable String body) throws Exception {
        List<String> words = Arguments.of(line);
        if (words.size() > 3 && words.get(0).equals("config") && words.get(1).equals("resolver")) {
            add(words.get(2), words.get(words.size() - 1));
            return SENTENCES.say("repo.asked", words.get(2));
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
                new ArtifactRequest(wanted, List.of(), List.of(), repositories, java.util.Optional.empty(), List.of()));
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
                throw new MagicException(SENTENCES.say(word.equals("--bom") ? "maven.bom" : "maven.exclude"));
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
            throw new MagicException(SENTENCES.say("maven.missing"));
        }
        return artifacts.add(
                new ArtifactRequest(wanted, boms, exclusions, repositories, java.util.Optional.empty(), List.of()));
    }

    private @Nullable Object repository(String line) throws MagicException {
        List<String> words = Arguments.of(line);
        if (words.isEmpty() || words.size() > 2) {
            throw new MagicException(SENTENCES.say("repo.missing"));
        }
        add(words.size() == 1 ? "" : words.get(0), words.get(words.size() - 1));
        return null;
    }

    private void add(String id, String url) throws MagicException {
        URI uri;
        try {
            uri = new URI(url.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            throw new MagicException(SENTENCES.say("url.bad", url, e.getReason()));
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!List.of("http", "https", "file").contains(scheme)) {
            throw new MagicException(SENTENCES.say("url.scheme", url));
        }
        String name = id.isEmpty() ? String.valueOf(uri.getHost() == null ? "local" : uri.getHost()) : id;
        repositories.removeIf(r -> r.id().equals(name));
        repositories.add(new ArtifactRequest.Repository(name, url));
    }

    private AddedPaths pom(String line, @Nullable String body) throws Exception {
        List<String> words = new ArrayList<>(Arguments.of(line));
        if (body != null) {
            Path file = Files.createTempFile("cell", ".pom");
            try {
                Files.writeString(file, PomText.whole(PomList.isOne(body) ? PomList.xml(body) : body));
                return addPom(file, body, words);
            } finally {
                Files.deleteIfExists(file);
            }
        }
        if (words.isEmpty()) {
            throw new MagicException(SENTENCES.say("pom.missing"));
        }
        Path named = Path.of(words.remove(0));
        Path file = Files.isDirectory(named) ? named.resolve("pom.xml") : named;
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new MagicException(
                    SENTENCES.say("pom.unreadable", named, Path.of("").toAbsolutePath()));
        }
        PomText.check(text);
        return addPom(file.toAbsolutePath(), text, words);
    }

    private AddedPaths addPom(Path file, String text, List<String> scopes) throws Exception {
        try {
            return artifacts.add(ArtifactRequest.pom(file, scopes.isEmpty() ? SCOPES : scopes, repositories));
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
                    throw new MagicException(SENTENCES.say("repo.noname"));
                }
                add(rest.get(0), rest.get(1));
                return null;
            }
            case "/resolve" -> {
                List<Coordinates> wanted = List.copyOf(proposed);
                proposed.clear();
                return artifacts.add(new ArtifactRequest(
                        wanted, List.of(), List.of(), repositories, java.util.Optional.empty(), List.of()));
            }
            case "/list-dependencies", "/list-artifacts", "/list-repos" -> {
                return verb.equals("/list-repos")
                        ? repositories.toString()
                        : verb.equals("/list-artifacts") ? artifacts.loaded() : proposed.toString();
            }
            default -> throw new MagicException(SENTENCES.say("verb", verb));
        }
    }
}
