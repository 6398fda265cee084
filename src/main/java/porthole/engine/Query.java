package porthole.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path of the API with its parameters, encoded. */
final class Query {
    private final StringBuilder text;
    private char separator = '?';

    private Query(String path) {
        text = new StringBuilder(path);
    }

    /** {@code path} with each {@code {}} replaced by the next of {@code parts}, encoded. */
    static Query of(String path, String... parts) {
        String filled = path;
        for (String part : parts) {
            String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
            int place = filled.indexOf("{}");
            filled = filled.substring(0, place) + encoded + filled.substring(place + 2);
        }
        return new Query(filled);
    }

    Query with(String name, String value) {
        text.append(separator).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        separator = '&';
        return this;
    }

    Query with(String name, boolean value) {
        return value ? with(name, "1") : this;
    }

    /** {@code filters={"label":["key=value"]}} and its kind. */
    Query filter(String name, String value) {
        return with("filters", Json.object().set(name, Json.array(value)).toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
