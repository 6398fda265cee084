package porthole.display;

import java.util.Locale;

/** The languages that Porthole speaks: in pictures, tables' captions and errors. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    JAPANESE(Locale.JAPANESE);

    private static volatile Language current = of(System.getenv().getOrDefault("PORTHOLE_LANG", ""));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of this process: {@code PORTHOLE_LANG} (as {@code ja} or {@code en}), else the locale's. */
    public static Language current() {
        return current;
    }

    /** Speak {@code language} from now on, in the whole process. */
    public static void use(Language language) {
        current = language;
    }

    /** The language of a tag such as {@code ja}, {@code ja_JP.UTF-8} or {@code en}; an empty tag means the locale's. */
    public static Language of(String tag) {
        String wanted = tag.isBlank() ? Locale.getDefault().getLanguage() : tag;
        return wanted.toLowerCase(Locale.ROOT).startsWith("ja") ? JAPANESE : ENGLISH;
    }

    /**
     * A word with what is said beside it, in the brackets of the language: {@code web (nginx)} in English, and in Japanese
     * {@code web（nginx）}, which have their space in them.
     */
    public String aside(String word, String aside) {
        return this == JAPANESE ? word + "（" + aside + "）" : word + " (" + aside + ")";
    }

    /** The locale to format with. */
    public Locale locale() {
        return locale;
    }
}
