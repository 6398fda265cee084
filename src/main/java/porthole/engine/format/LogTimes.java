package porthole.engine.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.flag.Flag;

/** Moments as {@code --since} and {@code --until} write them. */
public final class LogTimes {
    private LogTimes() {}

    /**
     * In the engine's form: seconds since 1970. The command line takes a span as "so long ago" too.
     *
     * @param now what a span is reckoned from
     */
    public static String seconds(String flag, String given, Instant now) {
        if (given.matches("[0-9]+(\\.[0-9]+)?")) {
            return given;
        }
        if (given.matches("([0-9.]+(ns|us|ms|s|m|h))+")) {
            var span = EngineJson.object();
            Flag.of(flag, "span", Flag.Kind.DURATION).into(span, given);
            return seconds(now.minusNanos(span.path("span").asLong()));
        }
        try {
            String full = given.matches("\\d{4}-\\d\\d-\\d\\d") ? given + "T00:00:00" : given;
            return seconds(
                    full.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                            ? OffsetDateTime.parse(full).toInstant()
                            : LocalDateTime.parse(full)
                                    .atZone(ZoneId.systemDefault())
                                    .toInstant());
        } catch (DateTimeParseException e) {
            throw EngineSentences.sentence("moment.bad", given, flag);
        }
    }

    static String seconds(Instant moment) {
        return moment.getEpochSecond() + "." + String.format(Locale.ROOT, "%09d", moment.getNano());
    }
}
