package porthole.engine.swarm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import porthole.display.Listing;
import porthole.engine.answer.Node;
import porthole.engine.answer.Service;
import porthole.engine.answer.Tables;
import porthole.engine.answer.Task;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExistingNames;
import porthole.engine.api.Pause;
import porthole.engine.api.Query;
import porthole.engine.format.Inspection;
import porthole.engine.image.Images;
import porthole.engine.sandbox.KernelFeatures;
import porthole.engine.sandbox.Lookup;

/**
 * The commands {@code docker service …}: what a swarm keeps running on its hosts. Only a manager of the swarm answers
 * them. Each method throws {@link EngineException} with one sentence if this engine is in no swarm, is a worker, or
 * does not answer.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/service/">docker service</a>
 */
public final class Services {
    private static final long LIMIT_SECONDS = 30;
    private static final long PAUSE_MILLIS = 50;

    private final EngineSession session;
    private final Api api;
    private final Images images;
    private final KernelFeatures features;

    /**
     * Makes the commands of one engine.
     *
     * @param session the connection to the engine
     * @param images finds or fetches the services' images
     * @param features what the Linux under the engine can do
     */
    public Services(EngineSession session, Images images, KernelFeatures features) {
        this.session = session;
        this.api = session.api();
        this.images = images;
        this.features = features;
    }

    /**
     * {@code docker service create IMAGE}: starts a service with one task, and waits until it runs, 30 seconds at most.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @return the service
     * @throws EngineException if there is no such image, or the task does not run in time (why is said)
     */
    public Service create(String image) {
        return create(new ServiceSpec(image));
    }

    /**
     * {@code docker service create … IMAGE} with flags: {@code create("nginx", s -> s.name("web").replicas(2))}. It
     * waits until all tasks run, 30 seconds at most, unless {@code detach()} is called.
     *
     * @param image the image's name, as in {@code nginx:1.25}
     * @param more sets the flags
     * @return the service
     * @throws EngineException if a flag is not valid, the name or a port is taken, a network is not an overlay, or a
     *     task does not run in time (why is said)
     */
    public Service create(String image, Consumer<ServiceSpec> more) {
        ServiceSpec spec = new ServiceSpec(image);
        more.accept(spec);
        return create(spec);
    }

    /**
     * {@code docker service create …} of a spec that is ready. It waits until all tasks run, 30 seconds at most, unless
     * {@code detach()} was called.
     *
     * @param spec the image, the flags and the command
     * @return the service
     * @throws EngineException if a flag is not valid, the name or a port is taken, a network is not an overlay, or a
     *     task does not run in time (why is said)
     */
    public Service create(ServiceSpec spec) {
        ServiceRequest.of(spec, spec.image, session.owner()); // tells what is wrong with it before the swarm is asked
        session.notices().command(spec.commandLine());
        String id;
        try {
            api.get(Query.of("/swarm"));
            String image = images.forService(spec.image);
            id = EngineJson.text(
                    api.make(
                            Query.of("/services/create"),
                            ServiceRequest.of(spec, image, session.owner()),
                            late -> api.delete(Query.of("/services/{}", EngineJson.text(late, "ID")))),
                    "ID");
        } catch (ApiFailure e) {
            throw errors(e, spec);
        }
        warn(spec);
        if (!spec.settings.on("--detach")) {
            await(id);
        }
        return require(id);
    }

    private void warn(ServiceSpec spec) {
        boolean virtual =
                !spec.settings.value("--endpoint-mode").filter("dnsrr"::equals).isPresent()
                        && !spec.networks().isEmpty();
        boolean mesh = spec.ports().stream().anyMatch(p -> !p.contains("mode=host"));
        if ((virtual || mesh) && features.lacks("IP_VS")) {
            session.notices().warning(EngineSentences.SENTENCES.say(mesh ? "service.mesh" : "service.vip"));
        }
    }

    private EngineException errors(ApiFailure e, ServiceSpec spec) {
        if (e.says("name conflicts")) {
            return EngineSentences.sentence(
                    "service.exists", spec.settings.value("--name").orElse(""));
        }
        if (e.says("network") && e.says("not found")) {
            List<String> names =
                    new Lookup(api).networks().stream().map(n -> n.name()).toList();
            String missing = spec.networks().stream()
                    .filter(n -> !names.contains(n))
                    .findFirst()
                    .orElse("");
            return EngineSentences.sentence(
                    "network.unknown", missing, ExistingNames.list(names), ExistingNames.suggestion(missing, names));
        }
        if (e.says("is not swarm scoped") || e.says("cannot be used with services") || e.says("swarm-scoped")) {
            return EngineSentences.sentence("service.network", String.join(", ", spec.networks()));
        }
        if (e.says("port") && e.says("already in use")) {
            return EngineSentences.sentence("service.port.taken", String.join(", ", spec.ports()), e.reason());
        }
        return SwarmErrors.of(e, api, "");
    }

