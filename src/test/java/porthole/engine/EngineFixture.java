package porthole.engine;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import porthole.engine.api.Notices;
import porthole.engine.container.Run;
import porthole.engine.owner.Owner;

/** A connection to the real engine whose things have names of their own and are gone when it is closed. */
public final class EngineFixture implements AutoCloseable {
    public static final String NGINX = "porthole/nginx";
    public static final String TOOLS = "porthole/tools";

    public final String prefix = "pt" + UUID.randomUUID().toString().substring(0, 8);
    public final List<String> commands = new CopyOnWriteArrayList<>();
    public final List<String> warnings = new CopyOnWriteArrayList<>();
    public final List<String> notes = new CopyOnWriteArrayList<>();
    public final List<String> outputs = new CopyOnWriteArrayList<>();
    public final Owner owner = Owner.ofThisProcess("engine test");
    public final Docker docker = Docker.connect(notices(), owner);

    /** A name that no other test uses. */
    public String name(String name) {
        return prefix + "-" + name;
    }

    /** A subnet that is likely free: 10.x.y.0/24, drawn from the prefix. */
    public String subnet() {
        int drawn = Math.floorMod(prefix.hashCode(), 200 * 250);
        return "10." + (30 + drawn / 250) + "." + drawn % 250 + ".0/24";
    }

    /** The address of that number in {@link #subnet()}. */
    public String address(int number) {
        return subnet().replace(".0/24", "." + number);
    }

    /** A container that does nothing until it is removed. */
    public Run idle(String name) {
        return docker.run(TOOLS, c -> c.name(name(name)).command("sleep", "infinity"));
    }

    private Notices notices() {
        return new Notices() {
            @Override
            public void command(String line) {
                commands.add(line);
            }

            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }

            @Override
            public void output(Object process, String text, boolean over) {
                outputs.add(over ? "over" : text);
            }

            @Override
            public void progress(String what, long done, long total) {}
        };
    }

    @Override
    public void close() {
        docker.reset();
        docker.close();
    }
}
