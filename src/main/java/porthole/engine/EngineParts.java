package porthole.engine;

import org.jspecify.annotations.Nullable;
import porthole.engine.api.EngineSession;
import porthole.engine.container.ContainerCommands;
import porthole.engine.container.ContainerState;
import porthole.engine.container.ImageCommands;
import porthole.engine.container.Logs;
import porthole.engine.container.RunCommand;
import porthole.engine.image.ImageSupply;
import porthole.engine.image.Images;
import porthole.engine.network.Networks;
import porthole.engine.sandbox.Exec;
import porthole.engine.sandbox.GuestMark;
import porthole.engine.sandbox.Guests;
import porthole.engine.sandbox.HostPorts;
import porthole.engine.sandbox.Interfaces;
import porthole.engine.sandbox.KernelFeatures;
import porthole.engine.sandbox.Snapshots;
import porthole.engine.swarm.Nodes;
import porthole.engine.swarm.Services;
import porthole.engine.swarm.Swarm;
import porthole.engine.volume.Volumes;

/** What a {@link Docker} is made of, and who of it needs whom. None of them asks the engine before its first call. */
final class EngineParts {
    final EngineSession session;
    final Images images;
    final GuestMark mark;
    final Guests guests;
    final Exec exec;
    final Networks networks;
    final Volumes volumes;
    final Swarm swarm;
    final Nodes nodes;
    final Services services;
    final RunCommand run;
    final ContainerCommands containers;
    final Logs logs;
    final ContainerState state;
    final ImageCommands tags;
    final Snapshots snapshots;
    final HostLinks links;
    final Ownership ownership;
    final Clusters clusters;

    /** @param supply where images come from that the engine lacks; {@code null} for hubs and stand-ins */
    EngineParts(EngineSession session, @Nullable ImageSupply supply) {
        this.session = session;
        mark = new GuestMark(session.api());
        images = new Images(session, supply);
        guests = new Guests(session, images, mark);
        exec = new Exec(session, guests);
        Interfaces interfaces = new Interfaces(exec);
        KernelFeatures features = new KernelFeatures(session, images);
        networks = new Networks(session, interfaces, features);
        volumes = new Volumes(session);
        swarm = new Swarm(session);
        nodes = new Nodes(session);
        services = new Services(session, images, features);
        run = new RunCommand(session, images);
        containers = new ContainerCommands(session);
        logs = new Logs(session);
        state = new ContainerState(session);
        tags = new ImageCommands(session, images);
        snapshots = new Snapshots(session.api(), interfaces, new HostPorts(session.api(), exec, guests), mark);
        links = new HostLinks(session, exec, guests);
        ownership = new Ownership(session, links);
        clusters = new Clusters(session, images);
    }
}
