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
                    "system",
                    CommandSentences.say("doctor.windows", name),
                    CommandSentences.say("doctor.windows.instead"));
        }
        if (system.startsWith("mac")) {
            return Finding.lacking(
                    "system", CommandSentences.say("doctor.mac", name), CommandSentences.say("doctor.mac.install"));
        }
        String title = field("PRETTY_NAME", name);
        if (hasApt) {
            return Finding.good("system", title);
        }
        boolean isFedora = (" " + field("ID", "") + " " + field("ID_LIKE", "") + " ").contains(" fedora ");
        return Finding.lacking(
                "system",
                CommandSentences.say("doctor.apt", title),
                isFedora ? BY_DNF : CommandSentences.say("doctor.byhand"));
    }

    /** What to do about something that {@code command} would install, if it can. */
    String installedBy(String command) {
        return hasApt ? CommandSentences.say("doctor.installs", command) : CommandSentences.say("doctor.install");
    }

    private String field(String key, String otherwise) {
        Matcher line = Pattern.compile("(?m)^" + key + "=\"?([^\"\n]*)\"?$").matcher(release);
        return line.find() ? line.group(1) : otherwise;
    }
}
