package porthole.picture.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import porthole.display.Language;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.picture.Picture;
import porthole.topology.Lab;
import porthole.topology.Topology;

/** One container; servers with many ports; a ladder of containers with two legs. */
final class SmallScenes {
    private SmallScenes() {}

    static ReadingScene one(long seed) {
        SceneWords words = new SceneWords(seed);
        String name = words.thing(0);
        Snapshot snapshot = Lab.engine()
                .run(name, "nginx", "bridge=172.17.0.2")
                .publish(8080, 80)
                .publish("127.0.0.1", 9443, 443)
                .snapshot();
        SceneFacts facts = new SceneFacts(snapshot, seed);
        List<ReadingQuestion> asked = List.of(
                ask(
                        "From which image does the container run?",
                        facts.container(name).image()),
                ask("What is its address?", facts.address(name, "bridge")),
                ask(
                        "A program on the host listens on port 5000 of all of the host's addresses. At which address can the container call it?",
                        facts.gateway("bridge")),
                ask(
                        "What is the name of this network's device on the host?",
                        facts.network("bridge").device().orElseThrow()),
                ask(
                        "Somebody at another computer opens port 8080 of this host. Which port of the container answers?",
                        "80"),
                ask("Can somebody at another computer open port 9443 of this host?", "no, this host only"),
                ask(
                        "A second container is started with a plain `docker run` and lands on the same network. Can it call the first by its name?",
                        "no (call by name: no)"),
                ask("Can that second container call the first at its address?", "yes"),
                ask(
                        "A call from another computer and a call to localhost on the host itself reach the container in two different ways. What is each called?",
                        "from outside: DNAT; localhost: docker-proxy"),
                ask("From which range do containers on this network get their addresses?", facts.range("bridge")));
        return new ReadingScene("one container", Language.ENGLISH, () -> png(snapshot, false), asked);
    }

    static ReadingScene ports(long seed) {
        SceneWords words = new SceneWords(seed + 2);
        Lab lab = Lab.engine().network(words.place(0), "10.44.0.0/24", "10.44.0.1");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            names.add(words.thing(i) + "-with-a-rather-long-name-" + (i + 1));
            lab.run(names.get(i), "nginx", i < 3 ? "bridge=172.17.0." + (2 + i) : words.place(0) + "=10.44.0." + i);
            for (int p = 0; p < (i == 1 ? 7 : 4); p++) {
                int outside = i == 1 ? 21000 + p : 18000 + 100 * i + 7 * p + words.below(6);
                lab.publish(i % 2 == 0 ? "127.0.0.1" : "0.0.0.0", outside, 80 + p);
            }
        }
        lab.publish("192.168.1.20", 4443, 443);
        Snapshot snapshot = lab.snapshot();
        SceneFacts facts = new SceneFacts(snapshot, seed);
        String first = names.get(0);
        String fourth = names.get(3);
        List<ReadingQuestion> asked = List.of(
                ask(first + " のポート 82 につながる、ホストのポートは何番ですか。", facts.outside(first, 82)),
                ask("別のコンピューターから " + first + " のポートを開けますか。", "いいえ（このホストだけ）"),
                ask(
                        "別のコンピューターから開けるポートを持つコンテナーをすべて挙げてください。",
                        names.get(1) + "、" + fourth + "（ほかに " + names.get(4) + " は 192.168.1.20 に届く人だけ）"),
                ask(fourth + " のポート 81 には、ホストの何番ポートからつながりますか。", facts.outside(fourth, 81)),
                ask("ホストのポート 21003 は、どのコンテナーの何番ポートにつながりますか。", names.get(1) + " 83"),
                ask(names.get(1) + " は、いくつのポートを公開していますか。", "7"),
                ask("192.168.1.20 のポート 4443 は、どのコンテナーの何番ポートにつながりますか。", names.get(4) + " 443"),
                ask(
                        first + " は " + fourth + " を、" + facts.address(fourth, words.place(0)) + " で直接呼び出せますか。",
                        "いいえ（共通のネットワークがない）"),
                ask(names.get(4) + " は " + fourth + " を名前で呼び出せますか。", "はい"),
                ask(first + " は " + names.get(2) + " を名前で呼び出せますか。", "いいえ（デフォルトブリッジ）"));
        return new ReadingScene("five servers with many ports", Language.JAPANESE, () -> png(snapshot, false), asked);
    }

    static ReadingScene ladder(long seed) {
        SceneWords words = new SceneWords(seed + 3);
        Lab lab = Lab.engine();
        for (int i = 0; i < 7; i++) {
            lab.network(words.place(i), "10.172." + (10 + i) + ".0/24", "10.172." + (10 + i) + ".1");
        }
        List<Integer> rungs = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(rungs, words.random);
        for (int i = 0; i < 6; i++) {
            int rung = rungs.get(i);
            lab.run(words.thing(i), "tools", leg(words, rung, 2), leg(words, rung + 1, 3));
        }
        Snapshot snapshot = lab.run(words.thing(6), "tools", leg(words, 0, 4), leg(words, 3, 4), leg(words, 6, 4))
                .snapshot();
        SceneFacts facts = new SceneFacts(snapshot, seed);
        String lowest = words.thing(rungs.indexOf(0));
        String next = words.thing(rungs.indexOf(1));
        String after = words.thing(rungs.indexOf(2));
        String third = words.thing(rungs.indexOf(3));
        String skip = words.thing(6);
        List<ReadingQuestion> asked = List.of(
                ask("On which networks is " + third + "?", facts.networks(third)),
                ask("Which container is on three networks, and on which?", skip + ": " + facts.networks(skip)),
                ask(
                        "What is the address of " + next + " on " + words.place(2) + "?",
                        facts.address(next, words.place(2))),
                ask("Which containers are on " + words.place(3) + "?", facts.members(words.place(3))),
                ask(
                        "Can " + lowest + " call " + next + "? By name too?",
                        SceneFacts.yesNo(facts.reaches(lowest, next)) + ", by name too"),
                ask("Can " + lowest + " call " + after + "?", SceneFacts.yesNo(facts.reaches(lowest, after))),
                ask(
                        "Does " + next + " hand packets on, so that " + lowest + " could reach " + after
                                + " through it?",
                        "no"),
                ask("Which containers can " + skip + " call?", reached(snapshot, facts, skip)),
                ask(
                        "At which address does a container on " + words.place(5)
                                + " reach a program that listens on the host?",
                        facts.gateway(words.place(5))),
                ask("Is there a port by which somebody at another computer can call one of these containers?", "no"));
        return new ReadingScene("a ladder", Language.ENGLISH, () -> png(snapshot, false), asked);
    }

    private static String reached(Snapshot snapshot, SceneFacts facts, String from) {
        return String.join(
                ", ",
                snapshot.containers().stream()
                        .map(Container::name)
                        .filter(n -> !n.equals(from) && facts.reaches(from, n))
                        .toList());
    }

    private static String leg(SceneWords words, int rung, int last) {
        return words.place(rung) + "=10.172." + (10 + rung) + "." + last;
    }

    static byte[] png(Snapshot snapshot, boolean dark) {
        Picture picture = Picture.of(Topology.of(snapshot));
        return (dark ? picture.dark() : picture).pngBytes();
    }

    static ReadingQuestion ask(String asked, String answer) {
        return new ReadingQuestion(asked, answer);
    }
}
