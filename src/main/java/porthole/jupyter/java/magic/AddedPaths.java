package porthole.jupyter.java.magic;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;

/** Paths that have joined the class path: a list of strings, as IJava's magics return it, that shows itself. */
public final class AddedPaths extends AbstractList<String> implements Displayable {
    private final List<String> paths;
    private final Displayable shown;

    /**
     * @param paths what was added
     * @param shown what a person sees of it
     */
    public AddedPaths(List<Path> paths, Displayable shown) {
        this.paths = paths.stream().map(Path::toString).toList();
        this.shown = shown;
    }

    /** Shown as a sentence and a path each. */
    public static AddedPaths of(List<Path> paths) {
        String head = Sentences.of(AddedPaths.class).say(paths.isEmpty() ? "added.nothing" : "added");
        StringBuilder text = new StringBuilder(head);
        paths.forEach(p -> text.append("\n  ").append(p));
        return new AddedPaths(paths, () -> List.of(MimeBundle.text(text.toString())));
    }

    @Override
    public String get(int index) {
        return paths.get(index);
    }

    @Override
    public int size() {
        return paths.size();
    }

    @Override
    public List<MimeBundle> outputs() {
        return shown.outputs();
    }
}
