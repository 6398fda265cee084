package porthole.jupyter.java.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Displayable;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.classes.ClassPath;
import porthole.jupyter.java.magic.AddedPaths;
import porthole.jupyter.magic.Screen;

/** Maven's resolver over a repository in a folder. */
class MavenMagicsTest {
    @TempDir
    Path scratch;

    private Repository repository;
    private List<String> classPath;
    private List<String> screen;
    private MavenMagics magics;

    @BeforeEach
    void publish() throws Exception {
        repository = new Repository(scratch.resolve("remote"));
        repository.publish("org.tea", "leaf", "1.0", "");
        repository.publish("org.tea", "leaf", "2.0", "");
        String leaf = Repository.dependency("org.tea", "leaf", "1.0", "");
        String test = Repository.dependency("org.tea", "taster", "1.0", "<scope>test</scope>");
        repository.publish("org.tea", "pot", "1.0", "<dependencies>" + leaf + test + "</dependencies>");
        magics = session(repository.files(scratch));
    }

    private MavenMagics session(MavenFiles files) {
        List<Path> entries = new ArrayList<>();
        classPath = new ArrayList<>();
        screen = new ArrayList<>();
        ClassPath path = new ClassPath() {
            @Override
            public List<Path> entries() {
                return entries;
            }

            @Override
            public List<Path> add(Collection<Path> paths) {
                List<Path> fresh =
                        paths.stream().filter(p -> !entries.contains(p)).toList();
                entries.addAll(fresh);
                fresh.forEach(p -> classPath.add(p.getFileName().toString()));
                return fresh;
            }
        };
        Screen lines = new Screen() {
            @Override
            public String show(Displayable value) {
                screen.add(value.outputs().get(0).plain());
                return "1";
            }

            @Override
            public void update(String id, Displayable value) {
                screen.add(value.outputs().get(0).plain());
            }
        };
        return new MavenMagics(path, lines, files);
    }

    private @Nullable Object run(String name, String arguments, @Nullable String body) throws Exception {
        Magic magic = magics.all().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
        return magic.run(arguments, body);
    }

    private String shows(String name, String arguments, @Nullable String body) throws Exception {
        return ((AddedPaths) run(name, arguments, body)).outputs().get(0).plain();
    }

    private String refuses(String name, String arguments, @Nullable String body) {
        return assertThrows(MagicException.class, () -> run(name, arguments, body))
                .getMessage();
    }

    @Test
    void anArtifactBringsWhatItNeeds() throws Exception {
        String shown = shows("maven", "org.tea:pot:1.0", null);
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
        assertTrue(shown.startsWith("Added 2 jars"), shown);
        assertTrue(shown.contains("for pot"), shown);
        assertTrue(screen.get(screen.size() - 1).startsWith("Downloaded 2 files"), screen.toString());
    }

    @Test
    void withoutVersionItIsTheNewest() throws Exception {
        shows("maven", "org.tea:leaf", null);
        assertEquals(List.of("leaf-2.0.jar"), classPath);
    }

    @Test
    void theSameLineNeedsTheRepositoryOnceOnly() throws Exception {
        shows("maven", "org.tea:pot:1.0", null);
        Files.move(repository.folder(), scratch.resolve("gone"));
        magics = session(repository.files(scratch));
        shows("maven", "org.tea:pot:1.0", null);
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
        assertEquals(List.of(), screen);
    }

    @Test
    void whoHasNoHomeGetsAFolderThatLastsAsLongAsTheKernel() throws Exception {
        MavenFiles files = repository.files(scratch);
        magics = session(new MavenFiles(files.userSettings(), Optional.empty(), files.memory()));
        String home = System.getProperty("user.home");
        System.setProperty("user.home", "?"); // as the JVM says where a container has a bare user id
        try {
            shows("maven", "org.tea:pot:1.0", null);
        } finally {
            System.setProperty("user.home", home);
        }
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
        assertTrue(Files.isRegularFile(PassingFolder.get().resolve("org/tea/pot/1.0/pot-1.0.jar")));
    }

