package porthole;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes away what {@link InstallCommand} put there, and nothing else. */
@Command(name = "uninstall")
final class UninstallCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private InstallTarget place = new InstallTarget();

    @Override
    public Integer call() throws Exception {
        List<Path> removed = new Kernelspec(place.folder()).uninstall();
        if (removed.isEmpty()) {
            spec.commandLine().getOut().println(CommandSentences.say("uninstall.none", place.folder()));
        }
        removed.forEach(folder -> spec.commandLine().getOut().println(CommandSentences.say("uninstall.done", folder)));
        return 0;
    }
}
