package porthole.notebook.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.Notices;
import porthole.engine.Run;
import porthole.engine.RunOption;
import porthole.engine.RunSpec;

/**
 * {@code docker run …}. Without {@code -d} the cell waits for the container's end and shows what it prints, as a
 * terminal does; but with {@code -it} or {@code -t} there is nobody at a terminal, so that the container goes on in the
 * background with its input open.
 */
@Command(name = "run", description = "Start a new container.")
final class RunLine extends Line {
    private static final Sentences SENTENCES = Sentences.of(RunLine.class);

    private final RunSwitches switches = new RunSwitches();
    private final RunWords words = new RunWords();

    @Option(names = {"--network", "--net"})
    List<String> networks = List.of();

    @Parameters(index = "0", paramLabel = "IMAGE")
    String image = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND")
    List<String> command = List.of();

    private final Map<String, List<String>> more = new LinkedHashMap<>();
    private final Notices notices;

    RunLine(Docker docker, Notices notices) {
        super(docker);
        this.notices = notices;
    }

    /** Adds the flags that are one setting each, from the engine's own list of them. */
    static void complete(CommandSpec spec, RunLine line) {
        spec.addMixin("switches", CommandSpec.forAnnotatedObject(line.switches));
        spec.addMixin("words", CommandSpec.forAnnotatedObject(line.words));
        for (RunOption option : RunOption.ALL) {
            boolean on = option.kind() == RunOption.Kind.SWITCH;
            String[] names = option.letter().isEmpty()
                    ? new String[] {option.flag()}
                    : new String[] {option.flag(), option.letter()};
            OptionSpec.Builder flag = OptionSpec.builder(names).arity(on ? "0" : "1");
            spec.addOption((on ? flag.type(boolean.class) : flag.type(String[].class))
                    .setter(new picocli.CommandLine.Model.ISetter() {
                        @Override
                        @SuppressWarnings("TypeParameterUnusedInFormals")
                        public <T> @Nullable T set(@Nullable T value) {
                            line.take(option.flag(), value);
                            return null;
                        }
                    })
                    .build());
        }
    }

    private void take(String flag, @Nullable Object value) {
        if (value instanceof String[] all) {
            more.put(flag, List.of(all));
        } else if (Boolean.TRUE.equals(value)) {
            more.put(flag, List.of("true"));
        } else {
            more.remove(flag);
        }
    }

    @Override
    public Object call() throws Exception {
        if (switches.tty && !switches.detach) {
            notices.note(SENTENCES.say("run.no-terminal", words.name == null ? "NAME" : words.name));
        }
        List<NetworkWord> joined = new ArrayList<>();
        for (String network : networks) {
            joined.add(NetworkWord.of(network));
        }
        boolean waits = !switches.detach && !switches.tty;
        if (joined.size() > 1 && waits) {
            throw new porthole.jupyter.magic.MagicException(SENTENCES.say("run.networks"));
        }
        Run run = docker.run(image, spec -> {
            switches.into(spec);
            words.into(spec);
            joined.stream().findFirst().ifPresent(first -> first.into(spec));
            more.forEach((flag, values) -> last(flag, values).forEach(value -> spec.option(flag, value)));
            if (!command.isEmpty()) {
                spec.command(command.toArray(String[]::new));
            }
        });
        for (NetworkWord next : joined.subList(Math.min(1, joined.size()), joined.size())) {
            docker.network.connect(next.name(), run.name(), next::into);
        }
        return run;
    }

    /** Of a flag that is given again, the last counts, unless it is made to be repeated. */
    private static List<String> last(String flag, List<String> values) {
        boolean repeats = RunOption.ALL.stream().anyMatch(o -> o.flag().equals(flag) && o.repeats());
        return repeats ? values : values.subList(values.size() - 1, values.size());
    }

    /** The flags that need no value. */
    static final class RunSwitches {
        @Option(names = {"-d", "--detach"})
        boolean detach;

        @Option(names = {"-i", "--interactive"})
        boolean interactive;

        @Option(names = {"-t", "--tty"})
        boolean tty;

        @Option(names = "--rm")
        boolean remove;

        @Option(names = {"-P", "--publish-all"})
        boolean publishAll;

        @Option(names = "--privileged")
        boolean privileged;

        @Option(names = "--init")
        boolean init;

        @Option(names = "--no-healthcheck")
        boolean noHealthcheck;

        void into(RunSpec spec) {
            Map<Consumer<RunSpec>, Boolean> all = new LinkedHashMap<>();
            all.put(RunSpec::rm, remove);
            all.put(RunSpec::interactive, interactive);
            all.put(RunSpec::tty, tty);
            all.put(RunSpec::publishAll, publishAll);
            all.put(RunSpec::privileged, privileged);
            all.put(RunSpec::init, init);
            all.put(RunSpec::noHealthcheck, noHealthcheck);
            all.put(RunSpec::foreground, !detach && !tty);
            all.forEach((turnOn, on) -> {
                if (on) {
                    turnOn.accept(spec);
                }
            });
        }
    }
}
