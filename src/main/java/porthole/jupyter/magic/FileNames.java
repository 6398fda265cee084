package porthole.jupyter.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Home;

/** Names of files, for what is typed of a path. */
public final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    /**
     * The paths that begin with {@code typed}, in its own form: relative ones stay relative, {@code ~/} stays. A folder
     * ends with a slash, so that one can go on. Hidden files are offered where a dot is typed.
     */
    public static List<String> startingWith(String typed) {
        int cut = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, cut);
        String begun = typed.substring(cut);
        String real = folder.startsWith("~/") ? Home.folder() + folder.substring(1) : folder;
        try (Stream<Path> files = Files.list(Path.of(real.isEmpty() ? "." : real))) {
            return files.filter(f -> isOffered(String.valueOf(f.getFileName()), begun))
                    .map(f -> folder + f.getFileName() + (Files.isDirectory(f) ? "/" : ""))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException | InvalidPathException | SecurityException e) {
            return List.of(); // no such folder: nothing to offer
        }
    }

    private static boolean isOffered(String name, String begun) {
        return name.startsWith(begun) && (begun.startsWith(".") || !name.startsWith("."));
    }
}
