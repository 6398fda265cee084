package porthole.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.answer.Removed;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.Notices;
import porthole.engine.api.ParallelCalls;
import porthole.engine.cluster.ClusterFolder;
import porthole.engine.cluster.ClusterHosts;
import porthole.engine.cluster.ClusterSwarm;
import porthole.engine.cluster.ContainerHosts;
import porthole.engine.cluster.EngineHosts;
import porthole.engine.cluster.HostNotices;
import porthole.engine.cluster.NamespaceHosts;
import porthole.engine.cluster.RecordedHosts;
import porthole.engine.image.ImageSupply;
import porthole.engine.image.Images;

/** Starts and ends clusters for one owner, one at a time: a new one takes the place of the former. */
final class Clusters {
    private static final int MOST = 7;
    private static final long UP_SECONDS = 40;
    /** What an engine, its containerd and a few small containers take, in MB. */
    private static final long MEMORY_EACH = 250;

    private final EngineSession session;
    private final Images images;
    private @Nullable Cluster open;

    Clusters(EngineSession session, Images images) {
        this.session = session;
        this.images = images;
    }

    /** @param kind {@code containers}, {@code namespaces}, or empty for the better of those that work here */
    synchronized Cluster start(int count, String kind) {
        if (count < 2 || count > MOST) {
            throw EngineSentences.sentence("cluster.count", count, MOST);
        }
        if (!List.of("", "containers", "namespaces").contains(kind)) {
            throw EngineSentences.sentence("cluster.kind", kind);
        }
        AtomicReference<@Nullable ClusterHosts> made = new AtomicReference<>();
        String place = session.api().origin().ofMachine("cluster of " + count + " " + kind, () -> {
            ClusterHosts hosts = make(count, kind);
            made.set(hosts);
            return RecordedHosts.written(hosts);
        });
        ClusterHosts hosts = made.get();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("host" + i);
        }
        return join(hosts == null ? RecordedHosts.read(place) : hosts, names, true);
    }

    private ClusterHosts make(int count, String kind) {
        boolean namespaces = namespaces(kind);
        checkMemory(count);
        replace();
        ClusterFolder folder = ClusterFolder.create(session.owner());
        try {
            return namespaces ? new NamespaceHosts(folder, count) : new ContainerHosts(session, images, folder, count);
        } catch (EngineException e) {
            folder.remove();
            throw e;
        }
    }

    /** @param engines contexts or addresses, the manager first */
    synchronized Cluster of(List<String> engines) {
        if (engines.size() < 2) {
            throw EngineSentences.sentence("cluster.one", String.join(", ", engines));
        }
        replace();
        if (session.api().origin().isRecorded()) {
            return join(RecordedHosts.unnamed(engines.size()), engines, false);
        }
        ClusterFolder folder = ClusterFolder.create(session.owner());
        try {
            return join(new EngineHosts(folder, engines), engines, false);
        } catch (EngineException e) {
            folder.remove();
            throw e;
        }
    }

    /** Namespaces are faster, where this machine's own engine is meant and this user may make them. */
    private boolean namespaces(String kind) {
        if (kind.equals("containers")) {
            return false;
        }
        Optional<String> missing = NamespaceHosts.missing();
        if (kind.equals("namespaces") && missing.isPresent()) {
            throw EngineSentences.sentence("cluster.namespaces", missing.get());
        }
        return missing.isEmpty()
                && (!kind.isEmpty() || session.api().address().socket().isPresent());
    }

    private static void checkMemory(int count) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    long free = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                    if (free < count * MEMORY_EACH) {
                        throw EngineSentences.sentence("cluster.memory", count, count * MEMORY_EACH, free);
                    }
                }
            }
        } catch (IOException e) {
            // No Linux: the engine runs elsewhere, and we cannot know.
        }
    }

    private Cluster join(ClusterHosts place, List<String> names, boolean supplied) {
        List<Docker> hosts = new ArrayList<>();
        Cluster cluster = null;
        try {
            List<Api> engines = new ArrayList<>();
            ImageSupply supply = new ImageSupply(images, session.api());
            for (int i = 0; i < names.size(); i++) {
                Api api = new Api(place.addresses().get(i), names.get(i));
                api.answerFrom(session.api().origin());
                engines.add(api);
                supply.add(api);
                Notices notices = new HostNotices(session.notices(), names.get(i));
                hosts.add(Docker.of(new EngineSession(api, notices, session.owner()), supplied ? supply : null));
            }
            cluster = new Cluster(place, names, hosts);
            place.await(engines, UP_SECONDS);
            new ClusterSwarm(session, place, names, engines).join();
            open = cluster;
            return cluster;
        } catch (EngineException e) {
            Cluster half = cluster;
            session.api().tidying().run(half == null ? place::close : half::close);
            throw e;
        }
    }

    private void replace() {
        List<Removed> ended = end();
        if (!ended.isEmpty()) {
            String hosts = ended.stream().map(Removed::name).collect(Collectors.joining(", "));
            session.notices().note(EngineSentences.SENTENCES.say("cluster.ended", hosts));
        }
    }

    /** Ends the open one, and tells which hosts it had. */
    synchronized List<Removed> end() {
        Cluster cluster = open;
        open = null;
        if (cluster == null) {
            return List.of();
        }
        cluster.close();
        return cluster.names().stream().map(name -> new Removed("host", name)).toList();
    }

    /** Ends what dead kernels left. */
    List<Removed> sweep() {
        return end(ClusterFolder::ownerIsSurelyDead);
    }

    /** Ends what one session has left. */
    List<Removed> ofSession() {
        return end(folder -> folder.isOf(session.owner().session()));
    }

    /** Ends all, those of living kernels too. */
    List<Removed> endAll() {
        return end(folder -> true);
    }

    private static List<Removed> end(Predicate<ClusterFolder> which) {
        List<Callable<Removed>> work = new ArrayList<>();
        for (ClusterFolder folder : ClusterFolder.all()) {
            if (which.test(folder)) {
                work.add(() -> {
                    EngineHosts.leave(folder);
                    NamespaceHosts.end(folder);
                    folder.remove();
                    return new Removed("cluster", folder.name());
                });
            }
        }
        return ParallelCalls.toTheEnd(work);
    }
}
