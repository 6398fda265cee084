package porthole.engine.answer;

/**
 * What a container has changed in the files of its image.
 *
 * @param kind {@code added}, {@code changed} or {@code deleted}
 * @param path the file or folder
 */
public record Change(String kind, String path) {
    private static final String[] KINDS = {"changed", "added", "deleted"};

    public static Change of(int kind, String path) {
        return new Change(KINDS[kind], path);
    }
}
