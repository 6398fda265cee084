package porthole.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where {@code $NAME} and {@code ~} find their values. */
@FunctionalInterface
public interface Variables {
    /** The value of that name; {@code null} if it is not set. */
    @Nullable
    String of(String name);

    /** The environment of this process: in a notebook, the kernel's. */
    static Variables ofProcess() {
        return System.getenv()::get;
    }

    /** These alone. */
    static Variables of(Map<String, String> values) {
        return values::get;
    }
}
