package porthole.picture.reading;

import static porthole.picture.reading.SmallScenes.ask;

import java.util.List;
import porthole.display.Language;
import porthole.network.Snapshot;
import porthole.topology.Lab;

/** Every mode at once: none, host, another container's, bridges, an internal one, and macvlan. */
final class ModesScene {
    private ModesScene() {}

    static ReadingScene of(long seed) {
        SceneWords words = new SceneWords(seed + 4);
        String user = words.place(0);
        String inner = words.place(1);
        String lan = words.place(2);
        String host = words.thing(0);
        String published = words.thing(1);
        String neighbour = words.thing(2);
        String alone = words.thing(3);
        String sharing = words.thing(4);
        String safe = words.thing(5);
        String printer = words.thing(6);
        String joint = words.thing(7);
        Snapshot snapshot = Lab.engine()
                .network(user, "172.19.0.0/16", "172.19.0.1")
                .network(inner, "bridge", "10.8.0.0/24", "10.8.0.1", true)
                .network(lan, "macvlan", "192.168.7.0/24", "192.168.7.254", false)
                .run(host, "nginx", "host")
                .listening(9100)
                .run(published, "nginx", "bridge=172.17.0.2")
                .publish(8081, 80)
                .run(neighbour, "nginx", user + "=172.19.0.2")
                .run(alone, "tools", "none")
                .run(sharing, "tools", "container:" + published)
                .run(safe, "postgres", inner + "=10.8.0.2")
                .run(printer, "cups", lan + "=192.168.7.9")
                .run(joint, "nginx", user + "=172.19.0.3", inner + "=10.8.0.3")
                .snapshot();
        SceneFacts facts = new SceneFacts(snapshot, seed);
        List<ReadingQuestion> asked = List.of(
                ask("どのコンテナーとも通信できないコンテナーはどれですか。", alone),
                ask(host + " の IP アドレスは何ですか。", "自分のアドレスはない（ホストのネットワークをそのまま使う）"),
                ask("別のコンピューターから " + host + " を呼び出すには、このホストの何番ポートを開けばよいですか。", "9100"),
                ask(sharing + " の IP アドレスは何ですか。", facts.address(published, "bridge") + "（" + published + " と同じ）"),
                ask("ホストのポート 8081 を開くと、どのコンテナーの何番ポートにつながりますか。", published + " 80"),
                ask(safe + " からインターネットに出られますか。", "いいえ（internal）"),
                ask(joint + " から " + safe + " を名前で呼び出せますか。", SceneFacts.yesNo(facts.reaches(joint, safe)) + "（はい）"),
                ask(
                        neighbour + " から " + safe + " を呼び出せますか。",
                        SceneFacts.yesNo(facts.reaches(neighbour, safe)) + "（いいえ）"),
                ask("192.168.7.254 のアドレスを持っているのは、このホストですか。", "いいえ（ホストの外のルーター）"),
                ask("ネットワーク " + user + " のコンテナーから、ホストで待ち受けているプログラムを呼び出すには、どのアドレスを使いますか。", facts.gateway(user)));
        return new ReadingScene("all modes", Language.JAPANESE, () -> SmallScenes.png(snapshot, false), asked);
    }
}
