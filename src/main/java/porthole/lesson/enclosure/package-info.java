/**
 * An engine, a network, processes, users and files of their own on this machine, out of which nothing reaches the machine:
 * where the notebooks of others are run. The boundary is Linux's namespaces of users, mounts, processes, networks and control
 * groups; docs/decisions/enclosure.md says what it is not.
 */
@NullMarked
package porthole.lesson.enclosure;

import org.jspecify.annotations.NullMarked;
