package porthole.lesson.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A lesson file as learners get it. What their own {@code exercise}, {@code verify}, {@code hint} and {@code check} need
 * stays: scenes, expectations, hints, and by what a question is measured. What tells an answer goes: solutions, the answers of
 * questions with their reasons and replies, hidden expectations, and all comments.
 */
public final class HandoutFile {
    /** The key that says that a file is one. */
    static final String HANDOUT = "handout";

    private static final Set<String> OF_QUESTIONS = Set.of("answer", "why");
    private static final Set<String> OF_CHOICES = Set.of("reply");
    private static final Set<String> OF_EXERCISES = Set.of("solution");

    private HandoutFile() {}

    /**
     * Its text.
     *
     * @param file a teacher's lesson file, which was read without a mistake
     * @throws IOException where it cannot be read
     */
    public static String of(Path file) throws IOException {
        Node read = new Compose(LoadSettings.builder().build())
                .composeString(Files.readString(file))
                .orElseThrow(() -> new IOException(file + " is empty"));
        MappingNode whole = (MappingNode) read;
        each(whole, "questions", question -> {
            remove(question, OF_QUESTIONS);
            each(question, "choices", choice -> remove(choice, OF_CHOICES));
        });
        each(whole, "exercises", exercise -> {
            remove(exercise, OF_EXERCISES);
            value(exercise, "expect").ifPresent(HandoutFile::removeHidden);
        });
        List<NodeTuple> all = new ArrayList<>(whole.getValue());
        all.add(new NodeTuple(
                new ScalarNode(Tag.STR, HANDOUT, ScalarStyle.PLAIN),
                new ScalarNode(Tag.BOOL, "true", ScalarStyle.PLAIN)));
        DumpSettings settings =
                DumpSettings.builder().setWidth(110).setSplitLines(false).build();
        return new Present(settings)
                .emitToString(new Serialize(settings)
                        .serializeOne(new MappingNode(whole.getTag(), all, FlowStyle.BLOCK))
                        .iterator());
    }

    private static void each(Node in, String key, java.util.function.Consumer<Node> done) {
        value(in, key).ifPresent(below -> {
            if (below instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> done.accept(tuple.getValueNode()));
            }
        });
    }

    private static Optional<Node> value(Node in, String key) {
        return in instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> isKey(tuple, Set.of(key)))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isKey(NodeTuple tuple, Set<String> keys) {
        return tuple.getKeyNode() instanceof ScalarNode key && keys.contains(key.getValue());
    }

    private static void remove(Node in, Set<String> keys) {
        if (in instanceof MappingNode mapping) {
            mapping.setValue(mapping.getValue().stream()
                    .filter(tuple -> !isKey(tuple, keys))
                    .toList());
        }
    }

    private static void removeHidden(Node expect) {
        if (expect instanceof SequenceNode lines) {
            lines.getValue()
                    .removeIf(line -> value(line, "hidden")
                            .filter(ScalarNode.class::isInstance)
                            .filter(hidden -> ((ScalarNode) hidden).getValue().equals("true"))
                            .isPresent());
        }
    }
}
