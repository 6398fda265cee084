package porthole.jupyter.java.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import porthole.jupyter.api.MagicException;

/**
 * Answers to earlier requests, so that the same {@code %maven} line is instant and needs no network. An answer counts
 * while its jars are there in their old size, and while Maven's settings have not changed.
 */
final class Remembered {
    private final MavenFiles files;

    Remembered(MavenFiles files) {
        this.files = files;
    }

    /** The answer to {@code request}, where it is known and still true. */
    Optional<List<Jar>> jars(ArtifactRequest request) {
        if (!request.isFixed()) {
            return Optional.empty();
        }
        List<Jar> jars = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file(request))) {
                String[] parts = line.split("\t", -1);
                Path jar = Path.of(parts[3]);
                if (Files.size(jar) != Long.parseLong(parts[2])) {
                    return Optional.empty();
                }
                jars.add(new Jar(Coordinates.of(parts[0]), jar, parts[1]));
            }
            return Optional.of(jars);
        } catch (IOException | MagicException | RuntimeException e) {
            return Optional.empty(); // never asked, or its file or a jar is gone or spoilt: resolve again
        }
    }

    /** Keeps an answer; where the folder cannot be written it is found out again next time. */
    void keep(ArtifactRequest request, List<Jar> jars) {
        if (!request.isFixed() || jars.stream().anyMatch(j -> !j.coordinates().isFixed())) {
            return;
        }
        try {
            StringBuilder lines = new StringBuilder();
            for (Jar jar : jars) {
                lines.append(String.join(
                                "\t",
                                jar.coordinates().toString(),
                                jar.broughtBy(),
                                String.valueOf(Files.size(jar.file())),
                                jar.file().toString()))
                        .append('\n');
            }
            Path file = file(request);
            Files.createDirectories(files.memory());
            Path fresh = Files.createTempFile(files.memory(), "new", ".tsv");
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Nothing is lost but time.
        }
    }

    private Path file(ArtifactRequest request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(files.localRepository().toString().getBytes(StandardCharsets.UTF_8));
            update(digest, files.settings());
            Optional<Path> global = MavenFiles.globalSettings();
            if (global.isPresent()) {
                update(digest, global.get());
            }
            return files.memory().resolve(HexFormat.of().formatHex(digest.digest()) + ".tsv");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        if (Files.isReadable(file)) {
            digest.update(Files.readAllBytes(file));
        }
    }
}
