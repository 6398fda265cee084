package porthole.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.engine.answer.Image;
import porthole.engine.answer.Mapper;
import porthole.engine.answer.Removed;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSession;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Query;
import porthole.engine.container.Removal;
import porthole.engine.image.StandIns;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.Lookup;
import porthole.engine.swarm.SwarmOwnership;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Scope;

/** Removes what is ours, as {@link Belongings} has noted it, newest first. Nothing else is touched. */
final class Ownership {
    private final Api api;
    private final Lookup lookup;
    private final SwarmOwnership swarms;
    private final HostLinks links;

    Ownership(EngineSession session, HostLinks links) {
        this.links = links;
        this.api = session.api();
        this.lookup = new Lookup(api);
        this.swarms = new SwarmOwnership(api);
    }

    /** What this session made. */
    List<Removed> reset() {
        return remove(List.of(api.made()));
    }

    /** What kernels left that are surely dead. */
    List<Removed> sweep() {
        List<Belongings> dead =
                noted().stream().filter(Belongings::ownerIsSurelyDead).toList();
        return dead.isEmpty() ? List.of() : remove(dead);
    }

    /** What any session of this user made, whether its kernel lives or not. */
    List<Removed> removeAll() {
        String mine = api.made().session();
        List<Belongings> all = new ArrayList<>(
                noted().stream().filter(b -> !b.session().equals(mine)).toList());
        all.add(api.made());
        return remove(all);
    }

    private List<Belongings> noted() {
        return Belongings.all(api.address().uri().toString());
    }

    /** What carries our label, while no record says that we made it: it stays. */
    List<Removed> unrecorded() {
        Set<String> ids = Stream.concat(noted().stream(), Stream.of(api.made()))
                .flatMap(b -> Stream.of(Belongings.Kind.CONTAINER, Belongings.Kind.NETWORK)
                        .flatMap(kind -> b.keys(kind).stream()))
                .collect(Collectors.toSet());
        Stream<Removed> containers = lookup.containers().stream()
                .filter(c -> c.labels().containsKey(Owner.SESSION) && !ids.contains(c.id()))
                .map(c -> new Removed("container", c.name()));
        Stream<Removed> networks = lookup.networks().stream()
                .filter(n -> n.labels().containsKey(Owner.SESSION) && !ids.contains(n.id()))
                .map(n -> new Removed("network", n.name()));
        return Stream.concat(containers, networks).toList();
    }

    /** The services that this session made, where this engine may answer for its swarm. */
    void removeServices() {
        if (swarms.manager()) {
            swarms.services(ids(List.of(api.made()), Belongings.Kind.SERVICE));
        }
    }

    /**
     * The images that kernel/images/build made: by the names that it gives, where they carry its label. An image that was
     * committed from one of them has the label too, but another name; another tag of theirs stays with its image.
     */
    List<Removed> removeStandIns() {
        List<Removed> removed = new ArrayList<>();
        List<EngineException> failures = new ArrayList<>();
        for (JsonNode node : api.get(Query.of("/images/json"))) {
            Image image = Mapper.image(node);
            if (image.labels().containsKey(StandIns.LABEL)) {
                image.tags().stream()
                        .filter(StandIns::isBuilt)
                        .forEach(tag -> attempt(failures, () -> {
                            api.delete(Query.of("/images/{}", tag));
                            removed.add(new Removed("image", tag));
                        }));
            }
        }
        return orFail(removed, failures);
    }

    private static Set<String> ids(List<Belongings> of, Belongings.Kind kind) {
        return of.stream().flatMap(b -> b.keys(kind).stream()).collect(Collectors.toSet());
    }

    private List<Removed> remove(List<Belongings> of) {
        List<Removed> removed = new ArrayList<>();
        List<EngineException> failures = new ArrayList<>();
        Set<String> sessions = of.stream().map(Belongings::session).collect(Collectors.toSet());
        Unfinished begun = new Unfinished(api, of);
        boolean manager = swarms.manager();
        boolean ourSwarm = manager && swarms.isOurs(sessions);
        if (manager) {
            attempt(failures, () -> removed.addAll(swarms.services(ids(of, Belongings.Kind.SERVICE))));
        }
        attempt(failures, () -> removed.addAll(links.removeOf(of)));
        Set<String> containerIds = ids(of, Belongings.Kind.CONTAINER);
        List<Container> containers = lookup.containers().stream()
                .filter(c -> containerIds.contains(c.id()) || begun.isContainer(c))
                .sorted(Comparator.comparing(Container::created).reversed())
                .toList();
        removed.addAll(containers(containers, failures));
        Set<String> networkIds = ids(of, Belongings.Kind.NETWORK);
        List<Network> networks = lookup.networks().stream()
                .filter(n -> networkIds.contains(n.id()) || begun.isNetwork(n))
                .filter(n -> !(ourSwarm && n.scope() == Scope.SWARM))
                .sorted(Comparator.comparing(Network::created).reversed())
                .toList();
        for (Network network : networks) {
            attempt(failures, () -> network(network, removed));
        }
        if (ourSwarm) {
            attempt(failures, () -> removed.addAll(swarms.leave()));
        }
        Set<String> volumes = ids(of, Belongings.Kind.VOLUME);
        if (!volumes.isEmpty() || begun.any()) {
            for (JsonNode volume : api.get(Query.of("/volumes")).path("Volumes")) {
                if (volumes.contains(Belongings.key(Belongings.Kind.VOLUME, volume)) || begun.isVolume(volume)) {
                    attempt(failures, () -> volume(EngineJson.text(volume, "Name"), removed));
                }
            }
        }
        if (failures.isEmpty()) {
            of.forEach(Belongings::forget);
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
    private static boolean attempt(List<EngineException> failures, Runnable removal) {
        try {
            removal.run();
            return true;
        } catch (InterruptedCall e) {
            throw e;
        } catch (ApiFailure e) {
            if (e.status() != 404) {
                failures.add(e);
            }
        } catch (EngineException e) {
            failures.add(e);
        }
        return false;
    }

    /** All at once: an engine takes a third of a second for each. */
    private List<Removed> containers(List<Container> containers, List<EngineException> failures) {
        List<EngineException> failed = java.util.Collections.synchronizedList(failures);
        List<Callable<Optional<Removed>>> work = new ArrayList<>();
        for (Container container : containers) {
            work.add(() -> attempt(failed, () -> container(container))
                    ? Optional.of(new Removed("container", container.name()))
                    : Optional.empty());
        }
        return ParallelCalls.toTheEnd(work).stream().flatMap(Optional::stream).toList();
    }

    private void container(Container container) {
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
    }

    /** Others' containers that were plugged into our network are unplugged, and otherwise left alone. */
    private void network(Network network, List<Removed> removed) {
        for (Container foreign : lookup.containers()) {
            if (!foreign.state().equals("removing")
                    && foreign.endpoints().stream().anyMatch(e -> e.networkId().equals(network.id()))) {
                api.post(
                        Query.of("/networks/{}/disconnect", network.id()),
                        EngineJson.object().put("Container", foreign.id()).put("Force", true));
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
