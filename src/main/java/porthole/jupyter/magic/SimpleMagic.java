package porthole.jupyter.magic;

import org.jspecify.annotations.Nullable;

/** A magic that is a function with a name. */
public record SimpleMagic(String name, String summary, Body body) implements Magic {
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
