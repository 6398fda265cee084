package porthole;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import porthole.display.Language;

/**
 * The entry point. {@code kernel CONNECTION_FILE} is looked for by hand, before picocli is loaded: a front end waits
 * for the kernel, and a person for the rest.
 */
@Command(
        name = "porthole",
        versionProvider = VersionCommand.Provider.class,
        subcommands = {
            KernelCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            DoctorCommand.class,
            CleanCommand.class,
            NewCommand.class,
            LessonCommand.class,
            CellsCommand.class,
            HandoutCommand.class,
            GradeCommand.class,
            DiffCommand.class,
            StableCommand.class,
            VersionCommand.class
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    Main() {}

    /** Without a command: all of them. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        if (args.length == 2 && args[0].equals("kernel")) {
            if (args[1].equals(KernelLaunch.REHEARSE)) {
                KernelLaunch.rehearse();
            } else if (!args[1].startsWith("-")) {
                KernelLaunch.start(args[1]);
                return;
            }
        }
        System.exit(commandLine().execute(args));
    }

    /** All commands but the kernel's quick way in. Failures are one sentence on standard error, and exit code 1 or 2. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        ResourceBundle texts = ResourceBundle.getBundle(
                "porthole.usage",
                Language.current().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        line.setResourceBundle(texts);
        line.setOut(writer(FileDescriptor.out, "stdout.encoding"));
        line.setErr(writer(FileDescriptor.err, "stderr.encoding"));
        line.setParameterExceptionHandler((wrong, args) -> {
            wrong.getCommandLine().getErr().println(UsageError.sentence(wrong));
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sentence(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    private static String sentence(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return CommandSentences.say("file.denied", denied.getFile());
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** In a C locale Java writes a "?" for each Japanese letter; what shows the text there takes UTF-8 nearly always. */
    private static PrintWriter writer(FileDescriptor stream, String encoding) {
        String name = System.getProperty(encoding, System.getProperty("native.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        boolean poor = charset.equals(StandardCharsets.US_ASCII);
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), poor ? StandardCharsets.UTF_8 : charset), true);
    }
}
