package porthole.engine.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import porthole.engine.api.Api;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Query;

/** Brings images from one engine to the hosts of a cluster, which may reach no hub and need not ask one anyway. */
public final class ImageSupply {
    private final Images source;
    private final Api from;
    private final List<Api> hosts = new ArrayList<>();
    private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();

    public ImageSupply(Images source, Api from) {
        this.source = source;
        this.from = from;
    }

    public void add(Api host) {
        hosts.add(host);
    }

    /** The name by which {@code host} can use the image, which it then has. */
    String on(Api host, String image) {
        if (has(host, image)) {
            return image;
        }
        String name = names.computeIfAbsent(image, i -> source.ready(i).orElseGet(() -> source.obtain(i)));
        if (!has(host, name)) {
            copy(host, name);
        }
        return name;
    }

    /** As {@link #on}, for all hosts at once. */
    String everywhere(String image) {
        List<Callable<String>> work = new ArrayList<>();
        hosts.forEach(host -> work.add(() -> on(host, image)));
        return ParallelCalls.all(hosts.size(), work).get(0);
    }

    private static boolean has(Api host, String image) {
        return host.find(Query.of("/images/{}/json", image)).isPresent();
    }

    private void copy(Api host, String image) {
        if (from.origin().isRecorded()) {
            return; // a recording keeps no image, and needs none
        }
        Optional<String> failure = from.call("GET", Query.of("/images/{}/get", image), null, tar -> {
            String said = host.upload(
                    Query.of("/images/load").with("quiet", true),
                    "application/x-tar",
                    tar,
                    answer -> new String(answer.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            return Optional.of(said).filter(s -> s.contains("\"error\""));
        });
        failure.ifPresent(said -> {
            throw EngineSentences.sentence("image.copy", image, reason(said));
        });
    }

    private static String reason(String json) {
        try {
            return EngineJson.MAPPER.readTree(json).path("error").asText(json);
        } catch (IOException e) {
            return json;
        }
    }
}
