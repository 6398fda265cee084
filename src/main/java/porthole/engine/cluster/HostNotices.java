package porthole.engine.cluster;

import porthole.engine.api.Notices;

/**
 * What one host of a cluster has to tell, with its name in front.
 *
 * @param to where to tell
 * @param host its name
 */
public record HostNotices(Notices to, String host) implements Notices {
    @Override
    public void command(String line) {
        to.command("[" + host + "] " + line);
    }

    @Override
    public void warning(String sentence) {
        to.warning("[" + host + "] " + sentence);
    }

    @Override
    public void note(String sentence) {
        to.note("[" + host + "] " + sentence);
    }

    @Override
    public void progress(String what, long done, long total) {
        to.progress("[" + host + "] " + what, done, total);
    }
}
