/**
 * Several hosts on one machine: network namespaces, containers with an engine inside, or engines that exist already. Each is
 * a {@code ClusterHosts}; {@code ClusterSwarm} makes one swarm of them.
 */
@NullMarked
package porthole.engine.cluster;

import org.jspecify.annotations.NullMarked;
