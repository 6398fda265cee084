package porthole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.jupyter.Kernel;
import porthole.jupyter.api.Extension;
import porthole.jupyter.java.JavaInterpreter;
import porthole.jupyter.java.classes.Agent;

/** Puts kernel, language and the notebook's words together. Apart from the command line, whose library it does not load. */
final class KernelLaunch {
    /** In the place of a connection file: play through what a kernel does, for the archive of its classes. */
    static final String REHEARSE = "--rehearse";

    private KernelLaunch() {}

    /** Runs the kernel until its front end ends it. */
    static void start(String connectionFile) {
        HeadStart.begin();
        List<Extension> extensions = extensions();
        ArchiveRenewal.begin();
        // Threads that cells have left must not keep the process.
        System.exit(Kernel.run(file(connectionFile), () -> new JavaInterpreter(extensions), extensions));
    }

    /**
     * What the kernel's own jar says that it brings, as a notebook's jars do: the words and magics that speak Docker. The
     * file is read by hand, since {@link java.util.ServiceLoader} would open all libraries first, at every start.
     *
     * @throws IllegalStateException if the jar says nothing, or of a class that it does not have
     */
    static List<Extension> extensions() {
        String service = "META-INF/services/" + Extension.class.getName();
        List<Extension> extensions = new ArrayList<>();
        try (InputStream file = ClassLoader.getSystemResourceAsStream(service)) {
            if (file == null) {
                throw new IllegalStateException(CommandSentences.say("jar.lacks", service));
            }
            for (String name : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                extensions.add(Class.forName(name.strip())
                        .asSubclass(Extension.class)
                        .getConstructor()
                        .newInstance());
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(CommandSentences.say("jar.service", service, e), e);
        }
        return extensions;
    }

    /** A JVM in the locale C cannot write a name in other letters, not even one that it was given. */
    private static Path file(String connectionFile) {
        try {
            return Path.of(connectionFile);
        } catch (InvalidPathException e) {
            System.err.println(CommandSentences.say("connection.letters", connectionFile, locale()));
            System.exit(1);
            throw e;
        }
    }

    private static String locale() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .filter(name -> !System.getenv().getOrDefault(name, "").isEmpty())
                .map(name -> name + "=" + System.getenv(name))
                .findFirst()
                .orElseGet(() -> CommandSentences.say("connection.locale"));
    }

    /** Ends the process, with an exit code other than 0 where the rehearsal failed. */
    static void rehearse() {
        int code = 0;
        Agent.renounce();
        try {
            Rehearsal.play(() -> new JavaInterpreter(extensions()));
        } catch (Exception e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }
}
