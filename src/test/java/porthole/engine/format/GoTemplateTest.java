package porthole.engine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.display.Language;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;

class GoTemplateTest {
    private static final String THING = """
            {"Id":"abc","State":{"Running":true,"Pid":7,"Error":""},"Names":["a","b"],
             "Nets":{"z":{"IP":"10.0.0.2"},"b":{"IP":"172.17.0.2"}},"Labels":{"x.y":"1"},"None":null}
            """;

    GoTemplateTest() {
        Language.use(Language.ENGLISH);
    }

    private static String render(String template) throws IOException {
        JsonNode node = EngineJson.MAPPER.readTree(THING);
        return GoTemplate.of(template).render(node);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "{{.Id}}~abc",
                "{{.ID}}~abc",
                "pid={{.State.Pid}}!~pid=7!",
                "{{.Names}}~[a b]",
                "{{json .Names}}~[\"a\",\"b\"]",
                "{{.Labels}}~map[x.y:1]",
                "{{printf \"%.2s|%5.1s\" .Id .Id}}~ab|    a",
                "{{slice .Id 1 3}}~bc",
                "{{slice .Names 1}}~[b]",
                "{{truncate .Id 2}}~ab",
                "[{{pad .Id 1 2}}]~[ abc  ]",
                "{{range .Nets}}{{.IP}};{{end}}~172.17.0.2;10.0.0.2;",
                "{{range $name, $net := .Nets}}{{$name}}={{$net.IP}};{{end}}~b=172.17.0.2;z=10.0.0.2;",
                "{{range $i, $n := .Names}}{{if $i}}, {{end}}{{$n}}{{end}}~a, b",
                "{{if .State.Running}}up{{else}}down{{end}}~up",
                "{{if .State.Error}}bad{{else if eq .State.Pid 7}}seven{{else}}?{{end}}~seven",
                "{{with .State}}{{.Pid}}{{end}}~7",
                "{{with .State.Error}}x{{else}}none{{end}}~none",
                "{{index .Labels \"x.y\"}}~1",
                "{{(index .Nets \"b\").IP}}~172.17.0.2",
                "{{index .Names 1 | upper}}~B",
                "{{join .Names \"-\"}}~a-b",
                "{{len .Names}}~2",
                "{{printf \"%s-%03d\" .Id .State.Pid}}~abc-007",
                "{{$x := .Id}}{{$x}}{{$.State.Pid}}~abc7",
                "a {{- /* gone */ -}} b~ab",
                "a {{- .Id -}} b~aabcb",
                "{{.None}}~<nil>",
                "{{if and .State.Running (not .State.Error)}}ok{{end}}~ok",
                "[{{.Nets.b.Gateway}}]~[]",
                "{{if .State.Health}}{{.State.Health.Status}}{{else}}no check{{end}}~no check",
                "{{range .None}}x{{else}}nothing{{end}}~nothing",
            })
    void itRendersAsGoDoes(String template, String text) throws IOException {
        assertEquals(text == null ? "" : text, render(template));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "{{.State.Pidd}}~Did you mean \"Pid\"?",
                "{{.Id~is opened and never closed",
                "{{if .Id}}x~The block \"if\" in the template has no end.",
                "{{end}}~without the block",
                "{{html .Id}}~calls \"html\", which is not known here",
                "{{.Id | }}~cannot be read",
                "{{template \"x\"}}~calls \"template\"",
                "{{index .Names 9}}~no element 9 in a list of 2",
                "{{range .Id}}{{end}}~needs a list or a map",
                "{{$y}}~variable \"$y\"",
                "{{join .Names}}~too few values",
                "{{.Id ! 3}}~cannot be read here",
            })
    void whatItCannotDoIsRefusedByName(String template, String sentence) {
        String said =
                assertThrows(EngineException.class, () -> render(template)).getMessage();
        assertTrue(said.contains(sentence), said);
    }

    @Test
    void anEmptyTemplateIsEmpty() throws IOException {
        assertEquals("", render(""));
        assertEquals("no action", render("no action"));
    }
}
