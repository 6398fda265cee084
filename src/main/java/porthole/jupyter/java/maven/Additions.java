package porthole.jupyter.java.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.display.Table;

/** What has joined the class path, as a table with a sentence above it. */
record Additions(List<Addition> all) implements Displayable {
    private static final Sentences SENTENCES = Sentences.of(Additions.class);

    /** Rows that are shown; {@code %classpath} has all. */
    private static final int ROWS = 20;

    /** The column of notes, which is left out where there are none. */
    private static final int NOTE = 3;

    @Override
    public List<MimeBundle> outputs() {
        List<Addition> fresh = all.stream().filter(Addition::isNew).toList();
        long bytes = fresh.stream().mapToLong(a -> size(a.jar())).sum();
        String head = fresh.isEmpty()
                ? SENTENCES.say("added.nothing")
                : SENTENCES.say(fresh.size() == 1 ? "added.one" : "added.many", fresh.size(), Downloads.size(bytes));
        List<List<String>> rows = new ArrayList<>();
        all.stream().limit(all.size() > ROWS + 1 ? ROWS : all.size()).forEach(a -> rows.add(row(a)));
        String tail = rows.size() == all.size() ? "" : SENTENCES.say("added.more", all.size() - rows.size());
        if (rows.isEmpty()) {
            return List.of(MimeBundle.text(head));
        }
        boolean noted = rows.stream().anyMatch(row -> !row.get(NOTE).isEmpty());
        Table table = noted
                ? new Table(columns(), rows)
                : new Table(
                        columns().subList(0, NOTE),
                        rows.stream().map(row -> row.subList(0, NOTE)).toList());
        return List.of(MimeBundle.html(
                "<div>" + head + "</div>" + table.html() + (tail.isEmpty() ? "" : "<div>" + tail + "</div>"),
                head + "\n" + table.text() + (tail.isEmpty() ? "" : "\n" + tail)));
    }

    private static List<String> columns() {
        return Stream.of("added.artifact", "added.version", "added.size", "added.note")
                .map(SENTENCES::say)
                .toList();
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
