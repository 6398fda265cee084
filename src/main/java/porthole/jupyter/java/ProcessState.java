package porthole.jupyter.java;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** What cells may change of the process, as it was at the session's start. */
final class ProcessState {
    /** Of system properties that the JDK and native libraries set when they are first used. */
    private static final List<String> NOT_OF_CELLS = List.of("jna", "sun.", "jdk.", "awt.");

    private final Map<Object, Object> properties = new HashMap<>(System.getProperties());
    private final Locale locale = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final Thread.@Nullable UncaughtExceptionHandler uncaught = Thread.getDefaultUncaughtExceptionHandler();

    /** Puts it back. */
    void restore() {
        Properties now = System.getProperties();
        now.keySet()
                .removeIf(key -> !properties.containsKey(key)
                        && NOT_OF_CELLS.stream()
                                .noneMatch(own -> String.valueOf(key).startsWith(own)));
        properties.forEach((key, value) -> {
            if (!value.equals(now.get(key))) {
                now.put(key, value);
            }
        });
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
        Thread.setDefaultUncaughtExceptionHandler(uncaught);
    }
}
