package porthole.notebook.line;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import porthole.engine.Docker;
import porthole.engine.RunFlags;

/** {@code docker create …}: as {@code docker run}, but without the start. */
@Command(name = "create", description = "Make a container without starting it.")
final class CreateLine extends TableLine {
    @Parameters(index = "0", paramLabel = "IMAGE")
    String image = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    CreateLine(Docker docker) {
        super(docker, RunFlags.CREATE);
    }

    @Override
    public Object call() {
        return docker.create(image, spec -> {
            give(spec::option);
            if (!command.isEmpty()) {
                spec.command(command.toArray(String[]::new));
            }
        });
    }
}
