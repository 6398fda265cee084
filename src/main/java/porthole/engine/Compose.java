package porthole.engine;

import java.nio.file.Path;
import porthole.display.Listing;
import porthole.network.Container;

/** {@code docker compose --file FILE …}, through the installed Compose: the v2 plugin, else {@code docker-compose}. */
@SuppressWarnings("DoNotCallSuggester")
public final class Compose {
    private final Path file;

    Compose(Path file) {
        this.file = file;
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** The project's name: {@code name:} in the file, else its folder's. */
    public String project() {
        throw new UnsupportedOperationException();
    }

    /** {@code up --detach}; the project's containers. What Compose prints goes to the notices. */
    public Listing<Container> up() {
        throw new UnsupportedOperationException();
    }

    /** {@code down}. */
    public void down() {
        throw new UnsupportedOperationException();
    }

    /** The project's containers, running or not. */
    public Listing<Container> ps() {
        throw new UnsupportedOperationException();
    }
}
