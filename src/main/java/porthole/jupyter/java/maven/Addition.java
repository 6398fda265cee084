package porthole.jupyter.java.maven;

import java.util.Optional;
import porthole.display.Sentences;

/**
 * What became of a resolved jar.
 *
 * @param there what the class path had of the same artifact before; it stays, for its classes may be in use
 */
record Addition(Jar jar, Optional<Coordinates> there) {
    private static final Sentences SENTENCES = Sentences.of(Addition.class);

    boolean isNew() {
        return there.isEmpty();
    }

    String note() {
        String version = jar.coordinates().version();
        if (there.isEmpty()) {
            return jar.broughtBy().isEmpty() ? "" : SENTENCES.say("note.for", jar.broughtBy());
        }
        return there.get().version().equals(version)
                ? SENTENCES.say("note.there")
                : SENTENCES.say("note.other", there.get().version(), version);
    }
}
