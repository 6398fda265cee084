package porthole.engine.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import porthole.display.Home;
import porthole.engine.api.Api;
import porthole.engine.recording.NotRecordedException;
import porthole.network.Container;

/**
 * By what a guest is known, also to other kernels of the same user: its label is signed for its name with a key that only
 * this user has. A label that somebody writes, or that an image passes on, is none.
 */
public final class GuestMark {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 32;

    private final Api api;
    private byte @Nullable [] key;

    /** @param api the connection to the engine; a recording keeps whose guests were there, since the key is its user's */
    public GuestMark(Api api) {
        this.api = api;
    }

    /** What the label of the guest of that name says. */
    String of(String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    boolean isGuest(Container container) {
        return isGuest(container.name(), container.labels().getOrDefault(Guests.LABEL, ""));
    }

    /** Whether the container of that name, with that text as its label of guests, is one. */
    boolean isGuest(String name, String label) {
        if (label.isEmpty()) {
            return false;
        }
        try {
            String own = api.origin()
                    .ofMachine("guest with the label " + label, () -> String.valueOf(label.equals(of(name))));
            return Boolean.parseBoolean(own);
        } catch (NotRecordedException e) {
            return true; // no container of a lesson has such a label
        }
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = read(Home.state(System.getenv()).resolve("key"));
            key = known;
        }
        return known;
    }

    /** Where no file can be kept, the key lasts as long as this process, and its guests are known to it alone. */
    private static byte[] read(Path file) {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, fresh, StandardOpenOption.CREATE);
            return fresh;
        } catch (FileAlreadyExistsException e) {
            return known(file).orElse(fresh);
        } catch (IOException e) {
            return fresh;
        }
    }

    private static Optional<byte[]> known(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file)).filter(bytes -> bytes.length == LENGTH);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
