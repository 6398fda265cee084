package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSession;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.Query;
import porthole.engine.api.StreamFrames;
import porthole.engine.image.Images;

/**
 * What the Linux under an engine can and cannot do, asked through a short-lived container that reads
 * {@code /proc/config.gz}. Where that is not to be had, everything is taken to be there.
 */
public final class KernelFeatures {
    private static final String LOOK = "test -e /proc/net/ip_vs && echo CONFIG_IP_VS=y;"
            + " test -e /proc/config.gz && echo known && gzip -dc /proc/config.gz | grep -E '^CONFIG_(IP_VS|INET_ESP)=';"
            + " true";
    private static final String IMAGE = "nicolaka/netshoot";

    private final EngineSession session;
    private final Images images;
    private @Nullable Set<String> lines;

    public KernelFeatures(EngineSession session, Images images) {
        this.session = session;
        this.images = images;
        session.api().whenOriginChanges(this::forget);
    }

    /** Whether it surely lacks {@code option}: {@code IP_VS}, {@code INET_ESP}. */
    public boolean lacks(String option) {
        Set<String> known = lines();
        return known.contains("known") && known.stream().noneMatch(line -> line.startsWith("CONFIG_" + option + "="));
    }

    private synchronized void forget() {
        lines = null;
    }

    private synchronized Set<String> lines() {
        Set<String> known = lines;
        if (known == null) {
            known = look();
            lines = known;
        }
        return known;
    }

    private Set<String> look() {
        Optional<String> image = images.ready(IMAGE);
        if (image.isEmpty()) {
            return Set.of();
        }
        ObjectNode body = EngineJson.object().put("Image", image.get());
        body.set("Cmd", EngineJson.array("sh", "-c", LOOK));
        body.set("Labels", EngineJson.object(session.owner().labels()));
        body.putObject("HostConfig").put("NetworkMode", "host");
        Api api = session.api();
        String id = "";
        try {
            id = EngineJson.text(
                    api.make(
                            Query.of("/containers/create"),
                            body,
                            late -> api.delete(Query.of("/containers/{}", EngineJson.text(late, "Id")))),
                    "Id");
            api.post(Query.of("/containers/{}/start", id));
            api.post(Query.of("/containers/{}/wait", id));
            StreamFrames said =
                    api.call("GET", Query.of("/containers/{}/logs", id).with("stdout", true), null, StreamFrames::read);
            return new HashSet<>(List.of(said.stdout().split("\\R")));
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            return Set.of();
        } finally {
            String made = id;
            if (!made.isEmpty()) {
                api.tidying()
                        .run(() -> api.delete(Query.of("/containers/{}", made).with("force", true)));
            }
        }
    }
}
