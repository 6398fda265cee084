package porthole.engine.answer;

/**
 * What a container has changed in the files of its image.
 *
 * @param kind {@code added}, {@code changed} or {@code deleted}
 * @param path the file or folder
 */
public record FileChange(String kind, String path) {
    private static final String[] KINDS = {"changed", "added", "deleted"};

    public static FileChange of(int kind, String path) {
        return new FileChange(KINDS[kind], path);
    }
}
