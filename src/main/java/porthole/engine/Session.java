package porthole.engine;

/**
 * What every command needs.
 *
 * @param api the engine
 * @param notices where to tell
 * @param owner whose things are made
 */
record Session(Api api, Notices notices, Owner owner) {}
