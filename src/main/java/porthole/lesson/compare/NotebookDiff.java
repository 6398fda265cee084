package porthole.lesson.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/**
 * What turns one notebook into another, in words: cells that came, went, moved or changed, and outputs in which something
 * differs that would be the same in each run. Numbers of cells ({@code In[3]}), times of running, and what the engine
 * chooses anew (ids, veth names, durations …) are no difference.
 */
public final class NotebookDiff {
    private static final Sentences SENTENCES = Sentences.of(NotebookDiff.class);
    private static final int MOST_LINES = 40;

    private final Notebook before;
    private final Notebook after;
    private final CellPairs pairs;
    private final List<String> report = new ArrayList<>();
    private final Map<Integer, List<String>> blocks = new TreeMap<>();
    private int chosenAnew;

    /**
     * Compares two notebooks.
     *
     * @param before the earlier
     * @param after the later
     */
    public NotebookDiff(Notebook before, Notebook after) {
        this.before = before;
        this.after = after;
        pairs = new CellPairs(before.cells(), after.cells());
        compare();
    }

    /** Whether nothing differs that would be the same in each run. */
    public boolean isSame() {
        return report.isEmpty();
    }

    /** Gives the differences, a line each, in the order of the later notebook; none if {@link #isSame()}. */
    public List<String> lines() {
        return List.copyOf(report);
    }

    /** Gives how many cells differ in nothing but what the engine chooses anew. */
    public int chosenAnew() {
        return chosenAnew;
    }

    private void compare() {
        report.addAll(metadata(before.metadata(), after.metadata()).stream()
                .map(line -> say("diff.notebook", line))
                .toList());
        Set<Integer> moved = pairs.moved();
        pairs.both().forEach((i, j) -> cell(i, j, moved.contains(i)));
        for (int j : pairs.added()) {
            blocks.put(2 * j, whole("diff.added", after.cells().get(j), j, "+ "));
        }
        for (int i : pairs.removed()) {
            blocks.merge(
                    2 * follower(i) - 1, whole("diff.removed", before.cells().get(i), i, "- "), (a, b) -> {
                        List<String> both = new ArrayList<>(a);
                        both.addAll(b);
                        return both;
                    });
        }
        blocks.values().forEach(report::addAll);
    }

    /** Where the notebook after has the next cell that follows a removed one. */
    private int follower(int removed) {
        Map.Entry<Integer, Integer> next = pairs.both().higherEntry(removed);
        return next == null ? after.cells().size() : next.getValue();
    }

    private static String say(String key, Object... parts) {
        return SENTENCES.say(key, parts);
    }

    private static String kind(NotebookCell cell) {
        return say("kind." + cell.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static List<String> whole(String key, NotebookCell cell, int place, String mark) {
        List<String> lines = new ArrayList<>();
        lines.add(say(key, place + 1, kind(cell)));
        lines.addAll(indented(
                new LineDiff(cell.source().lines().map(line -> mark + line).toList())));
        return lines;
    }

    private static List<String> indented(LineDiff diff) {
        return diff.changed(MOST_LINES, more -> say("diff.more", more)).stream()
                .map(line -> "  " + line)
                .toList();
    }

    private void cell(int i, int j, boolean isMoved) {
        NotebookCell was = before.cells().get(i);
        NotebookCell is = after.cells().get(j);
        List<String> lines = new ArrayList<>();
        if (isMoved) {
            lines.add(say("diff.moved", i + 1, j + 1, kind(is)));
        }
        if (!was.source().equals(is.source())) {
            lines.add(say("diff.changed", j + 1, kind(is)));
            lines.addAll(text(was.source(), is.source()));
        }
        metadata(was.metadata(), is.metadata()).forEach(line -> lines.add(say("diff.metadata", j + 1, line)));
        if (!attachments(was).equals(attachments(is))) {
            lines.add(say("diff.attachments", j + 1));
        }
        lines.addAll(outputs(was, is, j));
        if (!lines.isEmpty()) {
            blocks.put(2 * j, lines);
        }
    }

    /** Texts whose lines are all the same differ in an end of line alone. */
    private static List<String> text(String was, String is) {
        List<String> lines = indented(LineDiff.of(was, is));
        return lines.isEmpty() ? List.of("  " + say("diff.line-end")) : lines;
    }

    private static JsonNode attachments(NotebookCell cell) {
        return cell.json().path("attachments");
    }

    /** Of each key one line; when cells were run is no difference. */
    private static List<String> metadata(ObjectNode was, ObjectNode is) {
        was.remove("execution");
        is.remove("execution");
        Set<String> keys = new TreeSet<>();
        was.fieldNames().forEachRemaining(keys::add);
        is.fieldNames().forEachRemaining(keys::add);
        return keys.stream()
                .filter(key -> !was.path(key).equals(is.path(key)))
                .map(key -> say("diff.key", key, value(was.path(key)), value(is.path(key))))
                .toList();
    }

    private static String value(JsonNode node) {
        return node.isMissingNode() ? say("diff.nothing") : node.toString();
    }

    private List<String> outputs(NotebookCell was, NotebookCell is, int j) {
        ShownOutputs a = ShownOutputs.of(was.outputs(), StableOutputs.code(before.cells()));
        ShownOutputs b = ShownOutputs.of(is.outputs(), StableOutputs.code(after.cells()));
        if (a.equals(b)) {
            boolean isChosen = !ShownOutputs.raw(was.outputs()).equals(ShownOutputs.raw(is.outputs()));
            chosenAnew += isChosen ? 1 : 0;
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (b.outputs().isEmpty() || a.outputs().isEmpty()) {
            lines.add(say(b.outputs().isEmpty() ? "diff.outputs.none" : "diff.outputs.new", j + 1));
        } else {
            lines.add(say("diff.outputs", j + 1));
        }
        lines.addAll(
                a.text().equals(b.text())
                        ? List.of("  " + say("diff.forms", String.join(", ", a.forms(b))))
                        : text(a.text(), b.text()));
        return lines;
    }
}
