package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads is in the files of sentences, which are in both languages, and not in the code. */
class EnglishOnlyTest {
    private static final Path ROOT = Path.of("src/main/java");
    private static final String TEXT = "\"(?:[^\"\\\\\n]|\\\\.)*\"";

    /** Text that is handed to an exception, to a stream or to the kernel's log, or that describes a command. */
    private static final Pattern SAID =
            Pattern.compile("(?:new \\w*(?:Exception|Error)\\(|\\.print(?:ln|f)?\\(|\\.accept\\("
                    + "|description = \\{?|super\\()\\s*((?:" + TEXT + "\\s*\\+?\\s*|[\\w.()]+\\s*\\+\\s*)+)");

    /** Three words of a language, one of them without capitals. */
    private static final Pattern PHRASE = Pattern.compile("(?:[A-Za-z']+[ ,:]+){2,}[a-z']+|[A-Za-z']+ [a-z']+ [a-z]+");

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*/\\*[\\s\\S]*?\\*/|^\\s*//.*$");

    /** By file: why its English text reaches no person who made a mistake. */
    private static final Map<String, String> JUSTIFIED = Map.ofEntries(
            Map.entry("Addresses.java", "addresses that the engine or the kernel itself wrote"),
            Map.entry("Pcap.java", "what tcpdump wrote"),
            Map.entry("ExecRoute.java", "an order of calls inside the class"),
            Map.entry("KernelProcess.java", "no JDK is without SHA-256"),
            Map.entry("GuestMark.java", "no JDK is without the digest"),
            Map.entry("EngineAddress.java", "no JDK is without SHA-256"),
            Map.entry("NamespaceHosts.java", "a jar that was built wrongly"),
            Map.entry("Agent.java", "caught; the kernel goes without"),
            Map.entry("PackageListing.java", "caught by javac"),
            Map.entry("SharedClasses.java", "caught by the class loader"),
            Map.entry("CellExecution.java", "Java's own wording of a stack trace"),
            Map.entry("Transfers.java", "caught; the cell says that it was interrupted"),
            Map.entry("SessionClasses.java", "caught; the class is compiled again"),
            Map.entry("SnippetLoader.java", "JShell takes another way then"),
            Map.entry("StopCheck.java", "caught; the cell says that it was interrupted"),
            Map.entry("PlainGraphics.java", "pictures draw nothing of the kind"),
            Map.entry("MessageJson.java", "a tree that Jackson made"),
            Map.entry("UnitRunner.java", "one of the evaluators takes each unit"),
            Map.entry("PublishedPorts.java", "caught; the sentence names the port"),
            Map.entry("Bystanders.java", "caught in the class"),
            Map.entry("Exercises.java", "a lesson was found by the exercise"),
            Map.entry("StepOutcome.java", "a change that the picture does not draw yet fails its test"));

    @Test
    void noSentenceOfTheCodeIsInEnglishOnly() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                List<String> said = said(Files.readString(file));
                if (!said.isEmpty()) {
                    found.put(String.valueOf(file.getFileName()), said);
                }
            }
        }
        Set<String> unused = new TreeSet<>(JUSTIFIED.keySet());
        unused.removeAll(found.keySet());
        found.keySet().removeAll(JUSTIFIED.keySet());
        assertEquals(Map.of(), found);
        assertEquals(Set.of(), unused, "justified, but no longer there");
    }

    @Test
    void aSentenceInTheCodeIsFound() {
        assertEquals(
                1,
                said("throw new IOException(\"No file \" + name + \" is there.\");")
                        .size());
        assertEquals(
                1, said("log.accept(\n    \"The kernel did not end: \" + e);").size());
        assertEquals(List.of(), said("throw new IOException(SENTENCES.say(\"file.none\", file));"));
        assertEquals(List.of(), said("// throw new IOException(\"No file of this name\");"));
    }

    private static List<String> said(String source) {
        List<String> said = new ArrayList<>();
        for (Matcher call = SAID.matcher(COMMENT.matcher(source).replaceAll("")); call.find(); ) {
            Matcher text = Pattern.compile(TEXT).matcher(call.group(1));
            StringBuilder all = new StringBuilder();
            while (text.find()) {
                all.append(text.group(), 1, text.group().length() - 1).append(" ");
            }
            if (PHRASE.matcher(all).find()) {
                said.add(all.toString().strip());
            }
        }
        return said;
    }
}
