package porthole.jupyter.java.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.display.Sentences;
import porthole.jupyter.api.WordGroup;

/**
 * A word that cells can use, because it is imported for them.
 *
 * @param group the key of what one wants to do with it
 * @param home the class that has it
 * @param name the word itself
 * @param example one line of Java that uses it
 */
public record ImportedWord(String group, String home, String name, String example) {
    /** The import of this word alone: JShell pays for star imports at every cell. */
    public String code() {
        return "import static " + home + "." + name + ";";
    }

    /**
     * The words as {@code %help} lists them, in their own order.
     *
     * @param sentences under {@code group.KEY} a group's title, under a word's name what it does
     */
    public static List<WordGroup> groups(List<ImportedWord> words, Sentences sentences) {
        Map<String, List<WordGroup.Word>> groups = new LinkedHashMap<>();
        for (ImportedWord word : words) {
            groups.computeIfAbsent(word.group, key -> new ArrayList<>())
                    .add(new WordGroup.Word(word.name, sentences.say(word.name), word.example));
        }
        return groups.entrySet().stream()
                .map(group -> new WordGroup(sentences.say("group." + group.getKey()), group.getValue()))
                .toList();
    }
}
