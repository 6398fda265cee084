package porthole.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.magic.Magic;
import porthole.jupyter.magic.MagicException;

/**
 * {@code %docker …}: the command line itself, with the typed value of the same call in Java as the cell's value.
 *
 * @param name {@code docker}, or {@code docker-compose} for the older spelling of {@code docker compose}
 * @param prefix the words that the name stands for
 */
record DockerMagic(String name, String prefix) implements Magic {
    @Override
    public String summary() {
        return Sentences.of(DockerMagic.class).say("docker.help", name);
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws Exception {
        if (body == null) {
            return Workbench.typed(prefix + arguments);
        }
        if (!arguments.isEmpty()) {
            throw new MagicException(Sentences.of(DockerMagic.class).say("docker.line", name, arguments));
        }
        Object last = null;
        for (String each :
                body.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            last = Workbench.typed(prefix + each.replaceFirst("^" + name + " ", ""));
        }
        return last;
    }

    @Override
    public String help(String typed) {
        return summary() + "\n\n" + Workbench.help(prefix + typed);
    }

    @Override
    public List<String> complete(String typed) {
        return Workbench.complete(prefix + typed);
    }
}
