package porthole.display;

import java.nio.file.Path;
import java.util.Map;

/**
 * The user's own folder. {@code $HOME} decides, as for every other program: Java's {@code user.home} is the one in the
 * password file, which differs under {@code sudo} and in containers.
 */
public final class Home {
    private Home() {}

    /** Of this process. */
    public static Path folder() {
        return folder(System.getenv());
    }

    /** {@code HOME} of {@code environment}; where there is none, or no absolute path, Java's {@code user.home}. */
    public static Path folder(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(!home.isBlank() && Path.of(home).isAbsolute() ? home : System.getProperty("user.home", "."));
    }

    /**
     * Where programs keep what should outlive them but is no data of the user's: {@code $XDG_STATE_HOME/porthole}, else
     * {@code ~/.local/state/porthole} (https://specifications.freedesktop.org/basedir-spec/latest/).
     */
    public static Path state(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path root = state.startsWith("/")
                ? Path.of(state)
                : folder(environment).resolve(".local").resolve("state");
        return root.resolve("porthole");
    }
}
