package porthole.probe.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import porthole.display.Language;
import porthole.network.Container;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;

/** What a name leads to beside what was asked for. */
final class CallNotes {
    private CallNotes() {}

    static List<String> of(CallObservation look) {
        List<String> notes = new ArrayList<>();
        String host = look.target().host();
        Map<String, List<String>> holders = look.holders();
        Optional<Container> named =
                look.snapshot().container(host).filter(c -> c.name().equals(host));
        if (holders.size() > 1) {
            String all = holders.entrySet().stream()
                    .map(h -> Language.current().aside(h.getKey(), String.join(", ", h.getValue())))
                    .collect(Collectors.joining(", "));
            notes.add(ProbeSentences.SENTENCES.say("note.several", host, all));
            deaf(look, holders).ifPresent(notes::add);
        } else if (named.isPresent()
                && holders.size() == 1
                && !holders.containsKey(host)
                && look.called().isPresent()) {
            String other = holders.keySet().iterator().next();
            boolean owner = Caller.sandbox(look.snapshot(), named.get()).name().equals(other);
            if (!owner) {
                notes.add(
                        ProbeSentences.SENTENCES.say("note.other", look.caller().name(), host, other));
            }
        }
        return notes;
    }

    /** Of several that have the name, those that do not answer. */
    private static Optional<String> deaf(CallObservation look, Map<String, List<String>> holders) {
        int best = look.calls().best().progress();
        List<String> deaf = holders.entrySet().stream()
                .filter(h -> look.calls().attempts().stream()
                        .filter(a -> h.getValue().contains(a.address()))
                        .allMatch(a -> a.progress() < best))
                .map(Map.Entry::getKey)
                .toList();
        return deaf.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ProbeSentences.SENTENCES.say("note.deaf", look.target().text(), String.join(", ", deaf)));
    }
}
