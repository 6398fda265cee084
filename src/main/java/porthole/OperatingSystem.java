package porthole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system that this runs on, as far as Porthole's commands depend on it.
 *
 * @param name Java's {@code os.name}
 * @param release the text of {@code /etc/os-release} (its man page explains the fields); empty where there is none
 * @param hasApt whether {@code apt-get} is there, through which {@code ./porthole start} installs packages
 */
record OperatingSystem(String name, String release, boolean hasApt) {
    private static final String BY_HAND =
            "install by hand: a JDK 17 or newer, Maven, JupyterLab, nbclient, nbconvert, a Docker engine, Compose";
    private static final String BY_DNF =
            "sudo dnf install java-21-openjdk-devel maven python3-jupyterlab python3-nbclient python3-nbconvert moby-engine docker-compose";

    /** This machine's. */
    static OperatingSystem here() {
        String release;
        try {
            release = Files.readString(Path.of("/etc/os-release"));
        } catch (IOException e) {
            release = "";
        }
        return new OperatingSystem(
                System.getProperty("os.name"),
                release,
                OtherProgram.find("apt-get").isPresent());
    }

    /** What works here, and what to do about what does not. */
    Finding finding() {
        String system = name.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Finding.lacking(
                    "System",
                    name
                            + ", on which Porthole is not tested: ./porthole needs bash, and byHand() and clusters in namespaces need Linux",
                    "use WSL 2 with Debian or Ubuntu, or install.py of the zip that ./porthole package makes");
        }
        if (system.startsWith("mac")) {
            return Finding.lacking(
                    "System",
                    name
                            + ", on which Porthole is not tested: its engine runs in a virtual machine, whose addresses this machine does not reach; byHand() and clusters in namespaces need Linux",
                    BY_HAND.replace("a Docker engine", "Docker Desktop") + "; then ./porthole install");
        }
        String title = field("PRETTY_NAME", name);
        if (hasApt) {
            return Finding.good("System", title);
        }
        boolean isFedora = (" " + field("ID", "") + " " + field("ID_LIKE", "") + " ").contains(" fedora ");
        return Finding.lacking(
                "System",
                title + ", without apt-get: ./porthole start and test cannot install packages here",
                isFedora ? BY_DNF : BY_HAND);
    }

    /** What to do about something that {@code command} would install, if it can. */
    String installedBy(String command) {
        return hasApt ? command + " installs it" : "install it (see System)";
    }

    private String field(String key, String otherwise) {
        Matcher line = Pattern.compile("(?m)^" + key + "=\"?([^\"\n]*)\"?$").matcher(release);
        return line.find() ? line.group(1) : otherwise;
    }
}
