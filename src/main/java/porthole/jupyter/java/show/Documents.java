package porthole.jupyter.java.show;

import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Node;
import porthole.display.MimeBundle;
import porthole.jupyter.protocol.MessageJson;

/** XML and JSON, laid out. */
final class Documents {
    static final String JSON = "application/json";

    /** Characters of JSON that a page gets as a tree at most. */
    private static final int TREE = 1_000_000;

    private Documents() {}

    static List<MimeBundle> xml(Object value, Values values) {
        StringWriter text = new StringWriter();
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            transformer.transform(new DOMSource((Node) value), new StreamResult(text));
        } catch (TransformerException e) {
            return List.of();
        }
        // blanks of the source, indented once more, are lines of nothing
        return List.of(MimeBundle.text(
                ShownText.whole(text.toString().replaceAll("\\s*\n\\s*\n", "\n").strip())));
    }

    /** A node of whichever JSON library the notebook has, known by its name. */
    static List<MimeBundle> json(Object value, Values values) {
        String text = pretty(value);
        return List.of(json(text));
    }

    /** JSON as text and, where it is not too large, as a tree. */
    static MimeBundle json(String text) {
        MimeBundle plain = MimeBundle.text(ShownText.whole(text));
        Optional<Object> tree = text.length() > TREE ? Optional.empty() : MessageJson.parse(text);
        return tree.map(t -> plain.with(JSON, t)).orElse(plain);
    }

    private static String pretty(Object value) {
        try {
            return String.valueOf(value.getClass().getMethod("toPrettyString").invoke(value)); // Jackson
        } catch (InvocationTargetException | IllegalAccessException | NoSuchMethodException e) {
            return MessageJson.parse(value.toString()).map(MessageJson::pretty).orElseGet(value::toString);
        }
    }
}
