package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.engine.ConnectSpec;
import porthole.engine.EngineException;
import porthole.engine.RunSpec;
import porthole.jupyter.magic.MagicException;

/**
 * What stands behind {@code --network}: a name, or {@code name=shop,alias=till,ip=10.9.0.7}.
 *
 * @param name the network, or the mode
 * @param settings the rest, as key and value
 */
record NetworkWord(String name, List<String[]> settings) {
    private static final Sentences SENTENCES = Sentences.of(NetworkWord.class);
    private static final List<String> KEYS = List.of("alias", "ip", "ip6", "mac-address");

    static NetworkWord of(String word) throws MagicException {
        if (!word.contains("=")) {
            return new NetworkWord(word, List.of());
        }
        String name = "";
        List<String[]> settings = new ArrayList<>();
        for (String part : word.split(",", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].equals("name")) {
                name = pair[1];
            } else if (pair.length == 2 && KEYS.contains(pair[0])) {
                settings.add(pair);
            } else {
                throw new MagicException(SENTENCES.say("network.key", part, word, String.join(", ", KEYS)));
            }
        }
        if (name.isEmpty()) {
            throw new MagicException(SENTENCES.say("network.name", word));
        }
        return new NetworkWord(name, settings);
    }

    void into(RunSpec spec) {
        spec.network(name);
        for (String[] pair : settings) {
            switch (pair[0]) {
                case "alias" -> spec.networkAlias(pair[1]);
                case "ip" -> spec.ip(pair[1]);
                case "ip6" -> spec.ip6(pair[1]);
                default -> spec.macAddress(pair[1]);
            }
        }
    }

    void into(ConnectSpec spec) {
        for (String[] pair : settings) {
            switch (pair[0]) {
                case "alias" -> spec.alias(pair[1]);
                case "ip" -> spec.ip(pair[1]);
                case "ip6" -> spec.ip6(pair[1]);
                default -> throw new EngineException(SENTENCES.say("network.mac", pair[1]));
            }
        }
    }
}
