package porthole.jupyter.java.show;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.MimeBundle;

/** Files, folders and addresses. */
final class Places {
    private static final Set<String> LINKED = Set.of("http", "https", "ftp", "mailto");
    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Bytes of an image file that is shown at most. */
    private static final long LARGEST = 10_000_000;

    /** Entries of a folder that are counted at most. */
    private static final int COUNTED = 10_000;

    private Places() {}

    static List<MimeBundle> file(Object value, Values values) {
        try {
            return path(((File) value).toPath(), values);
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    static List<MimeBundle> path(Object value, Values values) {
        Path path = (Path) value;
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            if (file.isDirectory()) {
                return List.of(folder(path));
            }
            String text = path + "   " + size(file.size()) + ", " + changed(file);
            return List.of(image(path, file.size(), text).orElseGet(() -> MimeBundle.text(text)));
        } catch (IOException | SecurityException e) {
            return List.of(MimeBundle.text(path.toString()));
        }
    }

    private static Optional<MimeBundle> image(Path path, long size, String text) throws IOException {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean named = IMAGES.contains(name.substring(name.lastIndexOf('.') + 1));
        return named && size <= LARGEST ? Pictures.encoded(Files.readAllBytes(path), text) : Optional.empty();
    }

    private static MimeBundle folder(Path path) throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.list(path)) {
            entries = files.limit(COUNTED).sorted().toList();
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Path entry : entries.subList(0, Math.min(Tabular.ROWS, entries.size()))) {
            rows.add(row(entry));
        }
        String caption = entries.size() == COUNTED
                ? ShownText.SENTENCES.say("folder.many", path, ShownText.number(COUNTED))
                : ShownText.SENTENCES.say("folder.size", path, ShownText.number(entries.size()));
        List<String> columns = Stream.of("folder.name", "folder.bytes", "folder.changed")
                .map(k -> ShownText.SENTENCES.say(k))
                .toList();
        return new Grid(columns, rows, caption).bundle();
    }

    private static List<@Nullable Object> row(Path entry) {
        List<@Nullable Object> row = new ArrayList<>();
        String name = String.valueOf(entry.getFileName());
        try {
            BasicFileAttributes file = Files.readAttributes(entry, BasicFileAttributes.class);
            row.add(file.isDirectory() ? name + "/" : name);
            row.add(file.isDirectory() ? "" : size(file.size()));
            row.add(changed(file));
        } catch (IOException e) {
            row.addAll(List.of(name, "", "")); // a link that leads nowhere
        }
        return row;
    }

    private static String changed(BasicFileAttributes file) {
        return MINUTE.format(file.lastModifiedTime().toInstant().atZone(ZoneId.systemDefault()));
    }

    /** Bytes as a person says them, in powers of 1000 as the SI has them. */
    static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double rest = bytes;
        int unit = -1;
        while (rest >= 999.95 && unit < 4) {
            rest /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", rest, "kMGTP".charAt(unit));
    }

    /** A link, where a page may follow it. */
    static List<MimeBundle> address(Object value, Values values) {
        String text = value.toString();
        int colon = text.indexOf(':');
        if (colon < 0 || !LINKED.contains(text.substring(0, colon).toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        String safe = Html.escape(text);
        return List.of(MimeBundle.html(
                "<a href=\"" + safe + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + safe + "</a>", text));
    }
}
