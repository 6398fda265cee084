package porthole.jupyter.compat;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a caller tells a rendering beside the value: names and values of any kind. */
public abstract class Parameters {
    private final Map<String, Object> parameters;

    /** These. */
    protected Parameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** All of them. */
    public Map<String, Object> getParams() {
        return parameters;
    }

    /** One of them; null where it is not given. */
    public @Nullable Object getParameter(String name) {
        return parameters.get(name);
    }

    /** One of them, or {@code otherwise}. */
    public @Nullable Object getParameter(String name, @Nullable Object otherwise) {
        Object value = parameters.get(name);
        return value == null ? otherwise : value;
    }

    /** One of them as a text; null where it is not given. */
    public @Nullable String getParameterAsString(String name) {
        return getParameterAsString(name, null);
    }

    /** One of them as a text, or {@code otherwise}. */
    public @Nullable String getParameterAsString(String name, @Nullable String otherwise) {
        Object value = parameters.get(name);
        return value == null ? otherwise : value.toString();
    }

    /** One of them as a number; null where it is not given. */
    public @Nullable Integer getParameterAsInt(String name) {
        return getParameterAsInt(name, null);
    }

    /**
     * One of them as a number, or {@code otherwise}.
     *
     * @throws NumberFormatException where it is none
     */
    public @Nullable Integer getParameterAsInt(String name, @Nullable Integer otherwise) {
        Object value = parameters.get(name);
        if (value instanceof Number number) {
            return number.intValue();
        }
        return value == null ? otherwise : Integer.valueOf(value.toString());
    }

    /** One of them as a number; null where it is not given. */
    public @Nullable Double getParameterAsDouble(String name) {
        return getParameterAsDouble(name, null);
    }

    /**
     * One of them as a number, or {@code otherwise}.
     *
     * @throws NumberFormatException where it is none
     */
    public @Nullable Double getParameterAsDouble(String name, @Nullable Double otherwise) {
        Object value = parameters.get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value == null ? otherwise : Double.valueOf(value.toString());
    }

    /** One of them as yes or no; null where it is not given. */
    @SuppressWarnings("NullableOptional")
    public @Nullable Boolean getParameterAsBoolean(String name) {
        return getParameterAsBoolean(name, null);
    }

    /** One of them as yes or no, or {@code otherwise}. */
    public @Nullable Boolean getParameterAsBoolean(String name, @Nullable Boolean otherwise) {
        Object value = parameters.get(name);
        return value == null ? otherwise : Boolean.valueOf(value.toString());
    }
}
