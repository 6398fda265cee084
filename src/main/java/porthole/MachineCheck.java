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
        String state = Runtime.version() + " at " + System.getProperty("java.home");
        return ModuleFinder.ofSystem().find("jdk.jshell").isPresent()
                ? Finding.good("Java", state)
                : Finding.missing(
                        "Java",
                        state + ", a runtime without JShell",
                        SYSTEM.hasApt() ? "install a JDK: default-jdk-headless" : "install a JDK");
    }

    /** What the kernel uses of the JDK beyond its interface: without it cells are slower, or harder to stop. */
    private static Finding internals() {
        Map<String, Optional<String>> all = Internals.look();
        String active = all.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        String not = all.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(why -> one.getKey() + " (" + why + ")"))
                .collect(Collectors.joining(", "));
        String state = "active: " + (active.isEmpty() ? "none" : active);
        return not.isEmpty()
                ? Finding.good("JDK internals", state)
                : Finding.lacking("JDK internals", state + "; not: " + not, "cells run all the same, some slower");
    }

    /** Draws one, because what Java draws with is in libraries and fonts that a headless JDK may lack. */
    private static Finding pictures() {
        try {
            Snapshot nothing = new Snapshot(new Host("", "", ""), List.of(), List.of());
            int bytes = Picture.of(Topology.of(nothing)).pngBytes().length;
            return Finding.good("Pictures", "a test picture was drawn, " + bytes + " bytes of PNG");
        } catch (LinkageError | RuntimeException e) {
            return Finding.missing("Pictures", "cannot be drawn: " + reason(e), START);
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
                .map(line -> Finding.good("Maven", line))
                .orElseGet(() -> Finding.lacking("Maven", "not found; only building needs it", START));
    }

    private static Finding jupyter() {
        return Stream.of("jupyter-lab", "jupyter-notebook")
                .flatMap(program -> OtherProgram.firstLine(program, "--version").map(v -> program + " " + v).stream())
                .findFirst()
                .map(state -> Finding.good("Jupyter", state))
                .orElseGet(() -> Finding.missing("Jupyter", "neither jupyter-lab nor jupyter-notebook", START));
    }

    private static Finding execution() {
        String ask =
                "import nbclient, nbconvert; print('nbclient', nbclient.__version__ + ', nbconvert', nbconvert.__version__)";
        return Stream.of("python3", "/usr/bin/python3")
                .flatMap(python -> OtherProgram.firstLine(python, "-c", ask).stream())
                .findFirst()
                .map(state -> Finding.good("Headless runs", state))
                .orElseGet(() -> Finding.lacking("Headless runs", "no Python with nbclient and nbconvert", TEST));
    }

    /** Whether the person's kernelspec holds the jar that runs this. */
    static Finding kernelspec(Kernelspec kernelspec, Path jar) {
        if (!kernelspec.isInstalled()) {
            return Finding.missing("Kernel", "not registered in " + kernelspec.kernels(), "./porthole install");
        }
        try {
            return Files.isDirectory(jar) || kernelspec.holds(jar)
                    ? Finding.good("Kernel", "registered in " + kernelspec.kernels())
                    : Finding.lacking("Kernel", "registered, but not the newest build", "./porthole install");
        } catch (IOException e) {
            return Finding.missing("Kernel", "cannot be read in " + kernelspec.kernels(), "./porthole install");
        }
    }

    private static Finding browser() {
        String driver = OtherProgram.find("chromedriver").isPresent() ? "with its driver" : "without its driver";
        return OtherProgram.firstLine("chromium", "--version")
                .map(line -> driver.equals("with its driver")
                        ? Finding.good("Chromium", line.strip() + ", " + driver)
                        : Finding.lacking("Chromium", line.strip() + ", " + driver, TEST))
                .orElseGet(() -> Finding.lacking("Chromium", "not found; only tests need it", TEST));
    }

    private static Finding japaneseFont() {
        return OtherProgram.firstLine("fc-list", ":lang=ja", "family")
                .map(font -> Finding.good("Japanese font", font))
                .orElseGet(() -> Finding.lacking(
                        "Japanese font", "none; PNG pictures show boxes for Japanese", "install fonts-noto-cjk"));
    }

    private static Finding rights() {
        if ("root".equals(System.getProperty("user.name"))) {
            return Finding.good("Rights", "root");
        }
        return OtherProgram.find("sudo").isPresent()
                ? Finding.good("Rights", "not root; sudo is there")
                : Finding.lacking("Rights", "not root, and no sudo", "ask an administrator for what is missing");
    }
}
