package porthole;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the kernel where Jupyter finds it, with all that it needs, so that it does not depend on the checkout. */
@Command(name = "install")
final class InstallCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private InstallTarget place = new InstallTarget();

    @Option(names = "--java", paramLabel = "PROGRAM")
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    @Option(names = "--java-option", paramLabel = "OPTION")
    private List<String> options = List.of();

    @Option(names = "--jar", hidden = true)
    private Path jar = Kernelspec.ownJar();

    @Override
    public Integer call() throws Exception {
        Kernelspec kernelspec = new Kernelspec(place.folder());
        boolean changed = kernelspec.install(jar, java.toAbsolutePath(), options);
        spec.commandLine()
                .getOut()
                .println(CommandSentences.say(changed ? "install.done" : "install.current", place.folder()));
        return 0;
    }
}
