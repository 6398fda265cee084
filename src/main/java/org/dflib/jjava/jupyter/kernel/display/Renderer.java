package org.dflib.jjava.jupyter.kernel.display;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import porthole.jupyter.compat.DisplayCalls;

/** Where it is said how values are shown. */
public class Renderer {
    /** Begins to say how values of {@code type} are shown. */
    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(this, type);
    }

    /** From now on values of these types are shown by {@code function}. */
    public <T> void register(
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            Set<Class<? extends T>> types,
            RenderFunction<T> function) {
        types.forEach(type -> register(type, names(preferred), names(supported), function));
    }

    private <T> void register(
            Class<T> type, Set<String> preferred, Set<String> supported, RenderFunction<? super T> function) {
        DisplayCalls.register(type, preferred, supported, (value, request) -> {
            RenderContext context = new RenderContext(this, request);
            function.render(value, context);
            return context.getOutputContainer();
        });
    }

    static Set<String> names(Collection<MIMEType> types) {
        Set<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.add(type.toString()));
        return names;
    }

    /** The value as it would be shown. */
    public DisplayData render(Object value) {
        return render(value, Map.of());
    }

    /** The value as it would be shown by a rendering that is told {@code parameters}. */
    public DisplayData render(Object value, Map<String, Object> parameters) {
        return DisplayCalls.render(new DisplayData(), value, parameters);
    }

    /** The value in these MIME types. */
    public DisplayData renderAs(Object value, String... types) {
        return renderAs(value, Map.of(), types);
    }

    /** The value in these MIME types, by a rendering that is told {@code parameters}. */
    public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
        return DisplayCalls.render(new DisplayData(), value, parameters, types);
    }

    /**
     * How values of some classes are shown.
     *
     * @param <T> what they have in common
     */
    public static final class RenderRegistration<T> {
        private final Renderer renderer;
        private final Set<Class<? extends T>> types = new LinkedHashSet<>();
        private final Set<String> preferred = new LinkedHashSet<>();
        private final Set<String> supported = new LinkedHashSet<>();

        private RenderRegistration(Renderer renderer, Class<? extends T> type) {
            this.renderer = renderer;
            types.add(type);
        }

        /** These forms are made where nobody asks for any. */
        public RenderRegistration<T> preferring(MIMEType... forms) {
            preferred.addAll(names(List.of(forms)));
            return this;
        }

        /** These forms are made where nobody asks for any. */
        public RenderRegistration<T> preferring(String... forms) {
            Stream.of(forms).map(MIMEType::parse).forEach(this::preferring);
            return this;
        }

        /** These forms are made where asked for. */
        public RenderRegistration<T> supporting(MIMEType... forms) {
            supported.addAll(names(List.of(forms)));
            return this;
        }

        /** These forms are made where asked for. */
        public RenderRegistration<T> supporting(String... forms) {
            Stream.of(forms).map(MIMEType::parse).forEach(this::supporting);
            return this;
        }

        /** Values of this class too. */
        public RenderRegistration<T> onType(Class<? extends T> type) {
            types.add(type);
            return this;
        }

        /** By this function, from now on. */
        public void register(RenderFunction<T> function) {
            types.forEach(type -> renderer.register(type, preferred, supported, function));
        }
    }
}
