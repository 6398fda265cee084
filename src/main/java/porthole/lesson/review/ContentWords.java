package porthole.lesson.review;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, in English and in Japanese, each in one form. */
final class ContentWords {
    /** ASCII words with what names and numbers have in them; runs of katakana; runs of kanji. */
    private static final Pattern WORD = Pattern.compile(
            "[A-Za-z0-9_](?:[A-Za-z0-9_.:/-]*[A-Za-z0-9_])?|[\\u30a1-\\u30fa\\u30fc]{2,}|[\\u4e00-\\u9fff\\u3005]+");

    /** Words that stand in every text. */
    private static final Set<String> COMMON = Set.of(
            ("a an and any are as at be been but by can could did do does done each for from get give given go had has have"
                            + " he her his how i if in into is it its just like made make may me more most much must my no not"
                            + " now of off on one once only or other our out own say so some such than that the their them then"
                            + " there these they thing this those to too two under up us use was way we were what when where which"
                            + " while who whom whose why will with would yes you your s t again also another before after both"
                            + " answer come here see all over same very well yet still nothing something anything"
                            + " 一 二 三 何 今 中 上 下 前 後 時 方 場合 次 同 自分 以上 以下 必要 例 人 回 見 使 言 出 来 行 届")
                    .split(" "));

    private ContentWords() {}

    /** The words of a text that are not in every text. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : all(text)) {
            if (!COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Also those that are, in order. */
    static List<String> all(String text) {
        return typed(text).stream()
                .map(word -> stem(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** As {@link #all}, as they are typed. */
    private static List<String> typed(String text) {
        return WORD.matcher(text.replace("'s ", " ").replace("’s ", " "))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Some of the words of a text, as it has them. */
    static List<String> asTyped(String text, Collection<String> words) {
        List<String> typed = typed(text);
        List<String> all = all(text);
        return words.stream()
                .map(word -> all.contains(word) ? typed.get(all.indexOf(word)) : word)
                .toList();
    }

    /** Some words in a row of a text, as it has them. */
    static String rowAsTyped(String text, List<String> row) {
        int at = Collections.indexOfSubList(all(text), row);
        return String.join(" ", at < 0 ? row : typed(text).subList(at, at + row.size()));
    }

    /** Without the endings of English, as far as it matters here. */
    private static String stem(String word) {
        if (!word.matches("[a-z]{4,}")) {
            return word;
        }
        return word.replaceFirst("(?:ies)$", "y").replaceFirst("(?<=[a-z]{3})(?:ing|ed|es|s)$", "");
    }

    /** Whether a word is a name or a number, which stands for nothing else. */
    static boolean isName(String word, Set<String> names) {
        return names.contains(word) || word.matches("(?=.*[0-9_]).{2,}|\\d+");
    }

    /** The parts of a word that is put together: {@code localhost:81} has 81. */
    static Set<String> withParts(Set<String> words) {
        Set<String> parts = new LinkedHashSet<>(words);
        for (String word : words) {
            parts.addAll(List.of(word.split("[:/]")));
        }
        parts.remove("");
        return parts;
    }
}