    /** Waits until as many tasks run as should; what fails again and again is told at the end of the time. */
    private void await(String id) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            Service service = require(id);
            if (service.running() >= service.desired()) {
                return;
            }
            List<Task> tasks = tasks(service);
            Optional<Task> failed =
                    tasks.stream().filter(t -> !t.error().isEmpty()).findFirst();
            long failures = tasks.stream().filter(Task::over).count();
            boolean givenUp = !tasks.isEmpty() && failures == tasks.size();
            if (System.nanoTime() > limit || givenUp || failures > service.desired() + 1) {
                throw EngineSentences.sentence(
                        "service.slow",
                        service.name(),
                        service.replicas(),
                        failed.map(t -> t.name() + ": " + t.error())
                                .orElse(EngineSentences.SENTENCES.say("service.waiting")));
            }
            Pause.millis(PAUSE_MILLIS);
        }
    }

    /** {@code docker service ls}: lists the services of the swarm, by name. */
    public Listing<Service> ls() {
        session.notices().command("docker service ls");
        return Tables.services(list());
    }

    List<Service> list() {
        try {
            JsonNode services = api.get(Query.of("/services"));
            List<Task> tasks = tasks(Query.of("/tasks"), names(services));
            int nodes = new Nodes(session).list().size();
            List<Service> found = new ArrayList<>();
            for (JsonNode service : services) {
                String name = EngineJson.text(service.path("Spec"), "Name");
                found.add(Service.of(service, of(name, tasks), nodes));
            }
            found.sort(Comparator.comparing(Service::name));
            return found;
        } catch (ApiFailure e) {
            throw SwarmErrors.of(e, api, "");
        }
    }

    private static List<Task> of(String service, List<Task> tasks) {
        return tasks.stream()
                .filter(t -> t.name().startsWith(service + ".") && t.desired().equals("running"))
                .toList();
    }

    /**
     * {@code docker service ps SERVICE}: lists the tasks of a service, each with its host and its addresses.
     *
     * @param service its name, or the beginning of its id
     * @throws EngineException if there is no such service
     */
    public Listing<Task> ps(String service) {
        session.notices().command(new CommandLine("docker", "service", "ps", service).toString());
        return Tables.tasks(tasks(require(service)));
    }

    private List<Task> tasks(Service service) {
        return tasks(Query.of("/tasks").filter("service", service.id()), Map.of(service.id(), service.name()));
    }

    private List<Task> tasks(Query query, Map<String, String> services) {
        Map<String, String> hosts =
                new Nodes(session).list().stream().collect(Collectors.toMap(Node::id, Node::hostname));
        List<Task> tasks = new ArrayList<>();
        for (JsonNode task : api.get(query)) {
            String service = services.getOrDefault(EngineJson.text(task, "ServiceID"), "");
            String node = EngineJson.text(task, "NodeID");
            tasks.add(Task.of(task, service, hosts.getOrDefault(node, node)));
        }
        tasks.sort(Comparator.comparing(Task::name).thenComparing(Task::id));
        return tasks;
    }

    private static Map<String, String> names(JsonNode services) {
        Map<String, String> names = new java.util.HashMap<>();
        services.forEach(s -> names.put(EngineJson.text(s, "ID"), EngineJson.text(s.path("Spec"), "Name")));
        return names;
    }

    /**
     * {@code docker service inspect}: gives the engine's own JSON of a service.
     *
     * @param service its name, or the beginning of its id
     * @throws EngineException if there is no such service
     */
    public Inspection inspect(String service) {
        session.notices().command(new CommandLine("docker", "service", "inspect", service).toString());
        return new Inspection(api.get(Query.of("/services/{}", require(service).id())));
    }

    /**
     * {@code docker service rm}: removes services with their tasks.
     *
     * @param services names, or beginnings of ids
     * @return those that were removed, as they were given
     * @throws EngineException if a service does not exist; the others are removed all the same
     */
    public List<String> rm(String... services) {
        session.notices()
                .command(new CommandLine("docker", "service", "rm")
                        .words(services)
                        .toString());
        return Lookup.each(
                services,
                name -> api.delete(Query.of("/services/{}", require(name).id())));
    }

    private Service require(String nameOrId) {
        List<Service> all = list();
        List<String> names = all.stream().map(Service::name).toList();
        return all.stream()
                .filter(s -> s.name().equals(nameOrId) || (!nameOrId.isEmpty() && s.id().startsWith(nameOrId)))
                .findFirst()
                .orElseThrow(() -> EngineSentences.sentence(
                        "service.unknown",
                        nameOrId,
                        ExistingNames.list(names),
                        ExistingNames.suggestion(nameOrId, names)));
    }
}
