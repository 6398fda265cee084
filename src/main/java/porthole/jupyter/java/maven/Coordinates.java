package porthole.jupyter.java.maven;

import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * What names an artifact.
 *
 * @param extension of the file, mostly {@code jar}; what a POM calls packaging or type
 * @param classifier such as {@code sources} or {@code linux-x86_64}; mostly empty
 * @param version empty where the newest release is wanted, or the one that a BOM manages
 */
record Coordinates(String group, String artifact, String extension, String classifier, String version) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.\\-]+");

    /**
     * Coordinates as IJava takes them, {@code group:artifact:[extension:[classifier:]]version}; without version too.
     *
     * @throws MagicException where {@code text} is nothing of the kind
     */
    static Coordinates of(String text) throws MagicException {
        String[] parts = text.split(":", -1);
        boolean words = parts.length >= 2
                && parts.length <= 5
                && WORD.matcher(parts[0]).matches()
                && WORD.matcher(parts[1]).matches();
        if (!words || parts[parts.length - 1].isEmpty()) {
            throw new MagicException(Sentences.of(Coordinates.class).say("coordinates", text));
        }
        return switch (parts.length) {
            case 2 -> new Coordinates(parts[0], parts[1], "jar", "", "");
            case 3 -> new Coordinates(parts[0], parts[1], "jar", "", parts[2]);
            case 4 -> new Coordinates(parts[0], parts[1], parts[2], "", parts[3]);
            default -> new Coordinates(parts[0], parts[1], parts[2], parts[3], parts[4]);
        };
    }

    /** Whether the same coordinates mean the same file for ever. */
    boolean isFixed() {
        return !version.isEmpty()
                && !version.endsWith("-SNAPSHOT")
                && !version.equals("LATEST")
                && !version.equals("RELEASE")
                && version.chars().noneMatch(c -> "[](),".indexOf(c) >= 0);
    }

    /** Without version: two artifacts of the same key cannot both be on the class path. */
    String key() {
        return group + ":" + artifact + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    @Override
    public String toString() {
        boolean plain = extension.equals("jar") && classifier.isEmpty();
        return group + ":" + artifact + (plain ? "" : ":" + extension)
                + (classifier.isEmpty() ? "" : ":" + classifier)
                + (version.isEmpty() ? "" : ":" + version);
    }
}
