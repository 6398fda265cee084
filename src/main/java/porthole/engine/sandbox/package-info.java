/**
 * What is learned from inside. A <b>sandbox</b> is Docker's word for a container's network stack: its interfaces, routes and
 * sockets. {@code Exec} runs a program in the container itself; a <b>guest</b> ({@link porthole.engine.sandbox.Guests}) is a
 * short-lived container of our own that shares the sandbox, for containers without any tool. {@code Snapshots} puts the whole
 * engine at one moment together from its lists and from what these see.
 */
@NullMarked
package porthole.engine.sandbox;

import org.jspecify.annotations.NullMarked;
