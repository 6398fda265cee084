package porthole.engine.owner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import porthole.display.Home;

/**
 * What one session has made on one engine, by the ids that the engine gave. Labels cannot tell: an image that is committed
 * from a container of ours passes them on, and anybody can write them. So removal goes by this record alone, and never by
 * a label.
 *
 * <p>It is kept in the user's state folder too, for the kernel that comes after a killed one. What an engine is just making
 * has no id yet; until it has, the record holds the nonce that the thing will carry in its label {@link #NONCE}.
 */
public final class Belongings {
    /** Label by which a thing is found whose id could not be noted any more. */
    public static final String NONCE = "porthole.made";

    /** What there is to make. */
    public enum Kind {
        CONTAINER,
        NETWORK,
        VOLUME,
        SERVICE,
        /** Of the host, made by Linux's own commands: the key is its mark and its names ({@code HostLinks}). */
        LINK,
        /** Begun, and without an id yet: the key is the nonce. */
        BEGUN,
        /** A Compose project that was begun: the key is its name and when. */
        PROJECT
    }

    /**
     * One thing that was made.
     *
     * @param key the id; of a volume, its name and when it was made
     */
    public record Entry(Kind kind, String key) {}

    private static final int LONG = 64 * 1024;

    private final Path file;
    private final String address;
    private final String session;
    private final String kernel;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private boolean written;
    private boolean unwritable;
    private int length;

    private Belongings(Path file, String address, String session, String kernel) {
        this.file = file;
        this.address = address;
        this.session = session;
        this.kernel = kernel;
    }

    /**
     * By what a thing is known: its id; a volume's name may be given again, so with the moment. Of a volume whose options name
     * what is mounted (tmpfs, NFS), the engine tells another moment while it is mounted (20.10: that of the mounted folder); it
     * holds nothing itself, and its name is enough.
     */
    public static String key(Kind kind, JsonNode thing) {
        return switch (kind) {
            case VOLUME -> (isMounted(thing) ? "mounted" : text(thing, "CreatedAt")) + " " + text(thing, "Name");
            case SERVICE -> text(thing, "ID");
            default -> text(thing, "Id");
        };
    }

    private static boolean isMounted(JsonNode volume) {
        return volume.path("Options").has("device") || volume.path("Options").has("type");
    }

    private static String text(JsonNode thing, String field) {
        return thing.path(field).asText("");
    }

    /** Of a session; what an earlier process of the same session has noted is part of it. */
    public static Belongings of(Owner owner, String address) {
        Path file = folder().resolve(owner.session() + "-" + Integer.toHexString(address.hashCode()));
        return read(file)
                .orElseGet(() -> new Belongings(
                        file, address, owner.session(), owner.kernel().label()));
    }

    /** Of a session whose things are not real, so that no later kernel may look for them. */
    public static Belongings inMemory(Owner owner, String address) {
        Belongings unkept = new Belongings(
                folder(), address, owner.session(), owner.kernel().label());
        unkept.unwritable = true;
        return unkept;
    }

    /** Of all sessions of this user on that engine. */
    public static List<Belongings> all(String address) {
        List<Belongings> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            files.forEach(
                    file -> read(file).filter(b -> b.address.equals(address)).ifPresent(all::add));
        } catch (IOException | UncheckedIOException e) {
            // There is no such folder, so nothing is noted.
        }
        return all;
    }

    private static Path folder() {
        return Home.state(System.getenv()).resolve("made");
    }

    private static Optional<Belongings> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() < 3) {
                return Optional.empty();
            }
            Belongings read = new Belongings(file, lines.get(0), lines.get(1), lines.get(2));
            lines.stream().skip(3).forEach(read::readLine);
            read.written = true;
            return Optional.of(read);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private void readLine(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length == 3) {
            try {
                Entry entry = new Entry(Kind.valueOf(parts[1]), parts[2]);
                if (parts[0].equals("+")) {
                    entries.add(entry);
                } else {
                    entries.remove(entry);
                }
            } catch (IllegalArgumentException e) {
                // a line that was cut when its writer was killed
            }
        }
    }

    public String session() {
        return session;
    }

    public boolean ownerIsSurelyDead() {
        return KernelProcess.of(kernel).filter(KernelProcess::surelyDead).isPresent();
    }

    /** Whether nothing is noted. */
    public synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    public synchronized boolean has(Kind kind, String key) {
        return entries.contains(new Entry(kind, key));
    }

    public synchronized List<String> keys(Kind kind) {
        return entries.stream().filter(e -> e.kind() == kind).map(Entry::key).toList();
    }

    /** Notes that something is about to be made; the nonce that it is to carry. */
    public synchronized String begin() {
        String nonce = UUID.randomUUID().toString();
        add(Kind.BEGUN, nonce);
        return nonce;
    }

    public synchronized void add(Kind kind, String key) {
        Entry entry = new Entry(kind, key);
        if (!key.isEmpty() && entries.add(entry)) {
            write("+ " + kind + " " + key + "\n");
        }
    }

    public synchronized void remove(Kind kind, String key) {
        if (entries.remove(new Entry(kind, key))) {
            if (entries.isEmpty() && length > LONG) {
                forget();
            } else {
                write("- " + kind + " " + key + "\n");
            }
        }
    }

    /** Nothing is left of it. */
    public synchronized void forget() {
        entries.clear();
        length = 0;
        written = false;
        if (unwritable) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What stands in it is gone from the engine, and is looked for in vain.
        }
    }

    /** A file that cannot be written keeps nobody from working: this process still knows what it has made. */
    private void write(String line) {
        if (unwritable) {
            return;
        }
        String text = written ? line : String.join("\n", address, session, kernel) + "\n" + line;
        try {
            if (!written) {
                Files.createDirectories(folder());
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written = true;
            length += text.length();
        } catch (IOException e) {
            unwritable = true;
        }
    }
}
