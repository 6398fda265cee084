package porthole.engine;

/**
 * What every command needs.
 *
 * @param api the engine
 * @param notices where to tell
 * @param owner whose things are made
 * @param ports the ports that are used instead of others
 */
record Session(Api api, Notices notices, Owner owner, PortChoices ports) {
    Session {
        api.belongTo(owner);
    }

    Session(Api api, Notices notices, Owner owner) {
        this(api, notices, owner, new PortChoices());
    }
}
