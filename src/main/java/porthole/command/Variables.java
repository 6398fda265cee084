package porthole.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where {@code $NAME} and {@code ~} find their values. */
@FunctionalInterface
interface Variables {
    /** The value of that name; {@code null} if it is not set. */
    @Nullable
    String of(String name);

    /**
     * The environment of this process: in a notebook, the kernel's. {@code PWD} is the folder that it really works in, as a
     * shell has it, and not the one of the shell that once started it.
     */
    static Variables ofProcess() {
        return name -> name.equals("PWD") ? Path.of("").toAbsolutePath().toString() : System.getenv(name);
    }

    /** These alone. */
    static Variables of(Map<String, String> values) {
        return values::get;
    }
}
