package porthole.engine.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import porthole.engine.api.EngineJson;

/** The names of environment variables in recorded answers that look as if their values were secret. */
final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)^[A-Z0-9_]*(?:PASSW|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY)[A-Z0-9_]*=.+");

    private final Set<String> names = new TreeSet<>();

    void look(Kept kept) {
        String text = kept.text();
        if (text.contains("\"Env\"") || kept.asked().body().contains("\"Env\"")) {
            look(text);
            look(kept.asked().body());
        }
    }

    private void look(String json) {
        try {
            for (JsonNode list : EngineJson.MAPPER.readTree(json).findValues("Env")) {
                list.forEach(variable -> {
                    if (SECRET.matcher(variable.asText()).matches()) {
                        names.add(variable.asText().replaceFirst("=.*", ""));
                    }
                });
            }
        } catch (JsonProcessingException e) {
            // A stream of several values, or none: it lists no variables.
        }
    }

    List<String> names() {
        return new ArrayList<>(names);
    }
}
