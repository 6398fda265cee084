package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;

/** Java as it is typed in a cell, read as far as its brackets, strings and comments. */
final class JavaText {
    private JavaText() {}

    /** The end of the string, character or text block that begins at {@code at}; {@code at} where none does. */
    private static int afterLiteral(String java, int at) {
        char quote = java.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        String end = java.startsWith("\"\"\"", at) ? "\"\"\"" : String.valueOf(quote);
        int i = at + end.length();
        while (i < java.length() && !java.startsWith(end, i)) {
            i += java.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(java.length(), i + end.length());
    }

    /** The same text with blanks in place of comments. */
    static String withoutComments(String java) {
        StringBuilder kept = new StringBuilder();
        int i = 0;
        while (i < java.length()) {
            int end = afterLiteral(java, i);
            if (end > i) {
                kept.append(java, i, end);
                i = end;
            } else if (java.startsWith("//", i)) {
                i = orEnd(java, java.indexOf('\n', i));
            } else if (java.startsWith("/*", i)) {
                i = orEnd(java, java.indexOf("*/", i) + 1) + 1;
                kept.append(' ');
            } else {
                kept.append(java.charAt(i++));
            }
        }
        return kept.toString();
    }

    private static int orEnd(String java, int index) {
        return index <= 0 ? java.length() : index;
    }

    /** Whether the place {@code at} is inside a string. */
    static boolean isInString(String java, int at) {
        int i = 0;
        while (i < at) {
            int end = afterLiteral(java, i);
            if (end > at) {
                return true;
            }
            i = Math.max(end, i + 1);
        }
        return false;
    }

    /** The arguments of the call whose bracket opens at {@code open}, as they are typed; all to the end if it does not close. */
    static List<String> arguments(String java, int open) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = open + 1;
        int i = open;
        while (i < java.length()) {
            char c = java.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (depth == 0 || (depth == 1 && c == ',')) {
                String argument = java.substring(begin, i).strip();
                if (!argument.isEmpty()) {
                    arguments.add(argument);
                }
                begin = i + 1;
            }
            if (depth == 0) {
                return arguments;
            }
            i = Math.max(afterLiteral(java, i), i + 1);
        }
        return arguments;
    }

    /** What a string literal's text means, as far as quotes and backslashes go. */
    static String unescaped(String literal) {
        return literal.replaceAll("\\\\([\"'\\\\])", "$1");
    }
}
