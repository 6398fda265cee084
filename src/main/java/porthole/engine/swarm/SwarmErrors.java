package porthole.engine.swarm;

import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;

/** What goes wrong with swarms: engines say all of it with 400, 500 or 503, so their wording decides. */
final class SwarmErrors {
    private SwarmErrors() {}

    /** @param subject the address or the name that the call was about */
    static EngineException of(ApiFailure failure, Api api, String subject) {
        if (api.versions().isPodman()) {
            return EngineSentences.podman(api, "docker swarm, node, service");
        }
        if (failure.says("already part of a swarm")) {
            SwarmMembership here = SwarmMembership.of(api);
            return EngineSentences.sentence(here.manager() ? "swarm.already.manager" : "swarm.already", here.address());
        }
        if (failure.says("participating as a manager") || failure.says("last manager")) {
            return EngineSentences.sentence("swarm.leave.manager");
        }
        if (failure.says("not part of a swarm") || failure.says("not part of swarm")) {
            return EngineSentences.sentence("swarm.none.leave");
        }
        if (failure.says("not a swarm manager")) {
            boolean worker =
                    failure.says("Worker nodes") || SwarmMembership.of(api).active();
            return EngineSentences.sentence(worker ? "swarm.worker" : "swarm.none");
        }
        if (failure.says("could not choose an IP address") || failure.says("must specify a listening address")) {
            return EngineSentences.sentence("swarm.address.several", failure.reason());
        }
        if (failure.says("invalid join token") || failure.says("join token is necessary")) {
            return EngineSentences.sentence("swarm.token");
        }
        if (failure.says("advertise") || failure.says("could not parse") || failure.says("no such network interface")) {
            return EngineSentences.sentence("swarm.address.bad", subject, failure.reason());
        }
        if (failure.says("connection refused")
                || failure.says("deadline")
                || failure.says("Timeout")
                || failure.says("timeout")
                || failure.says("Unavailable")
                || failure.says("no route to host")) {
            return EngineSentences.sentence("swarm.unreachable", subject, SwarmSpec.PORT);
        }
        return failure;
    }
}
