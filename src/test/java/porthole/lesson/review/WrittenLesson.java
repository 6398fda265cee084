package porthole.lesson.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** A lesson in a folder of its own: its file, and notebooks whose cells are written as Markdown, or as code after {@code >}. */
final class WrittenLesson {
    static final String FILE = """
            lesson: shop
            title: {en: A shop with two networks, ja: ネットワークが二つの店}
            start: {containers: [shop-web, shop-db], networks: [shop-front]}
            questions:
              who:
                ask: {en: Does shop-web reach shop-db on its port?, ja: shop-web から shop-db のポートに届く？}
                choices:
                  arrives:
                    words: {en: It does, ja: 届く}
                    when: shop-web -> shop-db:80 reached
                  lost:
                    words: {en: It gets lost in the firewall, ja: 途中で破棄される}
                    when: shop-web -> shop-db:80 not reached
                answer: lost
                why: {en: The two of them have no network in common., ja: 二つに共通のネットワークがない。}
            exercises:
              let-in:
                task: {en: Let it in., ja: 届くようにする。}
                expect: ["shop-web -> shop-db:80 reached"]
                solution: "%docker network connect shop-front shop-db"
            """;

    private final Path folder;

    WrittenLesson(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    WrittenLesson file(String yaml) throws IOException {
        Files.writeString(folder.resolve("lesson.yaml"), yaml);
        return this;
    }

    Path notebook(String language) {
        return folder.resolve(language).resolve("shop.ipynb");
    }

    WrittenLesson notebook(String language, String... cells) throws IOException {
        List<NotebookCell> all = new ArrayList<>();
        for (String cell : cells) {
            String id = "c" + (all.size() + 1);
            all.add(
                    cell.startsWith(">")
                            ? NotebookCell.code(id, cell.substring(1).strip())
                            : NotebookCell.markdown(id, cell));
        }
        return notebook(language, all);
    }

    WrittenLesson notebook(String language, List<NotebookCell> cells) throws IOException {
        Files.createDirectories(folder.resolve(language));
        Notebook.of("porthole", "Java (Porthole)", cells).write(notebook(language));
        return this;
    }

    /** The usual cells, with some more after the first. */
    static String[] cells(String heading, String... more) {
        List<String> cells = new ArrayList<>(List.of("# " + heading, "> chapter(\"shop\").ready()"));
        cells.addAll(List.of(more));
        cells.addAll(List.of(
                "> predict(\"who\")",
                "> check(\"who\")",
                "> exercise(\"let-in\")",
                "> // your commands",
                "> verify(\"let-in\")",
                "> lab.reset()"));
        return cells.toArray(String[]::new);
    }

    List<String> review() throws IOException {
        Review review = Review.of(List.of(folder));
        review.answers();
        return review.findings().stream().map(f -> f.line(folder)).toList();
    }
}
