package porthole;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Language;
import porthole.jupyter.java.Internals;
import porthole.network.Host;
import porthole.network.Snapshot;
import porthole.picture.Picture;
import porthole.topology.Topology;

/** What {@code doctor} finds on the machine beside the engine. */
final class MachineCheck {
    private static final OperatingSystem SYSTEM = OperatingSystem.here();
    private static final String START = SYSTEM.installedBy("./porthole start");
    private static final String TEST = SYSTEM.installedBy("./porthole test");

    private MachineCheck() {}

    /** Each of these takes a moment of its own, so they are made to run at once. */
    static Stream<Supplier<List<Finding>>> looks() {
        return Stream.of(
                () -> List.of(SYSTEM.finding(), java(), maven()),
                () -> List.of(pictures()),
                () -> List.of(internals()),
                () -> List.of(jupyter()),
                () -> List.of(execution()),
                () -> List.of(kernelspec(new Kernelspec(JupyterFolder.ofUser()), Kernelspec.ownJar())),
                () -> List.of(browser()),
                () -> List.of(japaneseFont()),
                () -> List.of(rights()));
    }

    private static Finding java() {
        String state = CommandSentences.say("doctor.java", Runtime.version(), System.getProperty("java.home"));
        return ModuleFinder.ofSystem().find("jdk.jshell").isPresent()
                ? Finding.good("java", state)
                : Finding.missing(
                        "java",
                        CommandSentences.say("doctor.java.jre", state),
                        CommandSentences.say("doctor.java.install", SYSTEM.hasApt() ? "default-jdk-headless" : "JDK"));
    }

    /** What the kernel uses of the JDK beyond its interface: without it cells are slower, or harder to stop. */
    private static Finding internals() {
        Map<String, Optional<String>> all = Internals.look();
        String active = all.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        String not = all.entrySet().stream()
                .flatMap(one ->
                        one.getValue().stream().map(why -> Language.current().aside(one.getKey(), why)))
                .collect(Collectors.joining(", "));
        String state = CommandSentences.say(
                "doctor.internals", active.isEmpty() ? CommandSentences.say("doctor.none") : active);
        return not.isEmpty()
                ? Finding.good("internals", state)
                : Finding.lacking(
                        "internals",
                        CommandSentences.say("doctor.internals.not", state, not),
                        CommandSentences.say("doctor.internals.effect"));
    }

    /** Draws one, because what Java draws with is in libraries and fonts that a headless JDK may lack. */
    private static Finding pictures() {
        try {
            Snapshot nothing = new Snapshot(new Host("", "", ""), List.of(), List.of());
            int bytes = Picture.of(Topology.of(nothing)).pngBytes().length;
            return Finding.good("pictures", CommandSentences.say("doctor.pictures.good", bytes));
        } catch (LinkageError | RuntimeException e) {
            return Finding.missing("pictures", CommandSentences.say("doctor.pictures.bad", reason(e)), START);
        }
    }

    /** The cause that names what is missing: a library of the system, or fonts. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return (message == null ? cause.toString() : message)
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Finding maven() {
        return OtherProgram.firstLine("mvn", "-version")
                .map(line -> Finding.good("maven", line))
                .orElseGet(() -> Finding.lacking("maven", CommandSentences.say("doctor.maven.none"), START));
    }

    private static Finding jupyter() {
        return Stream.of("jupyter-lab", "jupyter-notebook")
                .flatMap(program -> OtherProgram.firstLine(program, "--version").map(v -> program + " " + v).stream())
                .findFirst()
                .map(state -> Finding.good("jupyter", state))
                .orElseGet(() -> Finding.missing("jupyter", CommandSentences.say("doctor.jupyter.none"), START));
    }

    private static Finding execution() {
        String ask =
                "import nbclient, nbconvert; print('nbclient', nbclient.__version__ + ', nbconvert', nbconvert.__version__)";
        return Stream.of("python3", "/usr/bin/python3")
                .flatMap(python -> OtherProgram.firstLine(python, "-c", ask).stream())
                .findFirst()
                .map(state -> Finding.good("headless", state))
                .orElseGet(() -> Finding.lacking("headless", CommandSentences.say("doctor.headless.none"), TEST));
    }

    /** Whether the person's kernelspec holds the jar that runs this. */
    static Finding kernelspec(Kernelspec kernelspec, Path jar) {
        if (!kernelspec.isInstalled()) {
            return Finding.missing(
                    "kernel", CommandSentences.say("doctor.kernel.none", kernelspec.kernels()), "./porthole install");
        }
        try {
            return Files.isDirectory(jar) || kernelspec.holds(jar)
                    ? Finding.good("kernel", CommandSentences.say("doctor.kernel.good", kernelspec.kernels()))
                    : Finding.lacking("kernel", CommandSentences.say("doctor.kernel.old"), "./porthole install");
        } catch (IOException e) {
            return Finding.missing(
                    "kernel", CommandSentences.say("doctor.kernel.unread", kernelspec.kernels()), "./porthole install");
        }
    }

    private static Finding browser() {
        boolean driver = OtherProgram.find("chromedriver").isPresent();
        return OtherProgram.firstLine("chromium", "--version")
                .map(line -> driver
                        ? Finding.good("chromium", CommandSentences.say("doctor.chromium.good", line.strip()))
                        : Finding.lacking(
                                "chromium", CommandSentences.say("doctor.chromium.driver", line.strip()), TEST))
                .orElseGet(() -> Finding.lacking("chromium", CommandSentences.say("doctor.chromium.none"), TEST));
    }

    private static Finding japaneseFont() {
        return OtherProgram.firstLine("fc-list", ":lang=ja", "family")
                .map(font -> Finding.good("font", font))
                .orElseGet(() -> Finding.lacking(
                        "font", CommandSentences.say("doctor.font.none"), CommandSentences.say("doctor.font.install")));
    }

    private static Finding rights() {
        if ("root".equals(System.getProperty("user.name"))) {
            return Finding.good("rights", "root");
        }
        return OtherProgram.find("sudo").isPresent()
                ? Finding.good("rights", CommandSentences.say("doctor.rights.sudo"))
                : Finding.lacking(
                        "rights",
                        CommandSentences.say("doctor.rights.none"),
                        CommandSentences.say("doctor.rights.ask"));
    }
}
