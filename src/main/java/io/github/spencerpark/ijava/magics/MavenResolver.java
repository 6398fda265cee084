package io.github.spencerpark.ijava.magics;

import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.java.run.RunningSession;

/** {@code %maven} and its like as methods. */
public final class MavenResolver {
    /** One more repository for {@code %maven}. */
    public void addRemoteRepo(String id, String url) throws Exception {
        addMavenRepo(List.of(id, url));
    }

    /** What {@code %mavenRepo} does. */
    public void addMavenRepo(List<String> args) throws Exception {
        RunningSession.current().magic("mavenRepo", args, null);
    }

    /** What {@code %maven} does. */
    public void addMavenDependencies(List<String> coordinates) throws Exception {
        RunningSession.current().magic("maven", coordinates, null);
    }

    /** What {@code %loadFromPOM} does. */
    public void loadFromPOM(List<String> args) throws Exception {
        RunningSession.current().magic("loadFromPOM", args, null);
    }

    /** What {@code %%loadFromPOM} does. */
    public void loadFromPOM(List<String> args, String body) throws Exception {
        RunningSession.current().magic("loadFromPOM", args, body);
    }

    /** Adds jars to the class path. */
    public void addJarsToClasspath(Iterable<String> paths) {
        paths.forEach(path -> RunningSession.current().addToClasspath(Path.of(path)));
    }
}
