package porthole.lesson.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import porthole.lesson.document.NotebookOutput;

/**
 * What a cell's outputs show, however they came: parts of one stream are one, the count of the cell is left out, and of a
 * picture with an SVG the PNG is left out, which is drawn of the same.
 *
 * @param outputs by form, what each shows
 */
record ShownOutputs(List<Map<String, String>> outputs) {
    ShownOutputs {
        outputs = List.copyOf(outputs);
    }

    /**
     * Under names that are the same in each run.
     *
     * @param code of all cells of the page
     */
    static ShownOutputs of(List<NotebookOutput> outputs, String code) {
        return raw(new StableOutputs(code, false).of(outputs));
    }

    /** As they stand in the file. */
    static ShownOutputs raw(List<NotebookOutput> outputs) {
        return new ShownOutputs(
                joined(outputs).stream().map(ShownOutputs::forms).toList());
    }

    private static Map<String, String> forms(NotebookOutput output) {
        Map<String, String> forms = new TreeMap<>();
        JsonNode json = output.json();
        json.path("data")
                .fieldNames()
                .forEachRemaining(type -> forms.put(
                        type,
                        output.data(type).orElse(json.path("data").path(type).toString())));
        if (forms.containsKey("image/svg+xml")) {
            forms.remove("image/png");
        }
        for (String key : List.of("name", "ename", "evalue", "traceback")) {
            if (json.has(key)) {
                forms.put(key, json.get(key).toString());
            }
        }
        if (output.type().equals("stream")) {
            forms.put("text", output.text());
        }
        return forms;
    }

    /** A stream comes in parts as it happens. */
    static List<NotebookOutput> joined(List<NotebookOutput> outputs) {
        List<NotebookOutput> joined = new ArrayList<>();
        String stream = "";
        for (NotebookOutput output : outputs) {
            String name = output.json().path("name").asText();
            if (output.type().equals("stream") && name.equals(stream)) {
                NotebookOutput last = joined.remove(joined.size() - 1);
                ObjectNode both = (ObjectNode) last.json();
                joined.add(new NotebookOutput(both.put("text", last.text() + output.text())));
            } else {
                joined.add(output);
            }
            stream = name;
        }
        return joined;
    }

    /** What a reader without pictures reads. */
    String text() {
        return outputs.stream()
                .map(forms ->
                        forms.getOrDefault("text", forms.getOrDefault("text/plain", forms.getOrDefault("evalue", ""))))
                .collect(Collectors.joining("\n"));
    }

    /** The forms in which the outputs differ. */
    Set<String> forms(ShownOutputs other) {
        Set<String> differ = new TreeSet<>();
        for (int i = 0; i < Math.min(outputs.size(), other.outputs.size()); i++) {
            Map<String, String> a = outputs.get(i);
            Map<String, String> b = other.outputs.get(i);
            Set<String> all = new TreeSet<>(a.keySet());
            all.addAll(b.keySet());
            all.stream()
                    .filter(form -> !String.valueOf(a.get(form)).equals(String.valueOf(b.get(form))))
                    .forEach(differ::add);
        }
        return differ;
    }
}
