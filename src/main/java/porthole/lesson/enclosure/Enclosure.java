package porthole.lesson.enclosure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import porthole.display.Sentences;

/**
 * One enclosure: an engine that starts, and nothing beside it yet. All of it hangs from one process whose standard input
 * this process holds: when this process ends, however it ends, all in the enclosure ends and its folder is removed.
 *
 * <p>Inside, root is another user of this machine (one of 65,536 ids that nobody else has); the files are a disk of its own
 * and, read only, this machine's {@code /usr}, a JDK and Porthole; the network has no way out. This class reads nothing that
 * the enclosure can write but the two pipes of each process.
 */
public final class Enclosure implements AutoCloseable {
    private static final Sentences SENTENCES = Sentences.of(Enclosure.class);
    private static final long END_SECONDS = 30;
    private static final String ENGINE = "unix:///run/engine/docker.sock";

    private final Path folder;
    private final EnclosedProgram program;
    private final Process holder;
    private final String first;

    private Enclosure(Path folder, EnclosedProgram program, Process holder, String first) {
        this.folder = folder;
        this.program = program;
        this.holder = holder;
        this.first = first;
    }

    /**
     * Makes one, and starts its engine; whether that answers is for the processes inside to find out.
     *
     * @param folder with its disk
     * @param program what runs there
     * @throws EnclosureException where this machine does not allow it
     */
    static Enclosure open(EnclosureFolder folder, EnclosedProgram program) throws IOException {
        Path path = folder.path();
        String shown = program.shown().stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(path.resolve("shown"), shown);
        ProcessBuilder hold = new ProcessBuilder(
                "setsid",
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "sh",
                folder.script("hold.sh"),
                path.toString());
        hold.environment().put("PATH", EnclosureNeeds.path());
        Process holder = hold.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        String first = said.readLine();
        if (first == null || !first.matches("\\d+")) {
            end(holder);
            throw new EnclosureException(SENTENCES.say("enclosure.refused", String.valueOf(first)));
        }
        return new Enclosure(path, program, holder, first);
    }

    /**
     * Starts Porthole inside.
     *
     * @param place the working folder there
     * @param environment all of its environment, beside what the enclosure needs
     * @param arguments Porthole's
     */
    public Process session(Path place, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("setsid", "sh", script("session.sh"), folder.toString(), first, place.toString()));
        command.addAll(program.command());
        command.addAll(arguments);
        return start(command, environment, ProcessBuilder.Redirect.DISCARD);
    }

    /** Runs a program inside to its end, and gives what it printed. */
    Process run(List<String> program) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("setsid", "sh", script("session.sh"), folder.toString(), first, "/"));
        command.addAll(program);
        return start(command, Map.of(), ProcessBuilder.Redirect.DISCARD);
    }

    /**
     * Starts Porthole beside it: on its network and with its engine, but with processes, users and files that what runs inside
     * cannot see. Its working folder is {@code /lesson}, with the teacher's lesson.
     */
    public Process examiner(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("setsid", "sh", script("examiner.sh"), folder.toString(), String.valueOf(holder.pid()), first));
        command.addAll(program.command());
        command.addAll(arguments);
        return start(
                command,
                environment,
                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    /**
     * The engine as it is now, to be compared with what it is later.
     *
     * @throws EnclosureException where it does not run
     */
    public EngineSeal seal() throws IOException {
        Path here = Path.of("/proc", String.valueOf(holder.pid()), "root")
                .resolve(Path.of("/").relativize(folder));
        return EngineSeal.of(
                ProcessHandle.of(Long.parseLong(first))
                        .orElseThrow(() -> new EnclosureException(SENTENCES.say("enclosure.refused", complaint()))),
                here.resolve("sockets/docker.sock"),
                here.resolve("disk/docker"));
    }

    /** The last line of what its scripts and the examiner complained of; empty where they did not. */
    public String complaint() {
        return new EnclosureFolder(folder).log();
    }

    private String script(String name) {
        return folder.resolve("scripts").resolve(name).toString();
    }

    private static Process start(
            List<String> command, Map<String, String> environment, ProcessBuilder.Redirect complaints)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints);
        builder.environment().clear();
        builder.environment().put("PATH", EnclosureNeeds.path());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", "/home");
        builder.environment().put("DOCKER_HOST", ENGINE);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Ends all that runs in it, and removes what it had. Done again, it does nothing. */
    @Override
    public void close() {
        end(holder);
    }

    private static void end(Process holder) {
        try {
            holder.getOutputStream().close(); // what it hangs from
        } catch (IOException e) {
            // it has ended already
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!holder.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                holder.descendants().forEach(ProcessHandle::destroyForcibly);
                holder.destroyForcibly();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
