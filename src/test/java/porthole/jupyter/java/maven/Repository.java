package porthole.jupyter.java.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Maven repository in a folder, with settings that put it in the place of all others. */
public final class Repository {
    private final Path folder;

    public Repository(Path folder) {
        this.folder = folder;
    }

    /** Publishes an artifact whose POM holds {@code body} beside its name. */
    public void publish(String group, String artifact, String version, String body) throws IOException {
        Path home = folder.resolve(group.replace('.', '/')).resolve(artifact);
        Path files = Files.createDirectories(home.resolve(version));
        String name = artifact + "-" + version;
        Files.writeString(
                files.resolve(name + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version>" + body + "</project>");
        jar(files.resolve(name + ".jar"), Map.of("read.me", name));
        List<String> versions;
        try (var all = Files.list(home)) {
            versions = all.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
        Files.writeString(
                home.resolve("maven-metadata.xml"),
                "<metadata><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId><versioning><release>"
                        + versions.get(versions.size() - 1) + "</release><versions><version>"
                        + String.join("</version><version>", versions)
                        + "</version></versions></versioning></metadata>");
    }

    /** A dependency as it stands in a POM. */
    public static String dependency(String group, String artifact, String version, String more) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId>"
                + (version.isEmpty() ? "" : "<version>" + version + "</version>") + more + "</dependency>";
    }

    static void jar(Path file, Map<String, String> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }

    /** Settings by which Maven asks {@code url} alone, and a local repository of the test's own. */
    public static MavenFiles files(Path scratch, String url) throws IOException {
        Path settings = scratch.resolve("settings.xml");
        Files.writeString(
                settings,
                "<settings><mirrors><mirror><id>test</id><mirrorOf>*</mirrorOf><url>" + url
                        + "</url></mirror></mirrors></settings>");
        return new MavenFiles(Optional.of(settings), Optional.of(scratch.resolve("local")), scratch.resolve("memory"));
    }

    public MavenFiles files(Path scratch) throws IOException {
        return files(scratch, folder.toUri().toString());
    }

    public Path folder() {
        return folder;
    }
}
