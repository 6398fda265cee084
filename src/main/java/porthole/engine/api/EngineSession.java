package porthole.engine.api;

import porthole.engine.owner.Owner;

/**
 * What every command needs.
 *
 * @param api the engine
 * @param notices where to tell
 * @param owner whose things are made
 * @param ports the ports that are used instead of others
 */
public record EngineSession(Api api, Notices notices, Owner owner, PortChoices ports) {
    public EngineSession {
        api.belongTo(owner);
    }

    public EngineSession(Api api, Notices notices, Owner owner) {
        this(api, notices, owner, new PortChoices());
    }
}
