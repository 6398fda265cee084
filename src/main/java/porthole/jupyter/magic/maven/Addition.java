package porthole.jupyter.magic.maven;

import java.util.Optional;

/**
 * What became of a resolved jar.
 *
 * @param there what the class path had of the same artifact before; it stays, for its classes may be in use
 */
record Addition(Jar jar, Optional<Coordinates> there) {
    boolean isNew() {
        return there.isEmpty();
    }

    String note() {
        String version = jar.coordinates().version();
        if (there.isEmpty()) {
            return jar.broughtBy().isEmpty() ? "" : "for " + jar.broughtBy();
        }
        return there.get().version().equals(version)
                ? "is there already"
                : there.get().version() + " is there already and stays; restart the kernel to have " + version;
    }
}
