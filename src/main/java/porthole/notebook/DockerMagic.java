package porthole.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;

/**
 * {@code %docker …}: the command line itself, with the typed value of the same call in Java as the cell's value.
 *
 * @param name {@code docker}, or {@code docker-compose} for the older spelling of {@code docker compose}
 * @param prefix the words after {@code docker} that the name means, with a blank at the end
 */
record DockerMagic(String name, String prefix) implements Magic {
    @Override
    public String summary() {
        return Sentences.of(DockerMagic.class).say("docker.help", name);
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws Exception {
        if (body != null && !arguments.isEmpty()) {
            throw new MagicException(Sentences.of(DockerMagic.class).say("docker.line", name, arguments));
        }
        return SharedEngine.typed(body == null ? arguments : body, prefix);
    }

    @Override
    public String help(String typed) {
        return summary() + "\n\n" + SharedEngine.help(prefix + typed);
    }

    @Override
    public List<String> complete(String typed) {
        return SharedEngine.complete(prefix + typed);
    }
}