    @Test
    void aLocalRepositoryThatCannotBeWrittenIsNotTheRemoteOnesFault() throws Exception {
        Path blocked = Files.writeString(scratch.resolve("blocked"), "a file, not a folder");
        MavenFiles files = repository.files(scratch);
        magics = session(new MavenFiles(files.userSettings(), Optional.of(blocked), files.memory()));
        String said = refuses("maven", "org.tea:pot:1.0", null);
        assertTrue(said.startsWith("Maven's local repository \"" + blocked + "\" cannot be written"), said);
    }

    @Test
    void anotherVersionDoesNotJoinTheFirst() throws Exception {
        shows("maven", "org.tea:leaf:1.0", null);
        String shown = shows("maven", "org.tea:leaf:2.0", null);
        assertEquals(List.of("leaf-1.0.jar"), classPath);
        assertTrue(shown.contains("1.0 is already there and is kept; restart the kernel to have 2.0"), shown);
    }

    @Test
    void exclusionsAndBomsAreHeard() throws Exception {
        shows("maven", "org.tea:pot:1.0 --exclude org.tea:leaf", null);
        assertEquals(List.of("pot-1.0.jar"), classPath);
        String managed = Repository.dependency("org.tea", "leaf", "2.0", "");
        repository.publish(
                "org.tea",
                "menu",
                "1.0",
                "<packaging>pom</packaging><dependencyManagement><dependencies>" + managed
                        + "</dependencies></dependencyManagement>");
        magics = session(repository.files(scratch));
        shows("maven", "--bom org.tea:menu:1.0 org.tea:pot:1.0", null);
        assertEquals(List.of("pot-1.0.jar", "leaf-2.0.jar"), classPath);
    }

    @Test
    void looseDependenciesMakeAPom() throws Exception {
        shows("loadFromPOM", "", Repository.dependency("org.tea", "pot", "1.0", "") + "\n<!-- and -->\n");
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
    }

    @Test
    void listsInYamlMakeAPom() throws Exception {
        shows("pom", "", "# tea\ndependencies:\n  - org.tea:leaf:2.0 # green\n");
        assertEquals(List.of("leaf-2.0.jar"), classPath);
        shows("pom", "", "dependencies:\n- groupId: org.tea\n  artifactId: pot\n  version: '1.0'\n");
        assertTrue(classPath.contains("pot-1.0.jar"), classPath.toString());
        String refused = refuses("pom", "", "dependencies:\n  - org.tea:leaf:2.0\nplugins: [a, b]\n");
        assertTrue(refused.startsWith("Line 3, \"plugins: [a, b]\", is not understood"), refused);
        assertTrue(refuses("pom", "", "org.tea:leaf:2.0").startsWith("Line 1"), "no list");
    }

    @Test
    void aPomFileIsReadWithItsParentAndProperties() throws Exception {
        Path project = Files.createDirectories(scratch.resolve("project/part"));
        Files.writeString(
                project.resolveSibling("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>mine</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><properties><leaf>2.0</leaf></properties></project>");
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><parent><groupId>mine</groupId><artifactId>all</artifactId>"
                        + "<version>1</version></parent><artifactId>part</artifactId><dependencies>"
                        + Repository.dependency("org.tea", "leaf", "${leaf}", "")
                        + Repository.dependency("org.tea", "pot", "1.0", "<scope>test</scope>")
                        + "</dependencies></project>");
        shows("loadFromPOM", project.resolve("pom.xml").toString(), null);
        assertEquals(List.of("leaf-2.0.jar"), classPath);
    }

    @Test
    void anErrorInAPomIsToldWithItsLine() throws Exception {
        String xml = refuses("loadFromPOM", "", "<dependency>\n  <groupId>a</groupIt>\n</dependency>");
        assertTrue(xml.startsWith("The POM is not well-formed XML at line 2: "), xml);
        Path file = scratch.resolve("pom.xml");
        Files.writeString(
                file,
                "<project>\n<modelVersion>4.0.0</modelVersion>\n<groupId>a</groupId><artifactId>b</artifactId>"
                        + "<version>1</version>\n<dependencies>\n"
                        + Repository.dependency("org.tea", "leaf", "", "") + "\n</dependencies></project>");
        String missing = refuses("loadFromPOM", file.toString(), null);
        assertEquals("The POM has an error: line 5: the dependency org.tea:leaf has no version.", missing);
        assertTrue(refuses("loadFromPOM", "nowhere.xml", null).startsWith("No readable POM \"nowhere.xml\" in "));
    }

