/**
 * Command lines as a POSIX shell reads them: words with their quotes, escapes and variables, and the operators between
 * commands. One reader for {@code %docker}, {@code docker.exec("web", "ls -l")} and the kernel's magics.
 *
 * <p>It reads and refuses; it runs nothing. What a shell would do and this room does not (redirections, {@code $(…)},
 * patterns of files, jobs in the background, loops) is refused by name, with its place and what to write instead.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
@NullMarked
package porthole.command;

import org.jspecify.annotations.NullMarked;
