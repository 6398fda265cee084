package porthole.jupyter.java.maven;

import java.nio.file.Path;

/**
 * A resolved artifact.
 *
 * @param broughtBy the artifact that depends on it, by name and without group; empty where it was asked for
 */
record Jar(Coordinates coordinates, Path file, String broughtBy) {}
