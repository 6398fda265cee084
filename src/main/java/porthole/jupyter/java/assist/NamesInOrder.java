package porthole.jupyter.java.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.jupyter.api.Completions;

/** Names as a person looks for them: what is near and fits, what is near, what fits, then the kernel's words, then all. */
final class NamesInOrder {
    private final Set<String> own;
    private final Set<String> fitting;
    private final Set<String> declared;

    /**
     * @param own what the cell itself has at this place
     * @param fitting whose type is the wanted one
     * @param declared names of the session
     */
    NamesInOrder(List<Completions.Item> own, Set<String> fitting, Set<String> declared) {
        this.own = own.stream().map(Completions.Item::text).collect(Collectors.toSet());
        this.fitting = fitting;
        this.declared = declared;
    }

    Completions of(Completions all) {
        return new Completions(
                all.items().stream()
                        .sorted(Comparator.comparingInt(this::rank)
                                .thenComparing(i -> i.type().equals("class")))
                        .toList(),
                all.start(),
                all.end());
    }

    private int rank(Completions.Item item) {
        boolean isOwn = own.contains(item.text());
        boolean isNear = isOwn || declared.contains(name(item.text()));
        boolean fits = isOwn || fitting.contains(item.text());
        if (isNear) {
            return fits ? 0 : 1;
        }
        boolean isWord = !item.signature().isEmpty() && !item.signature().startsWith("import ");
        return fits ? 2 : isWord ? 3 : 4;
    }

    /** {@code text} without the bracket that follows a method's name. */
    static String name(String text) {
        return text.replaceFirst("\\(\\)?$", "");
    }
}
