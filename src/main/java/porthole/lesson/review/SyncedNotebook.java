package porthole.lesson.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/**
 * A notebook of one language with the code of another.
 *
 * @param notebook how it is then
 * @param said what was changed, a sentence each
 * @param texts translated texts whose cells are gone
 */
record SyncedNotebook(Notebook notebook, List<String> said, List<String> texts) {
    private static final Sentences SENTENCES = Sentences.of(SyncedNotebook.class);

    /** The join of two notebooks that were copied by hand, whose cells have other ids each. */
    private static List<NotebookCell> withIdsOf(Notebook source, Notebook target) {
        List<NotebookCell> cells = new ArrayList<>();
        for (int i = 0; i < target.cells().size(); i++) {
            NotebookCell cell = target.cells().get(i);
            cells.add(source.cells().get(i).id().map(cell::withId).orElse(cell));
        }
        return cells;
    }

    static SyncedNotebook of(Path sourceFile, Notebook source, Path targetFile, Notebook target) {
        needIds(sourceFile, source);
        needIds(targetFile, target);
        List<String> said = new ArrayList<>();
        List<NotebookCell> cells = target.cells();
        if (shared(source, target) == 0 && !source.cells().isEmpty() && !cells.isEmpty()) {
            if (!kinds(source).equals(kinds(target))) {
                throw new IllegalArgumentException(SENTENCES.say("sync.unjoined", sourceFile, targetFile));
            }
            cells = withIdsOf(source, target);
            said.add(SENTENCES.say("sync.ids", sourceFile));
        }
        return join(sourceFile, source, targetFile, target.withCells(cells), said);
    }

    private static void needIds(Path file, Notebook notebook) {
        for (int i = 0; i < notebook.cells().size(); i++) {
            if (!notebook.hasIds() || notebook.cells().get(i).id().isEmpty()) {
                throw new IllegalArgumentException(SENTENCES.say("sync.no-ids", file, i + 1));
            }
        }
    }

    private static List<NotebookCell.Kind> kinds(Notebook notebook) {
        return notebook.cells().stream().map(NotebookCell::kind).toList();
    }

    private static long shared(Notebook source, Notebook target) {
        Set<Optional<String>> ids = new HashSet<>();
        target.cells().forEach(cell -> ids.add(cell.id()));
        return source.cells().stream().filter(cell -> ids.contains(cell.id())).count();
    }

    private static SyncedNotebook join(
            Path sourceFile, Notebook source, Path targetFile, Notebook target, List<String> said) {
        Map<String, NotebookCell> left = new LinkedHashMap<>();
        target.cells().forEach(cell -> left.put(cell.id().orElse(""), cell));
        List<NotebookCell> order = new ArrayList<>(target.cells());
        List<NotebookCell> cells = new ArrayList<>();
        int next = 0; // where the target goes on after the last cell that was joined
        for (NotebookCell cell : source.cells()) {
            NotebookCell its = left.remove(cell.id().orElse(""));
            int number = cells.size() + 1;
            if (its == null && next < order.size() && takesThePlace(source, cell, order.get(next))) {
                its = order.get(next);
                left.remove(its.id().orElse(""));
                said.add(SENTENCES.say("sync.place", number));
            }
            next = its == null ? next : order.indexOf(its) + 1;
            if (its == null) {
                cells.add(added(cell));
                said.add(SENTENCES.say(cell.isCode() ? "sync.new-code" : "sync.new-text", number));
            } else if (its.kind() != cell.kind()) {
                throw new IllegalArgumentException(SENTENCES.say(
                        "sync.kind",
                        targetFile,
                        order.indexOf(its) + 1,
                        sourceFile,
                        number,
                        cell.id().orElse("")));
            } else {
                cells.add(changed(cell, its, number, said).withId(cell.id().orElse("")));
            }
        }
        List<String> texts = new ArrayList<>();
        for (NotebookCell gone : left.values()) {
            said.add(SENTENCES.say("sync.removed", order.indexOf(gone) + 1));
            if (!gone.source().isBlank() && !gone.tags().contains(SameInAllLanguages.UNTRANSLATED)) {
                texts.add(gone.isCode() ? "```\n" + gone.source() + "\n```" : gone.source());
            }
        }
        moved(order, cells, said);
        return new SyncedNotebook(target.withCells(cells), said, texts);
    }

    /** A cell that was added to both by hand: of the same kind, at the same place, and the source has none of its id. */
    private static boolean takesThePlace(Notebook source, NotebookCell cell, NotebookCell candidate) {
        return candidate.kind() == cell.kind()
                && source.cells().stream().noneMatch(other -> other.id().equals(candidate.id()));
    }

    private static void moved(List<NotebookCell> before, List<NotebookCell> after, List<String> said) {
        List<Optional<String>> ids = after.stream().map(NotebookCell::id).toList();
        List<Integer> places = before.stream()
                .map(cell -> ids.indexOf(cell.id()))
                .filter(place -> place >= 0)
                .toList();
        if (!places.stream().sorted().toList().equals(places)) {
            said.add(SENTENCES.say("sync.order"));
        }
    }

    private static NotebookCell added(NotebookCell cell) {
        if (cell.isCode()) {
            return cell.withoutOutputs();
        }
        ObjectNode metadata = cell.metadata();
        ArrayNode tags = metadata.withArray("/tags");
        if (!cell.tags().contains(SameInAllLanguages.UNTRANSLATED)) {
            tags.add(SameInAllLanguages.UNTRANSLATED);
        }
        return cell.withMetadata(metadata);
    }

    /** Code and what is said about it come from the source; a text stays, and its attachments; so do comments alone. */
    private static NotebookCell changed(NotebookCell cell, NotebookCell its, int number, List<String> said) {
        if (!cell.isCode()) {
            return its;
        }
        NotebookCell changed = cell.isRemark() && its.isRemark() ? its : its.withSource(cell.source());
        if (changed != its) {
            said.add(SENTENCES.say("sync.code", number));
        }
        if (!changed.metadata().equals(cell.metadata())) {
            ObjectNode metadata = cell.metadata();
            if (changed.metadata().has("execution")) { // its own times
                metadata.set("execution", changed.metadata().get("execution"));
            } else {
                metadata.remove("execution");
            }
            if (!metadata.equals(changed.metadata())) {
                said.add(SENTENCES.say("sync.metadata", number));
                changed = changed.withMetadata(metadata);
            }
        }
        return changed;
    }
}
