package porthole.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porthole.engine.owner.Belongings;

/**
 * {@code docker … prune} of what a session made: one thing after the other, by the nonce in its label, where no other thing
 * carries the same (an image passes it on, and anybody can copy it).
 */
public final class OwnPrune {
    private OwnPrune() {}

    /**
     * Removes those of a kind that the session made and that no one has in use.
     *
     * @param all what there is of that kind, as the engine lists it
     * @param field of the answer, with the names or ids that were removed
     */
    public static List<String> of(
            Api api, Belongings.Kind kind, JsonNode all, String path, List<String> filters, String field) {
        Query.requireFilters(filters);
        Map<String, Integer> carriers = new HashMap<>();
        List<String> mine = new ArrayList<>();
        for (JsonNode thing : all) {
            String nonce = EngineJson.text(thing.path("Labels"), Belongings.NONCE);
            carriers.merge(nonce, 1, Integer::sum);
            if (!nonce.isEmpty() && api.made().has(kind, Belongings.key(kind, thing))) {
                mine.add(nonce);
            }
        }
        List<String> removed = new ArrayList<>();
        for (String nonce : mine) {
            if (carriers.getOrDefault(nonce, 0) == 1) {
                List<String> one = new ArrayList<>(filters);
                one.add("label=" + Belongings.NONCE + "=" + nonce);
                api.post(Query.of(path).filters(one)).path(field).forEach(name -> removed.add(name.asText("")));
            }
        }
        return List.copyOf(removed);
    }
}