    @Test
    void whatDoesNotExistIsToldWithWhatDoes() throws Exception {
        String version = refuses("maven", "org.tea:leaf:3.0", null);
        assertTrue(version.startsWith("org.tea:leaf has no version \"3.0\" in "), version);
        assertTrue(version.endsWith("; the newest are 1.0, 2.0."), version);
        shows("maven", "org.tea:leaf:1.0", null);
        String name = refuses("maven", "org.tea:laef:1.0", null);
        assertTrue(name.startsWith("No artifact \"org.tea:laef\" in "), name);
        assertTrue(name.endsWith("Did you mean \"org.tea:leaf\"?"), name);
        String classifier = refuses("maven", "org.tea:leaf:jar:sources:1.0", null);
        assertTrue(classifier.startsWith("org.tea:leaf 1.0 has no classifier \"sources\""), classifier);
    }

    @Test
    void whatIsNoCoordinateSaysHowOneLooks() {
        assertTrue(refuses("maven", "leaf", null)
                .startsWith("\"leaf\" is not a valid artifact; write group:artifact:version"));
        assertTrue(refuses("maven", "", null).startsWith("%maven needs the coordinates"));
        assertTrue(refuses("maven", "org.tea:leaf:1.0 --bom", null).startsWith("--bom needs a name"));
        assertTrue(refuses("mavenRepo", "", null).startsWith("%mavenRepo needs a name and a URL"));
        assertTrue(refuses("mavenRepo", "mine ftp://x", null).startsWith("\"ftp://x\" is not a valid repository URL"));
    }

    @Test
    void aRepositoryThatDoesNotAnswerIsNamed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        magics = session(Repository.files(scratch, "http://localhost:" + port));
        String sentence = refuses("maven", "org.tea:leaf:1.0", null);
        assertTrue(
                sentence.startsWith(
                        "The repository \"test\" (http://localhost:" + port + ") did not answer: connection refused."),
                sentence);
    }

    @Test
    void aDownloadThatHangsEndsWithTheCell() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            magics = session(Repository.files(scratch, "http://localhost:" + silent.getLocalPort()));
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread cell = new Thread(() -> {
                try {
                    run("maven", "org.tea:leaf:1.0", null);
                    ended.complete(new AssertionError("it resolved"));
                } catch (Exception | Error e) {
                    ended.complete(e);
                }
            });
            cell.start();
            try (Socket asked = silent.accept()) {
                cell.interrupt();
                assertEquals(
                        InterruptedException.class,
                        ended.get(20, TimeUnit.SECONDS).getClass());
                assertTrue(asked.isConnected());
            }
        }
    }

    @Test
    void rapaiosWordsResolveWhatWasAddedBefore() throws Exception {
        run("dependency", "/add org.tea:pot:1.0 --optional", null);
        assertEquals(List.of(), classPath);
        shows("dependency", "/resolve", null);
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
        assertTrue(refuses("dependency", "/ad", null).startsWith("\"/ad\" is not a valid word for %dependency"));
    }

    @Test
    void beakerXsWordsResolveToo() throws Exception {
        run("classpath", "add mvn org.tea pot 1.0", null);
        assertEquals(List.of("pot-1.0.jar", "leaf-1.0.jar"), classPath);
        magics = session(repository.files(scratch));
        run("classpath", "add mvn", "org.tea leaf 2.0\n\norg.tea:pot:1.0\n");
        assertEquals(List.of("leaf-2.0.jar", "pot-1.0.jar"), classPath);
        run("classpath", "config resolver mine https://example.org/maven", null);
        assertTrue(String.valueOf(run("dependency", "/list-repos", null)).contains("https://example.org/maven"));
    }
}
