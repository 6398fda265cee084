package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Displayable;
import porthole.jupyter.shell.CellWords;
import porthole.jupyter.shell.RunningSession;

/** Where it is said how values are shown. */
public class Renderer {
    /** Begins to say how values of {@code type} are shown. */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    /** The value as it would be shown. */
    public DisplayData render(Object value) {
        return data(CellWords.render(value));
    }

    /** The value in these MIME types. */
    public DisplayData renderAs(Object value, String... types) {
        return data(CellWords.render(value, types));
    }

    private static DisplayData data(Displayable shown) {
        DisplayData data = new DisplayData();
        shown.outputs().get(0).data().forEach(data::putData);
        return data;
    }

    /**
     * How values of one class are shown.
     *
     * @param <T> that class
     */
    public static final class RenderRegistration<T> {
        private final Class<T> type;
        private final Set<String> preferred = new LinkedHashSet<>();
        private final Set<String> supported = new LinkedHashSet<>();

        private RenderRegistration(Class<T> type) {
            this.type = type;
        }

        /** These forms are made where nobody asks for any. */
        public RenderRegistration<T> preferring(MIMEType... types) {
            preferred.addAll(names(types));
            return this;
        }

        /** These forms are made where asked for. */
        public RenderRegistration<T> supporting(MIMEType... types) {
            supported.addAll(names(types));
            return this;
        }

        private static Set<String> names(MIMEType... types) {
            return Stream.of(types).map(MIMEType::toString).collect(Collectors.toSet());
        }

        /** By this function, from now on. */
        public void register(RenderFunction<? super T> function) {
            Set<String> wanted = new LinkedHashSet<>(preferred);
            wanted.addAll(supported);
            if (wanted.isEmpty()) {
                wanted.add(MIMEType.ANY.toString());
            }
            RunningSession.current().register(type, value -> {
                RenderContext context = new RenderContext(wanted);
                function.render(value, context);
                DisplayData data = context.getOutputContainer();
                if (!data.hasDataForType(MIMEType.TEXT_PLAIN)) {
                    data.putText(String.valueOf(value));
                }
                return data.bundle();
            });
        }
    }
}
