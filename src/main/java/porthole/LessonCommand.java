package porthole;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is done with lessons: they are checked, their time is estimated, and their languages kept together. */
@Command(
        name = "lesson",
        subcommands = {LessonCheckCommand.class, LessonSyncCommand.class, LessonTimeCommand.class})
final class LessonCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /** Without a command: all of them. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
