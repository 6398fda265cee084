package porthole.lesson.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import porthole.display.Sentences;
import porthole.lesson.document.NotebookCell;

/** All languages have the same code and the same headings, in cells of the same ids, and nothing waits for its translation. */
final class SameInAllLanguages {
    private static final Sentences SENTENCES = Sentences.of(SameInAllLanguages.class);

    /** A cell that {@code sync} has left to the translator. */
    static final String UNTRANSLATED = "untranslated";

    /** So many letters are no name or number, but a text. */
    private static final int TEXT = 20;

    private final ReviewedNotebook first;
    private final ReviewedNotebook other;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<ReviewFinding> findings = new ArrayList<>();

    private SameInAllLanguages(ReviewedNotebook first, ReviewedNotebook other) {
        this.first = first;
        this.other = other;
        for (int i = 0; i < other.cells().size(); i++) {
            int number = i + 1;
            other.cells().get(i).id().ifPresent(id -> places.put(id, number));
        }
    }

    static List<ReviewFinding> of(NotebookGroup group) {
        List<ReviewFinding> findings = new ArrayList<>();
        for (ReviewedNotebook other : group.others()) {
            findings.addAll(new SameInAllLanguages(group.first(), other).compare());
        }
        for (ReviewedNotebook notebook : group.notebooks()) {
            for (int i = 1; i <= notebook.cells().size(); i++) {
                if (notebook.cell(i).tags().contains(UNTRANSLATED)) {
                    findings.add(notebook.finding(
                            i, ReviewRule.UNTRANSLATED, SENTENCES.say("review.untranslated", UNTRANSLATED)));
                }
            }
        }
        return findings;
    }

    private List<ReviewFinding> compare() {
        List<Integer> order = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        for (int i = 1; i <= first.cells().size(); i++) {
            NotebookCell cell = first.cell(i);
            Integer place = cell.id().map(places::get).orElse(null);
            if (place == null) {
                add(0, cell, "review.cell-missing", i, NotebookGroups.nameOf(first.file()));
                continue;
            }
            met.add(place);
            order.add(place);
            compare(i, cell, place);
        }
        for (int i = 1; i <= other.cells().size(); i++) {
            if (!met.contains(i)) {
                add(i, other.cell(i), "review.cell-more", where(0));
            }
        }
        if (!List.copyOf(new TreeSet<>(order)).equals(order)) {
            findings.add(other.finding(0, ReviewRule.SAME_CODE, SENTENCES.say("review.order", where(0))));
        }
        return findings;
    }

    private void compare(int number, NotebookCell cell, int place) {
        NotebookCell its = other.cell(place);
        if (cell.kind() != its.kind()) {
            add(place, cell, "review.kind", where(number));
        } else if (cell.isRemark() && its.isRemark()) {
            return; // for the reader alone
        } else if (cell.isCode() && !cell.source().equals(its.source())) {
            add(place, cell, "review.code-differs", where(number), line(cell.source(), its.source()));
        } else if (!cell.isCode()) {
            List<Integer> wanted = levels(cell);
            List<Integer> has = levels(its);
            if (!wanted.equals(has)) {
                add(place, its, "review.headings", where(number), wanted, has);
            } else if (its.source().equals(cell.source())
                    && !other.language().equals(first.language())
                    && new MarkdownText(cell.source())
                                    .prose()
                                    .replaceAll("[^\\p{L}]", "")
                                    .length()
                            > TEXT) {
                findings.add(other.finding(
                        place, ReviewRule.UNTRANSLATED, SENTENCES.say("review.same-text", where(number))));
            }
        }
    }

    private void add(int place, NotebookCell cell, String key, Object... parts) {
        ReviewRule rule = cell.isCode() ? ReviewRule.SAME_CODE : ReviewRule.SAME_STRUCTURE;
        findings.add(other.finding(place, rule, SENTENCES.say(key, parts)));
    }

    private String where(int number) {
        String file = first.language() + "/" + NotebookGroups.nameOf(first.file());
        return number == 0 ? file : file + ":" + number;
    }

    private static List<Integer> levels(NotebookCell cell) {
        return new MarkdownText(cell.source())
                .headings().stream().map(MarkdownText.Heading::level).toList();
    }

    /** The first line that is another one. */
    private static String line(String wanted, String has) {
        List<String> lines = has.lines().toList();
        List<String> theirs = wanted.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i >= theirs.size() || !lines.get(i).equals(theirs.get(i))) {
                return lines.get(i).strip();
            }
        }
        return "…";
    }
}
