package porthole.jupyter.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the newest signatures, over all channels, so that a recorded message cannot be sent again. */
final class Replays {
    /** As many as ipykernel remembers. */
    private static final int REMEMBERED = 65_536;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether {@code signature} is seen for the first time. */
    synchronized boolean isNew(String signature) {
        return seen.putIfAbsent(signature, true) == null;
    }
}
