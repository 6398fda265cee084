package porthole.engine.recording;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which questions change something on the engine. Guests come and go without a trace, so what is asked of them does not. */
final class Changes {
    private static final String GUEST = "/containers/create?name=porthole-guest-";
    private static final Pattern ID = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");

    private final Set<String> guests = new HashSet<>();

    Changes(Collection<Kept> answers) {
        answers.stream().filter(kept -> kept.asked().path().startsWith(GUEST)).forEach(kept -> {
            Matcher id = ID.matcher(kept.text());
            if (id.find()) {
                guests.add(id.group(1));
            }
        });
    }

    boolean isOne(Asked asked) {
        return asked.changes() && guests.stream().noneMatch(asked.path()::contains);
    }
}
