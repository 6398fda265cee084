package porthole.engine.owner;

import java.util.Map;
import java.util.UUID;

/**
 * Whose things are: the labels that everything made through {@code Docker} carries.
 *
 * @param session the kernel's session id; what {@code docker.reset()} removes by
 * @param notebook the notebook's name; empty where it is not known
 * @param kernel the process that made it; what {@code docker.sweep()} asks whether it lives
 */
public record Owner(String session, String notebook, KernelProcess kernel) {
    /** Label with the session id. */
    public static final String SESSION = "porthole.session";
    /** Label with the notebook's name. */
    public static final String NOTEBOOK = "porthole.notebook";
    /** Label with the kernel's process. */
    public static final String KERNEL = "porthole.kernel";

    /** This process, with a fresh session id. */
    public static Owner ofThisProcess(String notebook) {
        return new Owner(UUID.randomUUID().toString(), notebook, KernelProcess.current());
    }

    /** The labels. */
    public Map<String, String> labels() {
        return Map.of(SESSION, session, NOTEBOOK, notebook, KERNEL, kernel.label());
    }
}
