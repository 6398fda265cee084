package porthole.engine.container;

import porthole.engine.flag.ImageFlags;
import porthole.engine.flag.Settings;

/** What {@code docker commit} is told. */
public final class CommitSpec {
    final Settings settings = new Settings(ImageFlags.COMMIT);

    /** {@code --message}: what the image's history tells of it. */
    public CommitSpec message(String message) {
        return option("--message", message);
    }

    /** {@code --author}: who made it. */
    public CommitSpec author(String author) {
        return option("--author", author);
    }

    /** {@code --change}: a line of a Dockerfile, as in {@code ENV A=1} or {@code EXPOSE 80}. */
    public CommitSpec change(String... lines) {
        settings.giveAll("--change", lines);
        return this;
    }

    /** Any flag of {@code docker commit}, as on the command line: {@code option("--pause", "false")}. */
    public CommitSpec option(String flag, String value) {
        settings.give(flag, value);
        return this;
    }
}
