package porthole.lesson.enclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import porthole.display.Sentences;

/**
 * A place for one enclosure after the other: user ids, and a disk with the images, from which each enclosure gets a copy. The
 * images are put there before anything of others has run.
 */
public final class EnclosureSlot implements AutoCloseable {
    private static final Sentences SENTENCES = Sentences.of(EnclosureSlot.class);
    private static final long LOAD_SECONDS = 180;

    /** Waits for the engine, takes the images in, and ends the engine in order. */
    private static final String LOAD =
            "for try in $(seq 600); do docker version > /dev/null 2>&1 && break; sleep 0.05; done;"
                    + " docker load || exit; while [ $# != 0 ]; do docker tag \"$2\" \"$1\" || exit; shift 2; done; kill -TERM $(cat /run/docker.pid);"
                    + " for try in $(seq 600); do [ -e /run/docker.pid ] || exit 0; sleep 0.05; done; exit 1";

    private final EnclosedProgram program;
    private final EnclosureLimits limits;
    private final UserIds ids;
    private final Path folder;

    private EnclosureSlot(EnclosedProgram program, EnclosureLimits limits, UserIds ids, Path folder) {
        this.program = program;
        this.limits = limits;
        this.ids = ids;
        this.folder = folder;
    }

    /**
     * Makes one.
     *
     * @param program what runs in its enclosures
     * @param images names that images get, with the names that the machine's engine has them by; it is asked for copies and for
     *     nothing else
     * @throws EnclosureException where this machine does not allow it, or an image cannot be copied
     */
    public static EnclosureSlot open(EnclosedProgram program, EnclosureLimits limits, Map<String, String> images)
            throws IOException, InterruptedException {
        UserIds ids = UserIds.take();
        EnclosureSlot slot =
                new EnclosureSlot(program, limits, ids, emptied(Path.of("/var/tmp/porthole-disk-" + ids.first())));
        try {
            slot.prepare(images);
            return slot;
        } catch (IOException | InterruptedException | RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    /** One of a process that was killed may be there; these user ids are ours now, and so is it. */
    private static Path emptied(Path folder) throws IOException {
        EnclosureFolder.delete(folder);
        return Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private Path disk() {
        return folder.resolve("disk.img");
    }

    private void prepare(Map<String, String> images) throws IOException, InterruptedException {
        EnclosureFolder first = EnclosureFolder.create(ids.first(), limits, disk().toString());
        try {
            done(new ProcessBuilder(
                    "sh",
                    "-c",
                    "truncate -s \"$1\" \"$0\" && exec mkfs.ext4 -q -m 0 -O ^has_journal -E \"lazy_itable_init=1,root_owner=$2:$2\" \"$0\"",
                    first.disk().toString(),
                    limits.disk() + "M",
                    String.valueOf(ids.first())));
        } catch (IOException | InterruptedException | RuntimeException e) {
            first.remove();
            throw e;
        }
        try (Enclosure enclosure = Enclosure.open(first, program)) {
            if (!images.isEmpty()) {
                load(enclosure, images);
            }
        }
        if (!Files.exists(disk())) {
            throw new EnclosureException(SENTENCES.say("enclosure.disk", folder));
        }
    }

    private static void load(Enclosure enclosure, Map<String, String> images) throws IOException, InterruptedException {
        List<String> save = new ArrayList<>(List.of("docker", "save"));
        save.addAll(Set.copyOf(images.values()));
        Process from = new ProcessBuilder(save)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> load = new ArrayList<>(List.of("sh", "-c", LOAD, "load"));
        images.forEach((name, here) -> load.addAll(List.of(name, here)));
        Process to = enclosure.run(load);
        Thread said = new Thread(() -> drain(to), "porthole-load");
        said.setDaemon(true);
        said.start();
        try (OutputStream into = to.getOutputStream()) {
            from.getInputStream().transferTo(into);
        }
        if (!to.waitFor(LOAD_SECONDS, TimeUnit.SECONDS) || to.exitValue() != 0 || from.waitFor() != 0) {
            throw new EnclosureException(SENTENCES.say("enclosure.images", String.join(", ", images.values())));
        }
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        }
    }

    private static void done(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().put("PATH", EnclosureNeeds.path());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new EnclosureException(SENTENCES.say("enclosure.refused", said.strip()));
        }
    }

    /**
     * An enclosure, whose engine starts; the last one has to be closed.
     *
     * @param given what is in its home folder
     * @param taught what the examiner alone sees, in {@code /lesson}
     * @throws EnclosureException where this machine does not allow it
     */
    public Enclosure enclosure(Path given, Path taught) throws IOException, InterruptedException {
        EnclosureFolder next = EnclosureFolder.create(ids.first(), limits, "");
        try {
            next.put("given", given);
            next.put("taught", taught);
            done(new ProcessBuilder(
                    "cp", "--sparse=always", disk().toString(), next.disk().toString()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            next.remove();
            throw e;
        }
        return Enclosure.open(next, program);
    }

    @Override
    public void close() throws IOException {
        EnclosureFolder.delete(folder);
        ids.close();
    }
}
