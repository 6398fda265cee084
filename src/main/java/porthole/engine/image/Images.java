package porthole.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import porthole.engine.answer.Image;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExistingNames;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;

/** {@code docker images} and {@code docker pull}, and what is done where no hub answers. */
public final class Images {
    private static final long HUB_LIMIT_SECONDS = 3;

    private final EngineSession session;
    private final Api api;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> substituted = ConcurrentHashMap.newKeySet();
    private volatile boolean hubSilent;

    private final @Nullable ImageSupply supply;

    /** @param supply where a cluster's host gets its images from; null for an engine that asks its hub */
    public Images(EngineSession session, @Nullable ImageSupply supply) {
        this.session = session;
        this.supply = supply;
        this.api = session.api();
    }

    public List<Image> list() {
        List<Image> images = new ArrayList<>();
        api.get(Query.of("/images/json")).forEach(node -> images.add(Mapper.image(node)));
        return images;
    }

    /** The stand-in, where this image was already found to need one; saves a call that fails. */
    public Optional<String> local(String image) {
        return substituted.contains(image) ? StandIns.of(image) : Optional.empty();
    }

    /** Where the image, or its stand-in, is here already: the name to use. Nothing is fetched. */
    public Optional<String> ready(String image) {
        if (supply != null) {
            try {
                return Optional.of(supply.on(api, image));
            } catch (InterruptedCall e) {
                throw e;
            } catch (EngineException e) {
                return Optional.empty();
            }
        }
        return Optional.of(image)
                .filter(i -> find(i).isPresent())
                .or(() -> StandIns.of(image).filter(i -> find(i).isPresent()));
    }

    /** The name of an image that is here or can be had, as a service's tasks need it on each host. */
    public String forService(String image) {
        if (supply != null) {
            return supply.everywhere(image);
        }
        return ready(image)
                .map(name -> name.equals(image) ? name : substitute(image, name))
                .orElseGet(() -> obtain(image));
    }

    public Optional<Image> find(String image) {
        return api.find(Query.of("/images/{}/json", image)).map(Mapper::image);
    }

    /** {@code docker pull}. */
    public Image pull(String image) {
        session.notices().command(new CommandLine("docker", "pull", image).toString());
        return find(obtain(image)).orElseThrow(() -> unknown(image));
    }

    /** The name by which the image can be used: its own once it is pulled, its stand-in's where no hub answers. */
    public String obtain(String image) {
        if (supply != null) {
            return supply.on(api, image);
        }
        Optional<String> standIn = StandIns.of(image);
        boolean ready = standIn.flatMap(this::find).isPresent();
        if (ready && hubSilent) {
            return substitute(image, standIn.orElseThrow());
        }
        try {
            download(image, ready || hubSilent);
            hubSilent = false;
            return image;
        } catch (ApiFailure e) {
            if (!unreachable(e)) {
                throw e.says("invalid reference") ? EngineSentences.sentence("image.bad", image) : unknown(image);
            }
        } catch (HubSilent e) {
            // As good as an answer that there is none.
        }
        hubSilent = true;
        if (find(image).isPresent()) {
            session.notices().note(EngineSentences.SENTENCES.say("image.local", image));
            return image;
        }
        if (ready) {
            return substitute(image, standIn.orElseThrow());
        }
        List<String> names = names();
        throw standIn.isPresent()
                ? EngineSentences.sentence("standin.missing", image, standIn.get())
                : EngineSentences.sentence(
                        "hub.silent", image, ExistingNames.list(names), ExistingNames.suggestion(image, names));
    }

    /** Makes sure that all these can be used; which stand-ins are used for some of them is told in one note. */
    public void prepare(List<String> images) {
        List<String> replaced = new ArrayList<>();
        for (String image : images) {
            if (find(image).isEmpty() && !told.contains(image)) {
                boolean mayReplace = StandIns.of(image).flatMap(this::find).isPresent();
                if (mayReplace) {
                    told.add(image);
                }
                if (!obtain(image).equals(image)) {
                    replaced.add(image);
                } else {
                    told.remove(image);
                }
            }
        }
        if (!replaced.isEmpty()) {
            session.notices().replaced(StandIns.note(replaced));
        }
    }

    private String substitute(String image, String standIn) {
        substituted.add(image);
        if (told.add(image)) {
            session.notices().replaced(StandIns.note(List.of(image)));
        }
        return standIn;
    }

    public EngineException unknown(String image) {
        List<String> names = names();
        return EngineSentences.sentence(
                "image.unknown", image, ExistingNames.list(names), ExistingNames.suggestion(image, names));
    }

    private List<String> names() {
        return list().stream()
                .flatMap(i -> i.tags().stream())
                .map(tag -> tag.replaceFirst(":latest$", ""))
                .toList();
    }

    private static boolean unreachable(ApiFailure e) {
        return e.status() >= 500
                && !e.says("manifest unknown")
                && !e.says("unauthorized")
                && !e.says("pull access denied");
    }

    private static final class HubSilent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param impatient whether to give up where the hub has not begun to answer in time */
    private void download(String image, boolean impatient) {
        CountDownLatch begun = new CountDownLatch(1);
        Query path = Query.of("/images/create").with("fromImage", image);
        if (!image.contains("@") && image.lastIndexOf(':') <= image.lastIndexOf('/')) {
            path.with("tag", "latest");
        }
        CompletableFuture<Optional<String>> failed = CompletableFuture.supplyAsync(
                        () -> api.call("POST", path, null, body -> progress(image, body, begun)), Api.threads())
                .whenComplete((any, failure) -> begun.countDown());
        try {
            if (impatient && !begun.await(HUB_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                failed.cancel(true);
                throw new HubSilent();
            }
            failed.get().ifPresent(reason -> {
                throw new ApiFailure(reason.contains("denied") || reason.contains("not found") ? 404 : 500, reason);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof EngineException known ? known : EngineSentences.sentence("image.bad", image);
        }
    }

    /** Follows the lines of a download; what went wrong in the middle stands in the last. */
    private Optional<String> progress(String image, InputStream body, CountDownLatch begun) throws IOException {
        Map<String, long[]> layers = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            begun.countDown();
            JsonNode node = EngineJson.MAPPER.readTree(line);
            if (node.has("error")) {
                return Optional.of(node.path("error").asText(""));
            }
            JsonNode detail = node.path("progressDetail");
            if (detail.path("total").asLong() > 0
                    && node.path("status").asText("").startsWith("Download")) {
                layers.put(EngineJson.text(node, "id"), new long[] {
                    detail.path("current").asLong(), detail.path("total").asLong()
                });
                long done = layers.values().stream().mapToLong(l -> l[0]).sum();
                long total = layers.values().stream().mapToLong(l -> l[1]).sum();
                session.notices().progress("pull " + image, done, total);
            }
        }
        return Optional.empty();
    }
}
