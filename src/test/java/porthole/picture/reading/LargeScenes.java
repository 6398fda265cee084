package porthole.picture.reading;

import static porthole.picture.reading.SmallScenes.ask;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Language;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.topology.Lab;

/** Thirty, sixty and two hundred containers, connected by chance. */
final class LargeScenes {
    private LargeScenes() {}

    static ReadingScene thirty(long seed) {
        Snapshot snapshot = chance(new SceneWords(seed + 5), 30, 10, 6);
        return new ReadingScene(
                "30 on 10",
                Language.ENGLISH,
                () -> SmallScenes.png(snapshot, true),
                questions(snapshot, new SceneFacts(snapshot, seed)));
    }

    static ReadingScene sixty(long seed) {
        Snapshot snapshot = chance(new SceneWords(seed + 6), 60, 8, 7);
        return new ReadingScene(
                "60 on 8",
                Language.ENGLISH,
                () -> SmallScenes.png(snapshot, false),
                questions(snapshot, new SceneFacts(snapshot, seed)));
    }

    static ReadingScene twoHundred(long seed) {
        Snapshot snapshot = chance(new SceneWords(seed + 7), 200, 34, 15);
        return new ReadingScene(
                "200 on 34",
                Language.ENGLISH,
                () -> SmallScenes.png(snapshot, false),
                questions(snapshot, new SceneFacts(snapshot, seed)));
    }

    /** Every tenth container or so is on two networks, every eighth publishes a port. */
    private static Snapshot chance(SceneWords words, int containers, int networks, int doors) {
        Lab lab = Lab.engine();
        for (int n = 1; n < networks; n++) {
            lab.network(words.place(n - 1), "10." + (40 + n) + ".0.0/24", "10." + (40 + n) + ".0.1");
        }
        int[] next = new int[networks];
        for (int c = 0; c < containers; c++) {
            int n = c < networks ? c : words.below(networks);
            List<String> legs = new ArrayList<>(List.of(leg(words, n, next)));
            if (words.below(9) == 0) {
                int other = (n + 1 + words.below(networks - 1)) % networks;
                legs.add(leg(words, other, next));
            }
            lab.run(words.thing(c), "tools", legs.toArray(String[]::new));
            if (c % (containers / doors) == 1) {
                lab.publish(c % 2 == 0 ? "127.0.0.1" : "0.0.0.0", 8000 + 13 * c % 997, 80);
            } else if (c % (containers / doors) == 3) {
                lab.publish("127.0.0.1", 7000 + 17 * c % 991, 5432);
            }
        }
        return lab.snapshot();
    }

    private static String leg(SceneWords words, int n, int[] next) {
        next[n]++;
        return n == 0
                ? "bridge=172.17.0." + (1 + next[n])
                : words.place(n - 1) + "=10." + (40 + n) + ".0." + (1 + next[n]);
    }

    private static List<ReadingQuestion> questions(Snapshot snapshot, SceneFacts facts) {
        Container joint = facts.joint();
        String first = SceneFacts.at(joint, 0);
        String second = SceneFacts.at(joint, 1);
        String some = facts.networkOf(m -> m > 2, first, second);
        String other = facts.networkOf(m -> m > 1, some, first, second);
        String caller = facts.aloneOn(some);
        String called = facts.aloneOn(some, caller);
        String stranger = facts.aloneOn(other);
        String onDefault = facts.aloneOn("bridge");
        Container open = facts.some(
                c -> !c.ports().isEmpty() && c.ports().get(0).hostAddress().equals("0.0.0.0"));
        Container local = facts.some(
                c -> !c.ports().isEmpty() && c.ports().get(0).hostAddress().equals("127.0.0.1"));
        return List.of(
                ask("On which networks is " + joint.name() + "?", facts.networks(joint.name())),
                ask("What is its address on " + second + "?", facts.address(joint.name(), second)),
                ask(
                        "How many containers are on " + some + "? Name three of them.",
                        facts.count(some) + ": " + facts.members(some)),
                ask("Can " + caller + " call " + called + " by name?", SceneFacts.yesNo(facts.reaches(caller, called))),
                ask(
                        "Can " + caller + " call " + stranger + " at its address?",
                        SceneFacts.yesNo(facts.reaches(caller, stranger))),
                ask(
                        "Can another container that is on the same network as " + onDefault + " call it by name?",
                        "no (default bridge)"),
                ask("What is the full address of " + stranger + "?", facts.address(stranger, other)),
                ask(
                        "Which port of the host leads to " + open.name()
                                + ", and can somebody at another computer open it?",
                        open.ports().get(0).hostPort() + ", yes"),
                ask(
                        "Which port of the host leads to " + local.name()
                                + ", and can somebody at another computer open it?",
                        local.ports().get(0).hostPort() + ", no: this host only"),
                ask(
                        "At which address does a container on " + other + " reach a program that listens on the host?",
                        facts.gateway(other)));
    }
}
