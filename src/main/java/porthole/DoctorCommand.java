package porthole;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import porthole.display.Table;

/** Says what works here and what to do about what does not. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = findings();
        Table table = new Table(
                List.of(
                        CommandSentences.say("doctor.what"),
                        CommandSentences.say("doctor.state"),
                        CommandSentences.say("doctor.advice")),
                findings.stream().map(Finding::row).toList());
        spec.commandLine().getOut().println(table.text());
        return findings.stream().anyMatch(Finding::needed) ? 1 : 0;
    }

    private static List<Finding> findings() {
        Stream<Supplier<List<Finding>>> looks =
                Stream.concat(MachineCheck.looks(), Stream.<Supplier<List<Finding>>>of(EngineCheck::look));
        List<CompletableFuture<List<Finding>>> atOnce =
                looks.map(CompletableFuture::supplyAsync).toList();
        return atOnce.stream().flatMap(look -> look.join().stream()).toList();
    }
}
