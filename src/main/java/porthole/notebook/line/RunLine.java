package porthole.notebook.line;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.Notices;
import porthole.engine.RunFlags;

/**
 * {@code docker run …}. Without {@code -d} the cell waits for the container's end and shows what it prints, as a
 * terminal does; but with {@code -it} or {@code -t} there is nobody at a terminal, so that the container goes on in the
 * background with its input open.
 */
@Command(name = "run", description = "Start a new container.")
final class RunLine extends TableLine {
    private static final Sentences SENTENCES = Sentences.of(RunLine.class);

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Notices notices;

    RunLine(Docker docker, Notices notices) {
        super(docker, RunFlags.TABLE);
        this.notices = notices;
    }

    @Override
    public Object call() {
        if (on("--tty") && !on("--detach")) {
            String name = last("--name");
            notices.note(SENTENCES.say("run.no-terminal", name.isEmpty() ? "NAME" : name));
        }
        return docker.run(image, spec -> {
            spec.foreground();
            give(spec::option);
            if (on("--tty")) {
                spec.detach();
            }
            if (!command.isEmpty()) {
                spec.command(command.toArray(String[]::new));
            }
        });
    }
}
