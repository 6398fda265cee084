package porthole.jupyter.java.text;

import java.util.List;

/**
 * What an import says before the word that is being written.
 *
 * @param isImport whether it is one
 * @param qualifier what stands before the last dot, as {@code java.util}; empty where there is none
 * @param isOver whether nothing more can follow: behind a star
 */
public record ImportPlace(boolean isImport, boolean isStatic, String qualifier, boolean isOver) {
    private static final ImportPlace NONE = new ImportPlace(false, false, "", false);

    /**
     * Reads the import that is being written.
     *
     * @param before the code before the word at its end
     */
    public static ImportPlace of(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        int from = tokens.size();
        while (from > 0
                && isPart(tokens.get(from - 1))
                && !tokens.get(from - 1).text().equals("import")) {
            from--;
        }
        if (from == 0 || !tokens.get(from - 1).text().equals("import")) {
            return NONE;
        }
        boolean isStatic = from < tokens.size() && tokens.get(from).text().equals("static");
        StringBuilder name = new StringBuilder();
        tokens.subList(isStatic ? from + 1 : from, tokens.size()).forEach(t -> name.append(t.text()));
        boolean isOver = name.indexOf("*") >= 0;
        boolean isQualified = name.length() > 0 && name.charAt(name.length() - 1) == '.';
        return new ImportPlace(
                true,
                isStatic,
                isQualified ? name.substring(0, name.length() - 1) : "",
                isOver || (!isQualified && name.length() > 0));
    }

    private static boolean isPart(Tokens.Token token) {
        return token.isWord() || token.text().equals(".") || token.text().equals("*");
    }

    /** The words along dots at the end of {@code before}, which ends with a dot; empty where other things stand there. */
    public static String qualifier(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        int from = tokens.size();
        while (from > 1
                && tokens.get(from - 1).text().equals(".")
                && tokens.get(from - 2).isWord()) {
            from -= 2;
        }
        boolean isWhole = from < tokens.size()
                && (from == 0 || !tokens.get(from - 1).text().equals("."));
        StringBuilder name = new StringBuilder();
        tokens.subList(from, tokens.size()).forEach(t -> name.append(t.text()));
        return isWhole ? name.substring(0, name.length() - 1) : "";
    }
}
