package porthole.jupyter.magic;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.ShellCommand;

/**
 * Runs shell commands, their output going to standard output as it comes. Each is a session of its own ({@code setsid}),
 * so that one signal ends it with all its children.
 */
public final class Shell implements AutoCloseable {
    private static final boolean SESSIONS = Files.isExecutable(Path.of("/usr/bin/setsid"));
    private static final Pattern ONLY_CD = Pattern.compile("\\s*cd(?:\\s+[^\\s;&|]+)?\\s*");
    private static final long GRACE_MILLIS = 300;

    private final Set<Process> started = ConcurrentHashMap.newKeySet();
    private final Supplier<List<Extension>> extensions;

    /** @param extensions each may do something in a command's place, the first one first */
    public Shell(Supplier<List<Extension>> extensions) {
        this.extensions = extensions;
    }

    /**
     * Runs {@code script} in bash and waits for it; says so where its exit code is not zero.
     *
     * @return the exit code
     * @throws InterruptedException after the command and its children have been killed
     */
    public int run(String script) throws IOException, InterruptedException {
        ShellCommand command = (out, err) -> run(script, out, err);
        for (Extension extension : extensions.get()) {
            ShellCommand inner = command;
            command = (out, err) -> extension.shell(script, out, err, inner);
        }
        int code = command.run(System.out, System.err);
        if (code != 0) {
            System.err.println(Sentences.of(Shell.class).say("shell.exit", code));
        }
        if (code == 0 && ONLY_CD.matcher(script).matches()) {
            System.err.println(Sentences.of(Shell.class).say("shell.cd", script.strip()));
        }
        return code;
    }

    private int run(String script, OutputStream to, OutputStream complaints) throws IOException, InterruptedException {
        ProcessBuilder builder = SESSIONS
                ? new ProcessBuilder("/usr/bin/setsid", "bash", "-c", script)
                : new ProcessBuilder("bash", "-c", script);
        Process process = builder.redirectInput(new File("/dev/null")).start();
        started.add(process);
        try {
            Thread out = pump(process.getInputStream(), to);
            Thread err = pump(process.getErrorStream(), complaints);
            int code = process.waitFor();
            out.join(GRACE_MILLIS); // a child left in the background keeps them open
            err.join(GRACE_MILLIS);
            return code;
        } catch (InterruptedException e) {
            kill(process);
            throw e;
        } finally {
            if (!isGroupAlive(process)) {
                started.remove(process);
            }
        }
    }

    private static Thread pump(InputStream from, OutputStream to) {
        Thread thread = new Thread(
                () -> {
                    byte[] buffer = new byte[8192];
                    try (from) {
                        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                            to.write(buffer, 0, n);
                            to.flush();
                        }
                    } catch (IOException e) {
                        // the command was killed while we read
                    }
                },
                "output of a command");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean isGroupAlive(Process process) {
        return process.isAlive() || (SESSIONS && signal(process, "0"));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        if (SESSIONS) {
            signal(process, "TERM");
        }
        process.destroy();
        waitShortly(process);
        if (SESSIONS) {
            signal(process, "KILL");
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void waitShortly(Process process) {
        try {
            process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean signal(Process process, String signal) {
        try {
            return new ProcessBuilder("kill", "-" + signal, "--", "-" + process.pid())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills all that still runs, what a command left in the background included. */
    @Override
    public void close() {
        started.forEach(Shell::kill);
        started.clear();
    }
}
