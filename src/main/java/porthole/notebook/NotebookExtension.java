package porthole.notebook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import porthole.display.MimeBundle;
import porthole.engine.format.Inspection;
import porthole.jupyter.api.Argument;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.ShellCommand;
import porthole.jupyter.api.WordGroup;
import porthole.picture.chart.Charts;

/** Brings the words and the magics that speak Docker into the Java kernel. */
public final class NotebookExtension implements Extension {
    @Override
    public List<String> startup() {
        SharedEngine.sweepSoon();
        return DockerWords.imports();
    }

    @Override
    public List<WordGroup> words() {
        return DockerWords.groups();
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
    public boolean hearsCells() {
        return SharedEngine.hearsCells();
    }

    @Override
    public void cellBegins(String code) {
        SharedEngine.unasked();
        SharedEngine.answers().cellBegins(code);
    }

    @Override
    public void cellEnds(boolean failed) {
        SharedEngine.answers().cellEnds(failed);
    }

    @Override
    public int shell(String script, OutputStream out, OutputStream err, ShellCommand command)
            throws IOException, InterruptedException {
        return SharedEngine.hearsCells()
                ? SharedEngine.answers().shell(script, out, err, command)
                : command.run(out, err);
    }

    @Override
    public void close() {
        SharedEngine.close();
    }
}
