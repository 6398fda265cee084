package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Markdown cell, read as far as a review needs it: headings, links, images, emphasis, and the words beside code. */
final class MarkdownText {
    private static final Pattern FENCE =
            Pattern.compile("(?ms)^ {0,3}(```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\\1[`~]*[ \t]*$|\\z)");
    private static final Pattern SPAN = Pattern.compile("(`+)(?!`)(.*?[^`])\\1(?!`)", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$");
    private static final Pattern LINK = Pattern.compile(
            "(!?)\\[((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]\\(\\s*(<[^>]*>|[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)(?:\\s+[\"'(].*?[\"')])?\\s*\\)");
    private static final Pattern NAMED = Pattern.compile("(?m)^ {0,3}\\[[^\\]]+\\]:\\s*(<[^>]*>|\\S+)");
    private static final Pattern TAG = Pattern.compile("<(img|a)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|\\*|_)(?=\\S)(.+?)(?<=\\S)\\1");

    private final String source;
    private final String bare;

    MarkdownText(String source) {
        this.source = source;
        String unfenced = FENCE.matcher(source).replaceAll(MarkdownText::blanked);
        this.bare = COMMENT.matcher(SPAN.matcher(unfenced).replaceAll(MarkdownText::blanked))
                .replaceAll(MarkdownText::blanked);
    }

    private static String blanked(MatchResult match) {
        return match.group().replaceAll("[^\n]", " ");
    }

    /**
     * A heading.
     *
     * @param level 1 to 6
     * @param text as it reads
     */
    record Heading(int level, String text) {
        /** By what a link leads to it in Jupyter: {@code #A-room-of-its-own}. */
        String anchor() {
            return text.replace(' ', '-');
        }
    }

    /**
     * A link or an image.
     *
     * @param text what stands for it; empty if nothing does
     * @param target where it leads
     * @param image whether it is shown
     */
    record Link(String text, String target, boolean image) {}

    List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        Matcher heading = HEADING.matcher(FENCE.matcher(source).replaceAll(MarkdownText::blanked));
        while (heading.find()) {
            headings.add(new Heading(heading.group(1).length(), words(heading.group(2))));
        }
        return headings;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        LINK.matcher(bare)
                .results()
                .forEach(m -> links.add(new Link(
                        m.group(2).strip(),
                        m.group(3).replaceAll("^<|>$", ""),
                        !m.group(1).isEmpty())));
        // A link may have an image as its text.
        LINK.matcher(bare)
                .results()
                .filter(m -> m.group(1).isEmpty() && m.group(2).startsWith("!["))
                .forEach(m -> links.addAll(new MarkdownText(m.group(2)).links()));
        NAMED.matcher(bare)
                .results()
                .forEach(m -> links.add(new Link("-", m.group(1).replaceAll("^<|>$", ""), false)));
        TAG.matcher(bare).results().forEach(m -> {
            boolean image = m.group(1).equalsIgnoreCase("img");
            String target = attribute(m.group(2), image ? "src" : "href");
            if (!target.isEmpty()) {
                links.add(new Link(image ? attribute(m.group(2), "alt").strip() : "-", target, image));
            }
        });
        return links;
    }

    private static String attribute(String attributes, String name) {
        Matcher value = Pattern.compile(
                        "\\b" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))", Pattern.CASE_INSENSITIVE)
                .matcher(attributes);
        if (!value.find()) {
            return "";
        }
        return value.group(1) != null ? value.group(1) : value.group(2) != null ? value.group(2) : value.group(3);
    }

    /** What is set in bold or italics. */
    List<String> emphasised() {
        return EMPHASIS.matcher(bare).results().map(m -> m.group(2)).toList();
    }

    /** The text as it reads, without code, and without links and rows with a link, whose words are of where they lead. */
    String prose() {
        String own = bare.lines()
                .filter(line -> !line.startsWith("|") || !LINK.matcher(line).find())
                .collect(Collectors.joining("\n"));
        return words(LINK.matcher(own).replaceAll(" "));
    }

    /** The text as it reads, without code and headings, and with the words of its links. */
    String running() {
        return words(HEADING.matcher(bare).replaceAll(" "));
    }

    /** The text as it reads, line for line, code included. */
    List<String> lines() {
        return words(source)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static String words(String markdown) {
        return LINK.matcher(markdown)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(2)))
                .replaceAll("<[^>\n]+>", " ")
                .replaceAll("(?m)^ {0,3}#{1,6}[ \t]+", "")
                .replaceAll("\\*\\*|__|`", "")
                .replaceAll("(?<=^|\\s)\\*(?=\\S)|(?<=\\S)\\*(?=$|\\s|\\p{P})", "")
                .strip();
    }
}
