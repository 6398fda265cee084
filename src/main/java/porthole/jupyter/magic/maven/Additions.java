package porthole.jupyter.magic.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Table;

/** What has joined the class path, as a table with a sentence above it. */
record Additions(List<Addition> all) implements Displayable {
    /** Rows that are shown; {@code %classpath} has all. */
    private static final int ROWS = 20;

    @Override
    public List<MimeBundle> outputs() {
        List<Addition> fresh = all.stream().filter(Addition::isNew).toList();
        long bytes = fresh.stream().mapToLong(a -> size(a.jar())).sum();
        String head = fresh.isEmpty()
                ? "Nothing new on the class path."
                : "Added " + (fresh.size() == 1 ? "1 jar" : fresh.size() + " jars") + " (" + Downloads.size(bytes)
                        + ") to the class path.";
        List<List<String>> rows = new ArrayList<>();
        all.stream().limit(all.size() > ROWS + 1 ? ROWS : all.size()).forEach(a -> rows.add(row(a)));
        String tail =
                rows.size() == all.size() ? "" : "… and " + (all.size() - rows.size()) + " more; %classpath lists all.";
        if (rows.isEmpty()) {
            return List.of(MimeBundle.text(head));
        }
        Table table = new Table(List.of("artifact", "version", "", ""), rows);
        return List.of(MimeBundle.html(
                "<div>" + head + "</div>" + table.html() + (tail.isEmpty() ? "" : "<div>" + tail + "</div>"),
                head + "\n" + table.text() + (tail.isEmpty() ? "" : "\n" + tail)));
    }

    private static List<String> row(Addition one) {
        Coordinates coordinates = one.jar().coordinates();
        return List.of(coordinates.key(), coordinates.version(), Downloads.size(size(one.jar())), one.note());
    }

    private static long size(Jar jar) {
        try {
            return Files.size(jar.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
