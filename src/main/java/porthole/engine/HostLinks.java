package porthole.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ExecResult;
import porthole.engine.owner.Belongings;
import porthole.engine.sandbox.Exec;
import porthole.engine.sandbox.ExecSpec;
import porthole.engine.sandbox.Guest;
import porthole.engine.sandbox.Guests;

/**
 * Network links (ip-link(8)) that a session makes on the engine's host with Linux's own commands. The engine does not
 * know them, so each gets an alias with a unique mark, which is noted before the link is made. A link is removed by
 * that mark only, never by its name, which another link may have by then.
 */
public final class HostLinks {
    /**
     * The command, and the mark on what it has made: in one process, which goes on where this one is killed. What had the
     * name before is not marked. Its words: the mark, how many names, the names, the command.
     */
    private static final String MAKE = """
            mark=$1; count=$2; shift 2; names=
            while [ "$count" -gt 0 ]; do
              ip link show dev "$1" >/dev/null 2>&1 || names="$names $1"
              shift; count=$((count - 1))
            done
            "$@"; code=$?
            for name in $names; do ip link set dev "$name" alias "$mark" 2>/dev/null; done
            exit $code
            """;

    /** Says which marks were found, and which are still there afterwards. */
    private static final String REMOVE = """
            marked() { ip -o link show | sed -n "s/^[0-9]*: \\([^:@ ]*\\)[:@].*alias $1.*/\\1/p"; }
            for mark in %s; do
              names=$(marked $mark)
              [ -z "$names" ] && continue
              for name in $names; do ip link del dev "$name" 2>/dev/null; done
              if [ -z "$(marked $mark)" ]; then echo "removed $mark"; else echo "left $mark"; fi
            done
            echo over
            """;

    private final EngineSession session;
    private final Exec exec;
    private final Guests guests;

    HostLinks(EngineSession session, Exec exec, Guests guests) {
        this.session = session;
        this.exec = exec;
        this.guests = guests;
    }

    /**
     * Runs a command in a container that shares the host's network namespace and has the capability NET_ADMIN, as
     * {@code docker exec CONTAINER LINE} does, and marks the links that it makes. {@link Docker#reset()} removes them.
     *
     * @param container the container's name or id
     * @param line the command, split into words as a shell does
     * @param names the links that the command makes; a link of that name that is there before is not taken for this
     *     session's
     * @return the command's output and exit code
     * @throws porthole.engine.api.EngineException if the container does not exist or does not run, or {@code line}
     *     cannot be split
     */
    public ExecResult make(String container, String line, List<String> names) {
        List<String> command = Docker.words(line);
        session.notices().command(new ExecSpec(container, command).commandLine());
        // A recording keeps it, since the answer to a removal names it.
        String mark = session.api()
                .origin()
                .ofMachine("mark of " + String.join(" ", names), () -> "porthole-" + UUID.randomUUID());
        String key = mark + " " + String.join(" ", names);
        session.api().made().add(Belongings.Kind.LINK, key);
        List<String> words = new ArrayList<>(List.of("sh", "-c", MAKE, "sh", mark, String.valueOf(names.size())));
        words.addAll(names);
        words.addAll(command);
        ExecResult result = exec.quietly(container, words);
        return new ExecResult(command, result.exitCode(), result.stdout(), result.stderr());
    }

    /**
     * Removes the links that this session made under one of these names. For a veth pair one of its two names is
     * enough.
     *
     * @param names names of links
     * @return what was removed; none if this session made no such link
     * @throws porthole.engine.api.EngineException if a link could not be removed
     */
    public List<Removed> remove(List<String> names) {
        Belongings made = session.api().made();
        List<String> keys = made.keys(Belongings.Kind.LINK).stream()
                .filter(key -> names(key).anyMatch(names::contains))
                .toList();
        List<Removed> removed = removeMarked(keys);
        keys.forEach(key -> made.remove(Belongings.Kind.LINK, key));
        return removed;
    }

    /** Removes what these sessions made. */
    List<Removed> removeOf(List<Belongings> sessions) {
        return removeMarked(sessions.stream()
                .flatMap(b -> b.keys(Belongings.Kind.LINK).stream())
                .toList());
    }

    private List<Removed> removeMarked(List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        String marks = keys.stream().map(HostLinks::mark).collect(Collectors.joining(" "));
        ExecResult said = guests.run(Guest.ofHost().allowed("NET_ADMIN"), REMOVE.formatted(marks));
        List<String> lines = said.stdout().lines().toList();
        List<String> left = keys.stream()
                .filter(key -> !lines.contains("over") || lines.contains("left " + mark(key)))
                .toList();
        if (!left.isEmpty()) {
            throw EngineSentences.sentence(
                    "link.left",
                    left.stream().map(HostLinks::told).collect(Collectors.joining(", ")),
                    names(left.get(0)).findFirst().orElse(""));
        }
        return keys.stream()
                .filter(key -> lines.contains("removed " + mark(key)))
                .map(key -> new Removed("link", told(key)))
                .toList();
    }

    private static String mark(String key) {
        return key.split(" ", 2)[0];
    }

    private static Stream<String> names(String key) {
        return Stream.of(key.split(" ", -1)).skip(1);
    }

    /** A pair by both its ends. */
    private static String told(String key) {
        return names(key).collect(Collectors.joining(" – "));
    }
}
