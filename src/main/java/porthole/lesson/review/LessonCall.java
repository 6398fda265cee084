package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of one of a lesson's words in a cell: {@code check("who-reaches", () -> …)}.
 *
 * @param word {@code chapter}, {@code predict}, {@code check}, {@code quiz}, {@code exercise}, {@code verify}, {@code hint} or
 *     {@code solution}
 * @param name its first argument, a string
 * @param rest its further arguments, as they are typed
 * @param cell the number of the cell, from 1
 */
record LessonCall(String word, String name, List<String> rest, int cell) {
    private static final Pattern CALL = Pattern.compile(
            "(?<![\\w.])(chapter|predict|check|quiz|exercise|verify|hint|solution)\\s*\\(\\s*\"((?:\\\\.|[^\"\\\\\n])*)\"");

    LessonCall {
        rest = List.copyOf(rest);
    }

    /** The calls in a code cell, in order; none in its comments and magics. */
    static List<LessonCall> in(String source, int cell) {
        if (source.startsWith("%%")) {
            return List.of();
        }
        String java = JavaText.withoutComments(source.replaceAll("(?m)^[%!].*$", ""));
        List<LessonCall> calls = new ArrayList<>();
        Matcher call = CALL.matcher(java);
        while (call.find()) {
            if (!JavaText.isInString(java, call.start())) {
                List<String> arguments = JavaText.arguments(java, java.indexOf('(', call.start(1)));
                calls.add(new LessonCall(
                        call.group(1),
                        JavaText.unescaped(call.group(2)),
                        arguments.subList(Math.min(1, arguments.size()), arguments.size()),
                        cell));
            }
        }
        return calls;
    }

    /** Whether it names something of a lesson file: a question in words, and one with its own choices, does not. */
    boolean names() {
        return !name.contains(" ") && !(word.equals("predict") && rest.size() > 1 && !name.matches("[\\w.-]+"));
    }
}
