package porthole.engine.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A path of the API with its parameters, encoded. */
public final class Query {
    /** Podman's own API beside Docker's, in the oldest version that its engines accept (4.3 seen). */
    private static final String PODMAN = "/v4.0.0/libpod";

    private final StringBuilder text;
    private char separator = '?';

    private Query(String path) {
        text = new StringBuilder(path);
    }

    /** {@code path} with each {@code {}} replaced by the next of {@code parts}, encoded. */
    public static Query of(String path, String... parts) {
        String filled = path;
        for (String part : parts) {
            String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
            int place = filled.indexOf("{}");
            filled = filled.substring(0, place) + encoded + filled.substring(place + 2);
        }
        return new Query(filled);
    }

    /** A path of Podman's own API, which says more than its answers in Docker's. */
    public static Query ofPodman(String path) {
        return new Query(PODMAN + path);
    }

    /** The whole path; one of Docker's API begins with the version that is spoken. */
    String under(String version) {
        return text.indexOf(PODMAN) == 0 ? text.toString() : version + text;
    }

    public Query with(String name, String value) {
        text.append(separator).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        separator = '&';
        return this;
    }

    public Query with(String name, boolean value) {
        return value ? with(name, "1") : this;
    }

    /** {@code filters={"label":["key=value"]}} and its kind. */
    public Query filter(String name, String value) {
        return with(
                "filters",
                EngineJson.object().set(name, EngineJson.array(value)).toString());
    }

    /**
     * Checks the conditions of a filter.
     *
     * @throws EngineException if one of them is not {@code key=value}
     */
    public static void requireFilters(List<String> conditions) {
        for (String condition : conditions) {
            if (condition.indexOf('=') < 1) {
                throw EngineSentences.sentence("filter.bad", condition);
            }
        }
    }

    /** Filters as the command line writes them: {@code key=value}, and {@code key!=value}. */
    public Query filters(List<String> conditions) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        requireFilters(conditions);
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            all.computeIfAbsent(condition.substring(0, equals).strip(), any -> new ArrayList<>())
                    .add(condition.substring(equals + 1).strip());
        }
        var node = EngineJson.object();
        all.forEach((key, values) -> node.set(key, EngineJson.array(values)));
        return all.isEmpty() ? this : with("filters", node.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
