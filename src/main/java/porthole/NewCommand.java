package porthole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a lesson that runs: a folder with a lesson file and a notebook for each language. */
@Command(name = "new")
final class NewCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME")
    private String name = "";

    @Option(names = "--lang", paramLabel = "LANGUAGES", split = ",", defaultValue = "en,ja")
    private List<String> languages = List.of();

    @Override
    public Integer call() throws Exception {
        // it is a part of names of containers and networks
        // (https://docs.docker.com/reference/cli/docker/container/run/)
        if (!name.matches("[a-z0-9][a-z0-9_.-]{0,40}")) {
            throw wrong("new.name", name);
        }
        for (String language : languages) {
            if (!LessonTemplate.LANGUAGES.contains(language)) {
                throw wrong("new.language", language, String.join(", ", LessonTemplate.LANGUAGES));
            }
        }
        Path folder = Path.of(name);
        if (Files.exists(folder)) {
            throw wrong("new.exists", folder.toAbsolutePath());
        }
        for (Path file : new LessonTemplate(name, languages).write(folder)) {
            spec.commandLine().getOut().println(CommandSentences.say("new.wrote", file));
        }
        spec.commandLine().getOut().println(CommandSentences.say("new.next", name, languages.get(0)));
        return 0;
    }

    private ParameterException wrong(String key, Object... parts) {
        return new ParameterException(spec.commandLine(), CommandSentences.say(key, parts));
    }
}
