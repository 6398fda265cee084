package porthole.notebook;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import porthole.display.MimeBundle;
import porthole.engine.format.Inspection;
import porthole.jupyter.api.Argument;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Magic;
import porthole.picture.chart.Charts;

/** Brings the words and the magics that speak Docker into the Java kernel. */
public final class NotebookExtension implements Extension {
    /** Each has one import of its own: JShell pays for star imports at every cell. */
    private static final List<String> WORDS = List.of(
            "docker",
            "all",
            "lab",
            "topology",
            "change",
            "curl",
            "address",
            "gateway",
            "networks",
            "language",
            "why",
            "who",
            "matrix",
            "ping",
            "trace",
            "wiring",
            "asLinux",
            "chapter",
            "predict",
            "check",
            "exercise",
            "verify",
            "hint",
            "solution",
            "byHand",
            "cluster",
            "capture");

    @Override
    public List<String> startup() {
        SharedEngine.sweepSoon();
        return imports();
    }

    /** The words, as cells import them. */
    static List<String> imports() {
        return Stream.concat(
                        WORDS.stream().map(word -> "import static porthole.notebook.Words." + word + ";"),
                        Stream.of(
                                "import static porthole.engine.flag.Force.FORCE;",
                                "import static porthole.network.IpFamily.IPV4;",
                                "import static porthole.network.IpFamily.IPV6;"))
                .toList();
    }

    @Override
    public Map<String, Function<Object, List<MimeBundle>>> renderings() {
        return Map.of(
                Charts.TYPE, chart -> Charts.outputs(chart),
                Inspection.JSON, json -> Inspection.outputsOf(json));
    }

    @Override
    public List<Magic> magics() {
        return List.of(new DockerMagic("docker", ""), new DockerMagic("docker-compose", "compose "));
    }

    @Override
    public List<String> literals(Argument argument, String begun) {
        return NamesAtHand.of(argument, begun);
    }

    @Override
    public boolean hasLiterals(Argument argument) {
        return NamesAtHand.isName(argument);
    }

    @Override
    public void close() {
        SharedEngine.close();
    }
}
