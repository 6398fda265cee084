package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Porthole as a library: installed by Maven into a local repository of its own, whose only remote one is the machine's
 * own local repository, and used from there by a second project.
 */
@Tag("jupyter")
@Tag("apart")
class PublishingIT {
    @TempDir
    static Path folder;

    private static Path installed;

    @BeforeAll
    static void install() throws Exception {
        Path checkout = folder.resolve("checkout");
        for (String part : List.of("pom.xml", "src/main", "kernel/spec")) {
            copy(Path.of(part), checkout.resolve(part));
        }
        // What the profile needs comes into the machine's own repository first, where it is not there already.
        mvn(checkout, List.of("-Ppublish", "-Dporthole.unchecked", "dependency:resolve-plugins"));
        // Surefire says where it is; so does Maven's default.
        Path own = Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><mirrors><mirror><id>machine</id><mirrorOf>*</mirrorOf><url>" + own.toUri()
                        + "</url></mirror></mirrors></settings>");
        mvn(
                checkout,
                apart("-Ppublish", "-Dporthole.unchecked", "-Dmaven.test.skip", "-Dspotless.check.skip", "install"));
        installed = folder.resolve("repository/porthole/porthole/0.1.0");
    }

    @Test
    void theRepositoryHoldsTheJarItsSourcesAndItsJavadoc() throws IOException {
        try (ZipFile sources = new ZipFile(
                        installed.resolve("porthole-0.1.0-sources.jar").toFile());
                ZipFile pages = new ZipFile(
                        installed.resolve("porthole-0.1.0-javadoc.jar").toFile());
                ZipFile classes =
                        new ZipFile(installed.resolve("porthole-0.1.0.jar").toFile())) {
            assertTrue(sources.getEntry("porthole/notebook/Words.java") != null);
            assertTrue(pages.getEntry("porthole/notebook/Words.html") != null);
            assertTrue(classes.getEntry("porthole/notebook/Words.class") != null);
        }
    }

    @Test
    void thePomSaysWhoseItIsAndUnderWhichLicence() throws IOException {
        String pom = Files.readString(installed.resolve("porthole-0.1.0.pom"));
        for (String part : List.of("<url>", "<scm>", "<name>Apache-2.0</name>", "<developer>", "<description>")) {
            assertTrue(pom.contains(part), part);
        }
    }

    @Test
    void aSecondProjectDrawsWithIt() throws Exception {
        Path project = Files.createDirectories(folder.resolve("second"));
        Files.writeString(project.resolve("pom.xml"), POM);
        Path main = Files.createDirectories(project.resolve("src/main/java")).resolve("Drawing.java");
        Files.writeString(main, MAIN);
        mvn(project, apart("compile", "dependency:build-classpath", "-Dmdep.outputFile=classpath.txt"));
        String classPath = "target/classes" + java.io.File.pathSeparator
                + Files.readString(project.resolve("classpath.txt")).strip();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(project, List.of(java, "-cp", classPath, "Drawing"));
        assertEquals("Who is on which network?", said.lines().findFirst().orElse(""), said);
        assertTrue(said.strip().endsWith("an SVG"), said);
    }

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>second</groupId>
              <artifactId>second</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>porthole</groupId>
                  <artifactId>porthole</artifactId>
                  <version>0.1.0</version>
                </dependency>
              </dependencies>
              <build>
                <plugins>
                  <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
                  <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                  <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version></plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MAIN = """
            import java.util.List;
            import porthole.network.Host;
            import porthole.network.Snapshot;
            import porthole.picture.Picture;
            import porthole.topology.Topology;

            class Drawing {
                public static void main(String[] arguments) {
                    Snapshot nothing = new Snapshot(new Host("lab", "", ""), List.of(), List.of());
                    Picture picture = Picture.of(Topology.of(nothing));
                    System.out.println(picture);
                    System.out.println(picture.svg().startsWith("<svg") ? "an SVG" : picture.svg());
                }
            }
            """;

    private static List<String> apart(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "-s", folder.resolve("settings.xml").toString(), "-Dmaven.repo.local=" + folder.resolve("repository")));
        all.addAll(Arrays.asList(words));
        return all;
    }

    private static String mvn(Path directory, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(words);
        return run(directory, command);
    }

    private static String run(Path directory, List<String> command) throws IOException, InterruptedException {
        return OwnProgram.run(directory, folder, Map.of(), command);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(each).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(each);
                Files.copy(each, relative.toString().isEmpty() ? to : to.resolve(relative.toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
