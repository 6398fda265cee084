package porthole.engine.container;

import porthole.engine.flag.ImageFlags;
import porthole.engine.flag.Settings;

/**
 * The flags of {@code docker commit}. Each method sets a flag and returns this object, so that calls can be chained.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/commit/">docker commit</a>
 */
public final class CommitSpec {
    final Settings settings = new Settings(ImageFlags.COMMIT);

    /**
     * {@code --message}: a comment for the image's history.
     *
     * @param message any text
     * @return this object
     */
    public CommitSpec message(String message) {
        return option("--message", message);
    }

    /**
     * {@code --author}: who made the image.
     *
     * @param author as in {@code A. N. Other <a@example.org>}
     * @return this object
     */
    public CommitSpec author(String author) {
        return option("--author", author);
    }

    /**
     * {@code --change}: applies lines of a Dockerfile to the image.
     *
     * @param lines as in {@code ENV A=1} or {@code EXPOSE 80}
     * @return this object
     */
    public CommitSpec change(String... lines) {
        settings.giveAll("--change", lines);
        return this;
    }

    /**
     * Sets any flag of {@code docker commit} by its name on the command line: {@code option("--pause", "false")}. Flags
     * that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
    public CommitSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }
}
