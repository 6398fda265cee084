package porthole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import porthole.jupyter.api.Extension;
import porthole.jupyter.java.JavaInterpreter;

/**
 * Runs cells that come on standard input, a JSON object a line ({@code {"code": …, "most": …, "token": …}}; {@code {"interrupt": true}}
 * ends the cell that runs), and says on standard output what they show, an object a line, the last with {@code "done"} and the token. It is
 * what {@code grade} starts; no socket and no Jupyter takes part. It ends with its input, and removes nothing from the engine.
 */
@Command(name = "cells", hidden = true)
final class CellsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--no-names")
    private boolean noNames;

    private final BlockingQueue<Optional<JsonNode>> cells = new LinkedBlockingQueue<>();
    private volatile @Nullable CellReport running;

    @Override
    public Integer call() throws IOException, InterruptedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        if (noNames) {
            NoNames.begin();
        }
        List<Extension> extensions = KernelLaunch.extensions();
        Thread reader = new Thread(this::read, "porthole-cells");
        reader.setDaemon(true);
        reader.start();
        JavaInterpreter interpreter = new JavaInterpreter(extensions);
        int count = 0;
        for (Optional<JsonNode> next = cells.take(); next.isPresent(); next = cells.take()) {
            JsonNode cell = next.get();
            CellReport lines = new CellReport(
                    out,
                    cell.path("most").asLong(Long.MAX_VALUE),
                    cell.path("token").asText());
            running = lines;
            lines.done(interpreter.run(cell.path("code").asText(), ++count, lines));
        }
        Runtime.getRuntime().halt(0); // whatever threads cells have left
        return 0;
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode said = JSON.readTree(line);
                CellReport now = running;
                if (!said.path("interrupt").asBoolean()) {
                    cells.add(Optional.of(said));
                } else if (now != null) {
                    now.cancellation().request();
                }
            }
        } catch (JsonProcessingException e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            // as at its end
        }
        cells.add(Optional.empty());
    }
}
