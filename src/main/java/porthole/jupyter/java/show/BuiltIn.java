package porthole.jupyter.java.show;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The renderings that every session has, by the type's name: no class is loaded before a value of it is there. */
final class BuiltIn {
    private static final Map<String, Rendering> BY_NAME = byName();

    private BuiltIn() {}

    private static Map<String, Rendering> byName() {
        Map<String, Rendering> all = new HashMap<>();
        all.put("java.util.Collection", Many::collection);
        all.put("java.util.Map", Many::map);
        all.put("java.lang.Record", Many::record);
        all.put("java.util.stream.BaseStream", Many::stream);
        all.put("java.util.Optional", TimeValues::optional);
        all.put("java.util.concurrent.CompletableFuture", TimeValues::future);
        all.put("java.time.Duration", TimeValues::duration);
        all.put("java.lang.Thread", TimeValues::thread);
        all.put("java.lang.Throwable", TimeValues::thrown);
        all.put("java.lang.Class", Types::declared);
        all.put("java.nio.file.Path", Places::path);
        all.put("java.io.File", Places::file);
        all.put("java.net.URI", Places::address);
        all.put("java.net.URL", Places::address);
        all.put("java.awt.image.RenderedImage", Pictures::rendered);
        all.put("java.awt.Image", Pictures::image);
        all.put("org.w3c.dom.Node", Documents::xml);
        all.put("com.fasterxml.jackson.databind.JsonNode", Documents::json);
        all.put("com.google.gson.JsonElement", Documents::json);
        all.put("org.json.JSONObject", Documents::json);
        all.put("org.json.JSONArray", Documents::json);
        all.put("jakarta.json.JsonValue", Documents::json);
        return all;
    }

    static @Nullable Rendering of(Class<?> type) {
        return type.isArray() ? Many::array : BY_NAME.get(type.getName());
    }
}
