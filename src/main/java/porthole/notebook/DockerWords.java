package porthole.notebook;

import java.util.List;
import porthole.display.Sentences;
import porthole.jupyter.api.WordGroup;
import porthole.jupyter.java.names.ImportedWord;

/** The Docker words as cells import them, each with its group and an example: the one place where a word is listed. */
final class DockerWords {
    private static final List<ImportedWord> WORDS = List.of(
            word("engine", "docker", "docker.run(\"nginx\", c -> c.name(\"web\").publish(\"8080:80\"))"),
            word("engine", "all", "docker.ps(all)"),
            new ImportedWord("engine", "porthole.engine.flag.Force", "FORCE", "docker.rm(FORCE, \"web\")"),
            word("engine", "lab", "lab.reset()"),
            word("see", "topology", "topology(\"shop\", \"web\")"),
            word("see", "change", "change(() -> docker.network.connect(\"shop\", \"web\"))"),
            word("why", "why", "why(\"web\", \"db:5432\")"),
            word("why", "matrix", "matrix(\"web\", \"db\", \"host\")"),
            word("why", "who", "who(\"localhost:8080\")"),
            word("call", "curl", "curl(\"localhost:8080\")"),
            word("call", "ping", "ping(\"web\", \"db\")"),
            word("linux", "trace", "trace(\"web\", \"db:5432\")"),
            word("linux", "journey", "journey(\"web\", \"db:5432\")"),
            word("linux", "route", "route(\"web\", \"10.9.1.77\")"),
            word("linux", "wiring", "wiring(\"shop\")"),
            word("linux", "asLinux", "asLinux(\"shop\")"),
            word("linux", "byHand", "byHand()"),
            word("address", "address", "address(\"web\", \"shop\", IPV6)"),
            word("address", "prefix", "prefix(\"10.9.0.3/24\", \"10.9.0.77\", \"10.9.1.77\")"),
            word("address", "networks", "networks(\"web\")"),
            word("address", "gateway", "gateway(\"shop\")"),
            new ImportedWord("address", "porthole.network.IpFamily", "IPV4", "address(\"web\", IPV4)"),
            new ImportedWord("address", "porthole.network.IpFamily", "IPV6", "address(\"web\", IPV6)"),
            word("hosts", "cluster", "cluster(2)"),
            word("capture", "capture", "capture(hosts, () -> hosts.get(0).exec(\"client\", \"curl web\"))"),
            word("lesson", "chapter", "chapter(\"two-tier\").ready()"),
            word("lesson", "predict", "predict(\"who-reaches-db\")"),
            word("lesson", "check", "check(\"who-reaches-db\")"),
            word("lesson", "quiz", "quiz(\"two-tier\")"),
            word("lesson", "exercise", "exercise(\"audit\")"),
            word("lesson", "verify", "verify(\"audit\")"),
            word("lesson", "hint", "hint(\"audit\")"),
            word("lesson", "solution", "solution(\"audit\")"),
            word("lesson", "language", "language(\"ja\")"));

    private DockerWords() {}

    private static ImportedWord word(String group, String name, String example) {
        return new ImportedWord(group, "porthole.notebook.Words", name, example);
    }

    /** The import of each. */
    static List<String> imports() {
        return WORDS.stream().map(ImportedWord::code).toList();
    }

    /** The words by what one wants to do, in the reader's language. */
    static List<WordGroup> groups() {
        return ImportedWord.groups(WORDS, Sentences.of(DockerWords.class, "words"));
    }
}
