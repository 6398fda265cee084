package porthole.notebook;

import porthole.engine.Docker;

/** What a notebook has made on the engine, as a whole. */
public final class Lab {
    private final Docker docker;

    Lab(Docker docker) {
        this.docker = docker;
    }

    /**
     * Removes all that this notebook has made, newest first; nothing else is touched.
     *
     * @return what was removed
     */
    public Object reset() {
        return docker.reset();
    }
}
