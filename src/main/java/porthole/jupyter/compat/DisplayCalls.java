package porthole.jupyter.compat;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.jupyter.java.run.RunningSession;
import porthole.jupyter.java.show.OnRequest;
import porthole.jupyter.java.show.RenderRequest;
import porthole.jupyter.java.words.CellWords;

/** What both kernels' renderers and display streams do. */
public final class DisplayCalls {
    /** What the caller of a rendering has told it, while it is made. */
    private static final ThreadLocal<Map<String, Object>> PARAMETERS = ThreadLocal.withInitial(Map::of);

    private DisplayCalls() {}

    /**
     * From now on values of {@code type} are shown by {@code rendering}.
     *
     * @param preferred MIME types made where nobody asks for any
     * @param supported those made where asked for
     */
    public static <T> void register(
            Class<T> type,
            Collection<String> preferred,
            Collection<String> supported,
            BiFunction<? super T, RenderRequest, Forms> rendering) {
        RunningSession.current()
                .register(type, value -> onRequest(value, preferred, supported, r -> rendering.apply(value, r)));
    }

    /** The value as it is shown by {@code rendering}, with its own text where that makes none. */
    public static Displayable onRequest(
            Object value,
            Collection<String> preferred,
            Collection<String> supported,
            java.util.function.Function<RenderRequest, Forms> rendering) {
        return new OnRequest(preferred, supported, request -> {
            Forms forms = rendering.apply(request);
            if (forms.get(MimeBundle.PLAIN) == null) {
                forms.putText(String.valueOf(value));
            }
            return forms.bundle();
        });
    }

    /** Puts the value's forms into {@code into}. */
    public static <F extends Forms> F render(
            F into, @Nullable Object value, Map<String, Object> parameters, String... types) {
        Map<String, Object> before = PARAMETERS.get();
        PARAMETERS.set(parameters);
        try {
            if (value instanceof Forms made) {
                into.take(made);
            }
            MimeBundle shown = CellWords.render(value, types).outputs().get(0);
            shown.data().forEach(into::putData);
            shown.metadata().forEach(into::putMetaData);
            return into;
        } finally {
            PARAMETERS.set(before);
        }
    }

    /** What the caller of the rendering that is made just now has told it. */
    public static Map<String, Object> parameters() {
        return PARAMETERS.get();
    }
}
