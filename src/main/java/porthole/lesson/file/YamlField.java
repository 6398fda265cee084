package porthole.lesson.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import porthole.display.Nearest;
import porthole.display.Sentences;

/** A value of a lesson file, with the place where it stands. Every value is read as it is typed: {@code no} is a word. */
final class YamlField {
    private static final Sentences SENTENCES = Sentences.of(YamlField.class);
    private static final Set<String> LANGUAGES = Set.of("en", "ja");
    /** A name that a cell gives: letters, digits, hyphens, dots. */
    static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*";

    private final Path file;
    private final String path;
    private final Node node;

    YamlField(Path file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The place and what is wrong there, in one sentence. */
    LessonException wrong(String key, Object... parts) {
        return wrongAt(node, key, parts);
    }

    private LessonException wrongAt(Node at, String key, Object... parts) {
        int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return LessonReader.mistake(file, line, SENTENCES.say(key, parts));
    }

    /** A text that is not empty. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong("file.text", path);
    }

    /** A text that can be a name in a cell. */
    String name() {
        return named(text());
    }

    private String named(String name) {
        if (!name.matches(NAME)) {
            throw wrong("file.name", name);
        }
        return name;
    }

    int number(int least, int most) {
        String typed = text();
        if (typed.matches("\\d{1,6}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most) {
            return Integer.parseInt(typed);
        }
        throw wrong("file.number", path, typed, least, most);
    }

    boolean truth() {
        String typed = text();
        if (typed.equals("true") || typed.equals("false")) {
            return typed.equals("true");
        }
        throw wrong("file.truth", path, typed);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    List<YamlField> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("file.list", path);
        }
        List<YamlField> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlField(file, path, item)));
        return items;
    }

    /** The values below, by key, in the file's order. */
    Map<String, YamlField> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("file.map", path);
        }
        Map<String, YamlField> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new YamlField(file, path, tuple.getKeyNode()).text();
            if (entries.put(key, new YamlField(file, key, tuple.getValueNode())) != null) {
                throw wrongAt(tuple.getKeyNode(), "file.twice", key);
            }
        }
        return entries;
    }

    /** The same where only these keys may stand. */
    Map<String, YamlField> entries(Set<String> allowed) {
        Map<String, YamlField> entries = entries();
        entries.forEach((key, field) -> {
            if (!allowed.contains(key)) {
                throw field.wrong(
                        "file.key",
                        key,
                        path,
                        String.join(", ", new TreeSet<>(allowed)),
                        Nearest.suggestion(key, allowed));
            }
        });
        return entries;
    }

    /** The same where each key is a name. */
    Map<String, YamlField> named() {
        Map<String, YamlField> entries = entries();
        entries.forEach((name, field) -> field.named(name));
        return entries;
    }

    /** The value of a key that has to be there. */
    YamlField need(Map<String, YamlField> entries, String key) {
        YamlField field = entries.get(key);
        if (field == null) {
            throw wrong("file.missing", path, key);
        }
        return field;
    }

    /** Words: one text for all languages, or one for each. */
    LocalText words() {
        if (isText()) {
            return new LocalText(Map.of("", text()));
        }
        Map<String, String> in = new LinkedHashMap<>();
        entries(LANGUAGES).forEach((language, field) -> in.put(language, field.text()));
        if (in.isEmpty()) {
            throw wrong("file.text", path);
        }
        return new LocalText(Collections.unmodifiableMap(in));
    }
}
