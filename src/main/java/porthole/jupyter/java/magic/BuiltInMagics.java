package porthole.jupyter.java.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.show.DisplayWords;
import porthole.jupyter.magic.Magics;
import porthole.jupyter.magic.Shell;
import porthole.jupyter.magic.SimpleMagic;
import porthole.jupyter.magic.TextMagics;

/** The magics that every session has and that need no Java: the shell's, files, and their list. */
public final class BuiltInMagics {
    private static final Sentences SENTENCES = Sentences.of(BuiltInMagics.class);

    private BuiltInMagics() {}

    /** All of them; the list has what {@code magics} holds when it is asked. */
    public static List<Magic> of(Magics magics, Shell shell) {
        List<Magic> all = new ArrayList<>(TextMagics.all());
        Stream.of("sh", "bash", "shell").map(name -> shell(name, shell)).forEach(all::add);
        all.add(new SimpleMagic("writefile", SENTENCES, "help.writefile", BuiltInMagics::writeFile));
        all.add(new SimpleMagic("image", SENTENCES, "help.image", (a, b) -> image(unquoted(a.strip()))));
        all.add(new SimpleMagic("magics", SENTENCES, "help.magics", (a, b) -> list(magics)));
        all.add(new SimpleMagic("lsmagic", SENTENCES, "help.lsmagic", (a, b) -> list(magics)));
        return all;
    }

    private static Magic shell(String name, Shell shell) {
        return new SimpleMagic(name, SENTENCES, "help.shell", (arguments, body) -> {
            shell.run(body == null ? arguments : body);
            return null;
        });
    }

    private static Table list(Magics magics) {
        return new Table(
                List.of(SENTENCES.say("list.magic"), SENTENCES.say("list.does")),
                magics.all().stream()
                        .map(m -> List.of("%" + m.name(), m.summary()))
                        .toList());
    }

    private static Object image(String source) throws MagicException {
        if (source.isEmpty()) {
            throw new MagicException(SENTENCES.say("image.missing"));
        }
        try {
            return DisplayWords.image(source);
        } catch (IOException e) {
            throw new MagicException(
                    SENTENCES.say("image.unreadable", source, Path.of("").toAbsolutePath()));
        }
    }

    private static @Nullable Object writeFile(String arguments, @Nullable String body) throws MagicException {
        boolean append = arguments.startsWith("-a ");
        String path = unquoted((append ? arguments.substring(3) : arguments).strip());
        if (path.isEmpty() || body == null) {
            throw new MagicException(SENTENCES.say("writefile.missing"));
        }
        Path file = Path.of(path);
        boolean existed = Files.exists(file);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(
                    file,
                    body.endsWith("\n") || body.isEmpty() ? body : body + "\n",
                    StandardOpenOption.CREATE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw MagicException.unwritable(path, e);
        }
        String key = append && existed ? "writefile.appended" : existed ? "writefile.overwrote" : "writefile.wrote";
        System.out.println(SENTENCES.say(key, path));
        return null;
    }

    private static String unquoted(String path) {
        boolean quoted = path.length() > 1
                && (path.startsWith("\"") || path.startsWith("'"))
                && path.endsWith(path.substring(0, 1));
        return quoted ? path.substring(1, path.length() - 1) : path;
    }
}
