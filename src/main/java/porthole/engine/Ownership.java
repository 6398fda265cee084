package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Scope;

/** Removes what is ours, known by its labels, newest first. Nothing else is touched. */
final class Ownership {
    private final Session session;
    private final Api api;
    private final Lookup lookup;
    private final SwarmOwnership swarms;

    Ownership(Session session) {
        this.session = session;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.swarms = new SwarmOwnership(api);
    }

    /** What this session made. */
    List<Removed> reset() {
        String mine = session.owner().session();
        return remove(labels -> mine.equals(labels.get(Owner.SESSION)));
    }

    /** What kernels left that are surely dead. */
    List<Removed> sweep() {
        return remove(labels -> KernelProcess.of(labels.getOrDefault(Owner.KERNEL, ""))
                .filter(KernelProcess::surelyDead)
                .isPresent());
    }

    /** What any session made, whether its kernel lives or not. */
    List<Removed> removeAll() {
        return remove(labels -> labels.containsKey(Owner.SESSION));
    }

    /** The services that this session made, where this engine may answer for its swarm. */
    void removeServices() {
        String mine = session.owner().session();
        if (swarms.manager()) {
            swarms.services(labels -> mine.equals(labels.get(Owner.SESSION)));
        }
    }

    /** The images that kernel/images/build made. */
    List<Removed> removeStandIns() {
        List<Removed> removed = new ArrayList<>();
        List<EngineException> failures = new ArrayList<>();
        for (JsonNode node : api.get(Query.of("/images/json"))) {
            Image image = Mapper.image(node);
            if (image.labels().containsKey(StandIns.LABEL)) {
                attempt(failures, () -> {
                    api.delete(Query.of("/images/{}", image.id()).with("force", true));
                    removed.add(new Removed("image", String.join(", ", image.tags())));
                });
            }
        }
        return orFail(removed, failures);
    }

    private List<Removed> remove(Predicate<Map<String, String>> ours) {
        List<Removed> removed = new ArrayList<>();
        List<EngineException> failures = new ArrayList<>();
        boolean manager = swarms.manager();
        boolean ourSwarm = manager && swarms.isOurs(ours);
        if (manager) {
            attempt(failures, () -> removed.addAll(swarms.services(ours)));
        }
        List<Container> containers = lookup.containers().stream()
                .filter(c -> ours.test(c.labels()))
                .sorted(Comparator.comparing(Container::created).reversed())
                .toList();
        for (Container container : containers) {
            attempt(failures, () -> container(container, removed));
        }
        List<Network> networks = lookup.networks().stream()
                .filter(n -> ours.test(n.labels()) && !(ourSwarm && n.scope() == Scope.SWARM))
                .sorted(Comparator.comparing(Network::created).reversed())
                .toList();
        for (Network network : networks) {
            attempt(failures, () -> network(network, removed));
        }
        if (ourSwarm) {
            attempt(failures, () -> removed.addAll(swarms.leave()));
        }
        for (JsonNode volume : api.get(Query.of("/volumes")).path("Volumes")) {
            if (ours.test(Json.strings(volume.path("Labels")))) {
                attempt(failures, () -> volume(Mapper.text(volume, "Name"), removed));
            }
        }
        return orFail(removed, failures);
    }

    private static List<Removed> orFail(List<Removed> removed, List<EngineException> failures) {
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return removed;
    }

    /** One that fails must not keep the others. Gone already is as good as removed. */
    private static void attempt(List<EngineException> failures, Runnable removal) {
        try {
            removal.run();
        } catch (InterruptedCall e) {
            throw e;
        } catch (ApiFailure e) {
            if (e.status() != 404) {
                failures.add(e);
            }
        } catch (EngineException e) {
            failures.add(e);
        }
    }

    private void container(Container container, List<Removed> removed) {
        try {
            api.delete(Query.of("/containers/{}", container.id())
                    .with("force", true)
                    .with("v", true));
        } catch (ApiFailure e) {
            if (!e.says("already in progress")) {
                throw e;
            }
            Removal.await(api, container.id());
        }
        removed.add(new Removed("container", container.name()));
    }

    /** Others' containers that were plugged into our network are unplugged, and otherwise left alone. */
    private void network(Network network, List<Removed> removed) {
        for (Container foreign : lookup.containers()) {
            if (!foreign.state().equals("removing")
                    && foreign.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id()))) {
                api.post(
                        Query.of("/networks/{}/disconnect", network.id()),
                        Json.object().put("Container", foreign.id()).put("Force", true));
                removed.add(new Removed("endpoint", foreign.name() + " – " + network.name()));
            }
        }
        if (network.scope() == Scope.SWARM) {
            swarms.network(network.id());
        } else {
            api.delete(Query.of("/networks/{}", network.id()));
        }
        removed.add(new Removed("network", network.name()));
    }

    private void volume(String name, List<Removed> removed) {
        api.delete(Query.of("/volumes/{}", name).with("force", true));
        removed.add(new Removed("volume", name));
    }
}
