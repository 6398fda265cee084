package porthole.jupyter.java.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this machine's Maven keeps its settings and its local repository.
 *
 * @param userSettings in place of {@code ~/.m2/settings.xml}
 * @param localRepository in place of the settings' own
 * @param memory the folder of {@link Remembered}
 */
record MavenFiles(Optional<Path> userSettings, Optional<Path> localRepository, Path memory) {
    /** Maven's own, and the user's cache folder. */
    static MavenFiles ofUser() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path home = Path.of(System.getProperty("user.home", "."));
        Path caches = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        Optional<Path> repository =
                Optional.ofNullable(System.getProperty("maven.repo.local")).map(Path::of);
        return new MavenFiles(
                Optional.empty(), repository, caches.resolve("porthole").resolve("maven"));
    }

    /** The user's settings file, whether it is there or not. */
    Path settings() {
        return userSettings.orElseGet(() ->
                Path.of(System.getProperty("user.home", ".")).resolve(".m2").resolve("settings.xml"));
    }

    /**
     * The folder of the jars in place of the settings' own: the one that was named, or, where this user has no home
     * that could hold one (a container's bare user id), a folder that lasts as long as the process.
     */
    Optional<Path> repository() throws IOException {
        Path home = Path.of(System.getProperty("user.home", "."));
        boolean canHold = Files.isDirectory(home.resolve(".m2")) || Files.isWritable(home);
        return localRepository.isPresent() || canHold ? localRepository : Optional.of(PassingFolder.get());
    }

    /** The settings of the Maven that {@code mvn} is on this machine. */
    static Optional<Path> globalSettings() {
        return Stream.concat(
                        Stream.of("MAVEN_HOME", "M2_HOME")
                                .map(name -> System.getenv().getOrDefault(name, ""))
                                .filter(p -> !p.isBlank())
                                .map(Path::of),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                                .map(p -> Path.of(p, "mvn"))
                                .filter(Files::isExecutable)
                                .flatMap(MavenFiles::home))
                .map(home -> home.resolve("conf").resolve("settings.xml"))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Stream<Path> home(Path program) {
        try {
            Path bin = program.toRealPath().getParent();
            return bin == null ? Stream.empty() : Stream.ofNullable(bin.getParent());
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
