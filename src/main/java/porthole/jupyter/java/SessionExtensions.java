package porthole.jupyter.java;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Magic;
import porthole.jupyter.java.evaluate.CurrentSnippets;
import porthole.jupyter.java.names.SessionWords;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.magic.Magics;

/** The extensions of one session: those that it began with, and those that jars have brought ({@link ServiceLoader}). */
final class SessionExtensions {
    private final List<Extension> all;
    private final List<Extension> added = new ArrayList<>();
    private final Magics magics;
    private final Values values;
    private final CurrentSnippets snippets;

    /** @param atStart closed by the kernel, and not here */
    SessionExtensions(List<Extension> atStart, Magics magics, Values values, CurrentSnippets snippets) {
        this.all = new CopyOnWriteArrayList<>(atStart);
        this.magics = magics;
        this.values = values;
        this.snippets = snippets;
    }

    /** Those that there are now; may be asked by several threads. */
    List<Extension> all() {
        return Collections.unmodifiableList(all);
    }

    /** The names of the classes that {@code entry} of the class path says it brings; mostly none. */
    static List<String> of(Path entry) {
        return Extensions.of(entry, Extension.class.getName());
    }

    /**
     * Makes an extension's words, magics, renderings and completions this session's.
     *
     * @param name of its class
     * @throws Exception whatever it throws; nothing of it is there then, but for what its own code has done
     */
    void install(String name) throws Exception {
        Extension extension = ServiceLoader.load(Extension.class, snippets.get().loader()).stream()
                .filter(provider -> provider.type().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name))
                .get();
        List<String> startup = List.copyOf(extension.startup());
        List<Magic> own = List.copyOf(extension.magics());
        Map<String, Function<Object, List<MimeBundle>>> renderings = Map.copyOf(extension.renderings());
        for (String code : startup) {
            if (SessionWords.isOne(code)) {
                snippets.addWord(code);
            } else {
                RunningSession.current().eval(code);
            }
        }
        own.forEach(magics::add);
        values.bring(renderings);
        all.add(extension);
        added.add(extension);
    }

    /** Closes those that jars have brought, newest first, and knows them no more. */
    void close() {
        for (int i = added.size() - 1; i >= 0; i--) {
            all.remove(added.get(i));
            try {
                added.get(i).close();
            } catch (RuntimeException | LinkageError e) {
                System.err.println(e); // the others are closed all the same
            }
        }
        added.clear();
    }
}
