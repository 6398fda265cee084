package porthole.engine.answer;

/**
 * A file or folder that differs from the container's image.
 *
 * @param kind {@code added}, {@code changed} or {@code deleted}
 * @param path its absolute path in the container
 */
public record FileChange(String kind, String path) {
    private static final String[] KINDS = {"changed", "added", "deleted"};

    /**
     * Reads one change.
     *
     * @param kind the API's number: 0 changed, 1 added, 2 deleted
     * @param path the absolute path in the container
     */
    public static FileChange of(int kind, String path) {
        return new FileChange(KINDS[kind], path);
    }
}
