package porthole.jupyter.java.advice;

/** Java text without what its strings and comments say. */
final class Literals {
    private Literals() {}

    /** {@code code}, as long as before, with blanks for comments and for the insides of strings and characters. */
    static String blanked(String code) {
        StringBuilder blank = new StringBuilder(code);
        int i = 0;
        while (i < code.length()) {
            int end = end(code, i);
            for (int k = i; k < end; k++) {
                if (code.charAt(k) != '\n') {
                    blank.setCharAt(k, ' ');
                }
            }
            i = Math.max(end, i + 1);
        }
        return blank.toString();
    }

    /** Where the comment or literal that begins at {@code at} ends; {@code at} where none does. */
    private static int end(String code, int at) {
        if (code.startsWith("//", at)) {
            return after(code, "\n", at + 2, false);
        }
        if (code.startsWith("/*", at)) {
            return after(code, "*/", at + 2, false);
        }
        if (code.startsWith("\"\"\"", at)) {
            return after(code, "\"\"\"", at + 3, true);
        }
        char c = code.charAt(at);
        return c == '"' || c == '\'' ? after(code, String.valueOf(c), at + 1, true) : at;
    }

    private static int after(String code, String mark, int from, boolean escapes) {
        for (int i = from; i < code.length(); i++) {
            if (escapes && code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(mark, i)) {
                return i + mark.length();
            } else if (escapes && mark.length() == 1 && code.charAt(i) == '\n') {
                return i;
            }
        }
        return code.length();
    }
}
