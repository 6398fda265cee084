package porthole.jupyter.java.classes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What cells are compiled against and run with, beside the JDK and the kernel's words. */
public interface ClassPath {
    /** What has been added, in the order in which classes are looked for. */
    List<Path> entries();

    /**
     * Adds jars and folders of classes behind those that are there.
     *
     * @return those that were not there before, as absolute paths
     */
    List<Path> add(Collection<Path> paths);
}
