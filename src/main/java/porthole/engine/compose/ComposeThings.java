package porthole.engine.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.owner.Belongings;

/** What a Compose project has on the engine, by the label that Compose itself puts on all that it makes. */
public final class ComposeThings {
    public static final String LABEL = "com.docker.compose.project";

    private static final int QUIET_ROUNDS = 2;
    private static final long PAUSE_MILLIS = 200;

    private final Api api;
    private final String project;

    ComposeThings(Api api, String project) {
        this.api = api;
        this.project = project;
    }

    Query filtered(String path) {
        return Query.of(path).filter("label", LABEL + "=" + project);
    }

    /** Containers, networks and volumes there are now. */
    Set<Belongings.Entry> now() {
        Set<Belongings.Entry> things = new LinkedHashSet<>();
        add(
                things,
                Belongings.Kind.CONTAINER,
                api.get(filtered("/containers/json").with("all", true)));
        add(things, Belongings.Kind.NETWORK, api.get(filtered("/networks")));
        add(things, Belongings.Kind.VOLUME, api.get(filtered("/volumes")).path("Volumes"));
        return things;
    }

    private static void add(Set<Belongings.Entry> things, Belongings.Kind kind, JsonNode list) {
        list.forEach(thing -> things.add(new Belongings.Entry(kind, Belongings.key(kind, thing))));
    }

    /** Whether all of it was made by this session; so where there is nothing. */
    boolean areOf(Belongings session, Set<Belongings.Entry> things) {
        return things.stream().allMatch(t -> session.has(t.kind(), t.key()));
    }

    /** Removes all but {@code former}; a tool that was just ended may have asked for one thing more. */
    void removeAllBut(Set<Belongings.Entry> former) {
        int quiet = 0;
        while (quiet < QUIET_ROUNDS) {
            List<Belongings.Entry> more = new ArrayList<>(now());
            more.removeAll(former);
            more.forEach(this::remove);
            quiet = more.isEmpty() ? quiet + 1 : 0;
            if (quiet < QUIET_ROUNDS) {
                Pause.millis(PAUSE_MILLIS);
            }
        }
    }

    private void remove(Belongings.Entry thing) {
        try {
            switch (thing.kind()) {
                case CONTAINER ->
                    api.delete(Query.of("/containers/{}", thing.key())
                            .with("force", true)
                            .with("v", true));
                case NETWORK -> api.delete(Query.of("/networks/{}", thing.key()));
                case VOLUME ->
                    api.delete(Query.of(
                            "/volumes/{}", thing.key().substring(thing.key().indexOf(' ') + 1)));
                default -> {}
            }
        } catch (ApiFailure e) {
            if (e.status() != 404 && !e.says("already in progress")) {
                throw e;
            }
        }
        api.made().remove(thing.kind(), thing.key());
    }
}
