package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many names or addresses in few letters, each of them still there: {@code app-1–40}. */
final class Names {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})");
    /** From so many on, neighbours are a range. */
    private static final int RANGE = 3;
    /** Between the first and the last of a range. */
    static final String TO = "–";

    private Names() {}

    private record Numbered(String head, String digits) {
        static Numbered of(String name) {
            Matcher matcher = NUMBERED.matcher(name);
            return matcher.matches() ? new Numbered(matcher.group(1), matcher.group(2)) : new Numbered(name, "");
        }

        boolean follows(Numbered before) {
            return !digits.isEmpty()
                    && !before.digits.isEmpty()
                    && head.equals(before.head)
                    && digits.length() >= before.digits.length()
                    && (digits.charAt(0) != '0' || digits.length() == before.digits.length())
                    && Long.parseLong(digits) == Long.parseLong(before.digits) + 1;
        }
    }

    /** All of them, in their order; of three or more that follow each other, the first and the last number. */
    static String all(List<String> names) {
        return all(names, false);
    }

    /** As {@link #all}, with each address and each end of a range whole. */
    static String addresses(List<String> addresses) {
        return all(addresses, true);
    }

    private static String all(List<String> names, boolean whole) {
        List<Numbered> numbered = names.stream().map(Numbered::of).toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < numbered.size(); ) {
            int end = i;
            while (end + 1 < numbered.size() && numbered.get(end + 1).follows(numbered.get(end))) {
                end++;
            }
            Numbered first = numbered.get(i);
            String start = first.head() + first.digits();
            if (end - i + 1 >= RANGE) {
                Numbered last = numbered.get(end);
                parts.add(start + TO + (whole ? last.head() : "") + last.digits());
                i = end + 1;
            } else {
                parts.add(start);
                i++;
            }
        }
        return String.join(SENTENCES.say("list.comma"), parts);
    }

    /** The part of an address that its network's range leaves open: {@code .2} of {@code 10.1.0.2} in a /24. */
    static String tail(String address, int prefix) {
        if (address.indexOf('.') < 0 || prefix < 8 || prefix > 31) {
            return address;
        }
        int at = -1;
        for (int octets = prefix / 8; octets > 0; octets--) {
            at = address.indexOf('.', at + 1);
        }
        return at < 0 ? address : address.substring(at);
    }
}
