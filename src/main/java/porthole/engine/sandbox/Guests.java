package porthole.engine.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExecResult;
import porthole.engine.api.NotRunning;
import porthole.engine.api.Query;
import porthole.engine.api.StreamFrames;
import porthole.engine.image.Images;
import porthole.engine.owner.Belongings;

/**
 * Sends guests: each runs one bash script where its {@link Guest} says, and is removed when the script has ended, when
 * enough was read, and when the waiting thread is interrupted. They carry the owner's labels and {@link #LABEL}, so that
 * {@code docker.sweep()} finds what a killed process has left. No command line is told: they are no work of the person.
 */
public final class Guests {
    /** The label of all guests. Its value is signed ({@link GuestMark}), and snapshots leave out what carries it. */
    public static final String LABEL = "porthole.guest";

    /** Images with bash, iproute2, ping, curl and iptables, the likeliest first; the last is fetched where none is here. */
    private static final List<String> IMAGES = List.of("porthole/tools:latest", "nicolaka/netshoot");

    private final EngineSession session;
    private final Api api;
    private final Images images;
    private final GuestMark mark;
    private volatile @Nullable String image;

    /**
     * Makes guests on one engine.
     *
     * @param session the connection to the engine
     * @param images finds or fetches an image for guests
     * @param mark signs the label of guests
     */
    public Guests(EngineSession session, Images images, GuestMark mark) {
        this.mark = mark;
        this.session = session;
        this.api = session.api();
        this.images = images;
        api.whenOriginChanges(() -> image = null);
    }

    /**
     * Runs a bash script in a guest, and waits for its end.
     *
     * @param guest where it runs
     * @param script the script
     * @return what it printed; the exit code is not asked for and is always given as 0
     * @throws EngineException if the container whose namespace is shared does not run, or no image for guests can be
     *     had
     */
    public ExecResult run(Guest guest, String script) {
        return visit(
                guest,
                script,
                false,
                StreamFrames::read,
                said -> new ExecResult(List.of("bash", "-c", script), 0, said.stdout(), said.stderr()));
    }

    /**
     * Runs a bash script in a guest until enough of its lines were read, or until its end.
     *
     * @param guest where it runs
     * @param script the script
     * @param enough is given each line of its standard output; {@code true} ends the guest
     * @throws EngineException if the container whose namespace is shared does not run, or no image for guests can be
     *     had
     */
    public void until(Guest guest, String script, Predicate<String> enough) {
        visit(
                guest,
                script,
                true,
                body -> {
                    StringBuilder rest = new StringBuilder();
                    StreamFrames.read(body, (text, complaint) -> !complaint && lines(rest.append(text), enough));
                    return "";
                },
                said -> said);
    }

    /** Hands on the lines that are complete; whether it was enough. */
    private static boolean lines(StringBuilder text, Predicate<String> enough) {
        for (int end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
            String line = text.substring(0, end);
            text.delete(0, end + 1);
            if (enough.test(line)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Runs the script and reads what it prints.
     *
     * @param live whether it is read while the script runs. Podman (4.3 seen) does not always end a log that is followed
     *     when the container has ended at once, so otherwise its log is read after the end.
     */
    private <F, T> T visit(
            Guest guest,
            String script,
            boolean live,
            Api.Reading<F> reading,
            java.util.function.Function<F, T> result) {
        String id = create(guest, script);
        try {
            api.post(Query.of("/containers/{}/start", id));
            boolean follows = live || !api.versions().isPodman();
            if (!follows) {
                api.post(Query.of("/containers/{}/wait", id));
            }
            Query log = Query.of("/containers/{}/logs", id)
                    .with("follow", follows)
                    .with("stdout", true)
                    .with("stderr", true);
            return result.apply(api.call("GET", log, null, reading));
        } catch (ApiFailure e) {
            throw failure(e, guest);
        } finally {
            api.tidying().run(() -> remove(id));
        }
    }

    private EngineException failure(ApiFailure e, Guest guest) {
        String id = guest.network().replaceFirst("^container:", "");
        // Where it runs by now, the engine has restarted it between the two questions.
        boolean ended = e.says("non running container") || e.says("is restarting") || e.says("/proc/");
        return new Lookup(api)
                .container(id)
                .filter(c -> ended || !c.running())
                .<EngineException>map(c -> NotRunning.of(c.running() ? c.in("restarting") : c))
                .orElse(e);
    }

    private String create(Guest guest, String script) {
        String name = "porthole-guest-" + UUID.randomUUID().toString().substring(0, 13);
        JsonNode made = api.make(
                Query.of("/containers/create").with("name", name),
                request(guest, script, mark.of(name)),
                late -> remove(EngineJson.text(late, "Id")));
        return EngineJson.text(made, "Id");
    }

    private ObjectNode request(Guest guest, String script, String signed) {
        Map<String, String> labels = new HashMap<>(session.owner().labels());
        labels.put(LABEL, signed);
        ObjectNode body = EngineJson.object().put("Image", image());
        body.set("Entrypoint", EngineJson.array("bash", "-c", script));
        body.set("Labels", EngineJson.object(labels));
        ObjectNode host = body.putObject("HostConfig").put("NetworkMode", guest.network());
        guest.processes().ifPresent(mode -> host.put("PidMode", mode));
        host.set("CapAdd", EngineJson.array(guest.capabilities()));
        return body;
    }

    private void remove(String id) {
        if (id.isEmpty()) {
            return;
        }
        try {
            api.delete(Query.of("/containers/{}", id).with("force", true).with("v", true));
        } catch (ApiFailure e) {
            if (e.status() != 404 && !e.says("already in progress")) {
                throw e;
            }
        }
        api.made().remove(Belongings.Kind.CONTAINER, id);
    }

    /** Whether the engine has an image for guests, so that one starts at once. */
    boolean atHand() {
        return image != null
                || IMAGES.stream().anyMatch(name -> images.find(name).isPresent());
    }

    private String image() {
        String known = image;
        if (known == null) {
            known = IMAGES.stream()
                    .filter(name -> images.find(name).isPresent())
                    .findFirst()
                    .orElseGet(() -> images.obtain(IMAGES.get(1)));
            image = known;
        }
        return known;
    }
}
