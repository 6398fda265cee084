package porthole.picture.story;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in the order that people expect: numbers in it by their value, so {@code web-2} before {@code web-10}. */
public final class NaturalOrder implements Comparator<String> {
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private static final Pattern PART = Pattern.compile("[0-9]{1,18}|[^0-9]+");

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        Matcher x = PART.matcher(a);
        Matcher y = PART.matcher(b);
        while (true) {
            boolean more = x.find();
            if (more != y.find()) {
                return more ? 1 : -1;
            }
            if (!more) {
                return a.compareTo(b);
            }
            int order = isNumber(x.group()) && isNumber(y.group())
                    ? Long.compare(Long.parseLong(x.group()), Long.parseLong(y.group()))
                    : x.group().compareTo(y.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
