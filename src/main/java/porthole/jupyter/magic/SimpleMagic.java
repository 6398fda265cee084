package porthole.jupyter.magic;

import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Magic;

/**
 * A magic that is a function with a name.
 *
 * @param room whose sentences say how it is called
 * @param key of that sentence, which is given the name and {@code detail}; read when somebody asks
 */
public record SimpleMagic(String name, Sentences room, String key, String detail, Body body) implements Magic {
    /** One whose sentence has no place but the name's. */
    public SimpleMagic(String name, Sentences room, String key, Body body) {
        this(name, room, key, "", body);
    }

    @Override
    public String summary() {
        return room.say(key, name, detail);
    }

    /** What it does; parameters and value as in {@link Magic#run}. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object run(String arguments, @Nullable String body) throws Exception;
    }

    @Override
    public @Nullable Object run(String arguments, @Nullable String cell) throws Exception {
        return body.run(arguments, cell);
    }
}
