package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Each English text by its file, with why it reaches no person who made a mistake. */
    private static final Map<String, String> JUSTIFIED = Map.ofEntries(
            Map.entry(
                    "Addresses.java: \\\" \\\" is no address", "addresses that the engine or the kernel itself wrote"),
            Map.entry("EngineAddress.java: Every JDK has SHA-256", "no JDK is without SHA-256"),
            Map.entry("Pcap.java: A packet of   bytes in a capture", "what tcpdump wrote"),
            Map.entry("Pcap.java: No capture file", "what tcpdump wrote"),
            Map.entry("ExecRoute.java: not sent yet", "an order of calls inside the class"),
            Map.entry("NamespaceHosts.java: The jar lacks", "a jar that was built wrongly"),
            Map.entry("EnclosureFolder.java: The jar lacks", "a jar that was built wrongly"),
            Map.entry("NamespaceHosts.java: The jar cannot be read at", "a jar that was built wrongly"),
            Map.entry("PublishedPorts.java: Ports go from 1 to 65535", "caught; the sentence names the port"),
            Map.entry("KernelProcess.java: Every JDK has SHA-256", "no JDK is without SHA-256"),
            Map.entry("GuestMark.java: Every JDK has", "no JDK is without the digest"),
            Map.entry(
                    "Agent.java: The kernel was not started with java -jar, or renounces",
                    "caught; the kernel goes without"),
            Map.entry("PackageListing.java: The session is closed", "caught by javac"),
            Map.entry("SharedClasses.java: shared with cells", "caught by the class loader"),
            Map.entry("CellExecution.java: thrown by the snippet", "Java's own wording of a stack trace"),
            Map.entry("UnitRunner.java: No evaluator takes", "one of the evaluators takes each unit"),
            Map.entry("Transfers.java: The cell was interrupted", "caught; the cell says that it was interrupted"),
            Map.entry("SessionClasses.java: javac has written an empty class", "caught; the class is compiled again"),
            Map.entry("SnippetLoader.java: Could not load", "JShell takes another way then"),
            Map.entry("SnippetLoader.java: Begins with other values", "JShell takes another way then"),
            Map.entry("SnippetLoader.java: Not a path:", "JShell takes another way then"),
            Map.entry("StopCheck.java: The cell was interrupted", "caught; the cell says that it was interrupted"),
            Map.entry("MessageJson.java: A tree that is not JSON", "a tree that Jackson made"),
            Map.entry("Bystanders.java: nobody connects to it", "caught in the class"),
            Map.entry("Exercises.java: The lesson   was found by its exercise", "a lesson was found by the exercise"),
            Map.entry("PlainGraphics.java: A picture's SVG has no place for  .", "pictures draw nothing of the kind"),
            Map.entry(
                    "StepOutcome.java: A difference without words:",
                    "a change that the picture does not draw yet fails its test"));

    @Test
    void noSentenceOfTheCodeIsInEnglishOnly() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                said(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
            }
        }
        Set<String> unused = new TreeSet<>(JUSTIFIED.keySet());
        unused.removeAll(found);
        found.removeAll(JUSTIFIED.keySet());
        assertEquals(Set.of(), found);
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
