package porthole.lesson.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of docs/style-en.md and docs/style-ja.md that a program can check, held against the course's texts. */
class CourseStyleTest {
    private static final String JAPANESE = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";
    private static final Map<String, String> IN_JAPANESE = Map.ofEntries(
            Map.entry("コンテナー|インタフェース|サーバ(?!ー)|ドライバ(?!ー)|フォルダ(?!ー)|ルータ(?!ー)", "長音の表記"),
            Map.entry("差さ|差し込む|差す|片づけ|誰|飲み込|断られ|もらい|もらう|どうし(?![てたよ])", "使わない言い方"),
            Map.entry("(?<!と)呼[ばびぶべん]", "アクセスする、接続する"),
            Map.entry("[一二三四五六七八九十](?=つ|台|行|人|個|本|種類|回目)", "算用数字を使う"),
            Map.entry(JAPANESE + "[?!(),.:]|[?!(,]" + JAPANESE, "和文の記号は全角"),
            Map.entry(JAPANESE + "[A-Za-z0-9]|[A-Za-z0-9]" + JAPANESE, "和文と英数字の間に半角スペース"));
    private static final Map<String, String> IN_ENGLISH = Map.of(
            "(?i)\\b(simply|obviously|just|easily)\\b", "no belittling words",
            "!(?=\\s|$)", "no exclamation mark",
            "(?i)\\b(mends?|mended|plugged|swallows?)\\b", "use the plain word");

    /** The course's running text by where it stands, without code and links' targets. */
    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of("notebooks", language))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList()) {
                for (JsonNode cell : new ObjectMapper().readTree(file.toFile()).path("cells")) {
                    if (cell.path("cell_type").asText().equals("markdown")) {
                        StringBuilder text = new StringBuilder();
                        cell.path("source").forEach(line -> text.append(line.asText()));
                        texts.put(file.getFileName() + " " + cell.path("id").asText(), plain(text.toString()));
                    }
                }
            }
        }
        LessonFiles course = new LessonFiles(Path.of("notebooks", language));
        for (String name : course.lessons()) {
            Lesson lesson = course.begin(name);
            lesson.goals().forEach(goal -> put(texts, name + " goals", goal, language));
            lesson.questions().values().forEach(question -> put(texts, "", question, language));
            lesson.quizzes()
                    .forEach((id, quiz) -> quiz.questions()
                            .values()
                            .forEach(question -> put(texts, "quiz " + id + " ", question, language)));
            lesson.exercises().forEach((id, exercise) -> {
                put(texts, id + " task", exercise.task(), language);
                exercise.hints().forEach(hint -> put(texts, id + " hint " + texts.size(), hint, language));
                exercise.expected()
                        .forEach(e -> e.words()
                                .ifPresent(words -> put(texts, id + " expects " + texts.size(), words, language)));
            });
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String where, LessonQuestion question, String language) {
        String id = where + question.name();
        put(texts, id + " ask", question.text(), language);
        question.why().ifPresent(why -> put(texts, id + " why", why, language));
        question.choices().forEach((choice, each) -> {
            put(texts, id + " " + choice, each.words(), language);
            each.reply().ifPresent(reply -> put(texts, id + " " + choice + " reply", reply, language));
        });
    }

    private static void put(Map<String, String> texts, String where, LocalText text, String language) {
        texts.put(where, plain(text.in().getOrDefault(language, "")));
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("(?s)```.*?```", " ")
                .replaceAll("`[^`]*`", " ")
                .replaceAll("\\]\\([^)]*\\)", "]")
                .replaceAll("docker\\.[^。\\s]*\\([^。]*?\\)|\\w+\\(\"[^)]*\\)", " ");
    }

    private static List<String> broken(String language, Map<String, String> rules) throws IOException {
        List<String> broken = new ArrayList<>();
        texts(language)
                .forEach((where, text) -> rules.forEach((pattern, rule) -> {
                    for (MatchResult found :
                            Pattern.compile(pattern).matcher(text).results().toList()) {
                        int from = Math.max(0, found.start() - 12);
                        int to = Math.min(text.length(), found.end() + 12);
                        broken.add(where + ": " + rule + ": …"
                                + text.substring(from, to).replace('\n', ' ') + "…");
                    }
                }));
        return broken;
    }

    @Test
    void theJapaneseKeepsToItsGuide() throws IOException {
        assertEquals("", String.join("\n", broken("ja", IN_JAPANESE)));
    }

    @Test
    void theEnglishKeepsToItsGuide() throws IOException {
        assertEquals("", String.join("\n", broken("en", IN_ENGLISH)));
    }

    @Test
    void theRulesFindWhatTheyForbid() {
        for (String text : List.of("コンテナーを起動", "ケーブルを差す", "二つのコンテナ", "本当?", "メンバーどうしの通信", "名前で呼ぶ", "Docker を使うAPI")) {
            long found = IN_JAPANESE.keySet().stream()
                    .filter(rule -> Pattern.compile(rule).matcher(text).find())
                    .count();
            assertEquals(1, found, text);
        }
    }
}
