package porthole.jupyter.java.maven;

/** Hears of downloads, from any thread. */
interface DownloadProgress {
    /**
     * So much of a file is here.
     *
     * @param total bytes, or -1 where the server does not say
     */
    void downloading(String file, long bytes, long total);

    /** Whether somebody has given up on the download. */
    boolean isCancelled();
}
