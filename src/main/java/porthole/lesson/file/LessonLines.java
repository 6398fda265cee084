package porthole.lesson.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The lines of a lesson file, for those who say something about a place in it. */
public final class LessonLines {
    private final List<String> lines;
    private final Optional<Node> root;

    private LessonLines(List<String> lines, Optional<Node> root) {
        this.lines = lines;
        this.root = root;
    }

    /**
     * Reads the lines of a file. A file that cannot be read has none: {@link LessonFiles} tells what is wrong with it.
     *
     * @param file a lesson file
     */
    public static LessonLines of(Path file) {
        try {
            String text = Files.readString(file);
            return new LessonLines(
                    text.lines().toList(), new Compose(LoadSettings.builder().build()).composeString(text));
        } catch (IOException | YamlEngineException e) {
            return new LessonLines(List.of(), Optional.empty());
        }
    }

    /**
     * Gives the line in which a key stands.
     *
     * @param path the keys that lead to it, and numbers of list items from 0: {@code "questions", "who-reaches"}
     * @return from 1; the last that was found where one of the keys does not exist
     */
    public int line(Object... path) {
        Node at = root.orElse(null);
        int line = 1;
        for (Object step : path) {
            NodeTuple entry = at == null ? null : entry(at, step);
            if (entry != null) {
                line = lineOf(entry.getKeyNode());
                at = entry.getValueNode();
            } else if (at instanceof SequenceNode list
                    && step instanceof Integer i
                    && i < list.getValue().size()) {
                at = list.getValue().get(i);
                line = lineOf(at);
            } else {
                return line;
            }
        }
        return line;
    }

    private static @Nullable NodeTuple entry(Node node, Object key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().strip().equals(key)) {
                    return tuple;
                }
            }
        }
        return null;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /**
     * Whether a comment stands in a line, or alone in the line above it.
     *
     * @param line from 1
     * @param comment its text, without {@code #}
     */
    public boolean commented(int line, String comment) {
        return says(line, comment) || (line > 1 && text(line - 1).startsWith("#") && says(line - 1, comment));
    }

    private boolean says(int line, String comment) {
        int begin = text(line).indexOf('#');
        return begin >= 0
                && List.of(text(line).substring(begin + 1).strip().split("[ ,]+"))
                        .contains(comment);
    }

    private String text(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    }
}
