package porthole.jupyter.java.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/**
 * Makes a POM of what stands in a cell: a whole one, or parts as they are copied from a README ({@code <dependency>} and
 * {@code <repository>} without anything around them).
 */
final class PomText {
    private static final Sentences SENTENCES = Sentences.of(PomText.class);

    private static final List<String> OWN_NAME = List.of("modelVersion", "groupId", "artifactId", "version");
    private static final List<String> ITS_VALUES = List.of("4.0.0", "porthole", "cell", "0");

    /** As in "'dependencies.dependency.scope' for org.tea:leaf:jar …", which the resolver says or {@code pom.part}. */
    private static final Pattern NAMED = Pattern.compile("(?:' for |dependency |依存関係 )[^:\\s]+:([^:\\s]+)");

    private PomText() {}

    /**
     * The whole POM.
     *
     * @throws MagicException where {@code text} is no XML, with its line
     */
    static String whole(String text) throws MagicException {
        String xml = text.strip().replaceFirst("^<\\?xml[^>]*\\?>", "");
        boolean isWhole = xml.replaceAll("(?s)<!--.*?-->", "").strip().startsWith("<project");
        Document document = parse(isWhole ? xml : "<project>" + xml + "</project>", text);
        Element project = document.getDocumentElement();
        if (!isWhole) {
            gather(document, "dependency", "dependencies");
            gather(document, "repository", "repositories");
        }
        for (int i = 0; i < OWN_NAME.size(); i++) {
            boolean inherited = child(project, "parent") != null && i > 0 && i != 2;
            if (child(project, OWN_NAME.get(i)) == null && !inherited) {
                Element element = document.createElement(OWN_NAME.get(i));
                element.setTextContent(ITS_VALUES.get(i));
                project.appendChild(element);
            }
        }
        return text(document);
    }

    /** Whether {@code text} is well-formed; a sentence with the line where not. */
    static void check(String text) throws MagicException {
        parse(text.strip(), text);
    }

    /** A sentence about a dependency of {@code text}, with its line: the resolver names the dependency alone. */
    static String withLine(String sentence, String text) {
        Matcher named = NAMED.matcher(sentence);
        String line = SENTENCES.say("pom.line", "\\d+", "");
        if (!named.find() || Pattern.compile(line).matcher(sentence).find()) {
            return sentence;
        }
        Matcher there = Pattern.compile("<artifactId>\\s*" + Pattern.quote(named.group(1)) + "\\s*</artifactId>")
                .matcher(text);
        if (!there.find()) {
            return sentence;
        }
        long number = 1
                + text.substring(0, there.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int head = SENTENCES.say("pom.error", "\n").indexOf('\n');
        return sentence.substring(0, head) + SENTENCES.say("pom.line", number, sentence.substring(head));
    }

    private static Document parse(String xml, String original) throws MagicException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(
                    "http://apache.org/xml/properties/locale",
                    Language.current().locale());
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent()); // else it writes to the process's stderr
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            int skipped = (int) original.substring(
                            0, original.length() - original.stripLeading().length())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            throw new MagicException(SENTENCES.say("pom.xml", e.getLineNumber() + skipped, e.getMessage()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MagicException(SENTENCES.say("pom.broken", e.getMessage()));
        }
    }

    /** Moves all loose {@code name} elements of the project into its one {@code group} element. */
    private static void gather(Document document, String name, String group) {
        Element project = document.getDocumentElement();
        Element one = null;
        NodeList children = project.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node node = children.item(i);
            if (node.getNodeName().equals(group)) {
                one = one == null ? document.createElement(group) : one;
                while (node.getLastChild() != null) {
                    one.insertBefore(node.getLastChild(), one.getFirstChild());
                }
                project.removeChild(node);
            } else if (node.getNodeName().equals(name)) {
                one = one == null ? document.createElement(group) : one;
                one.insertBefore(node, one.getFirstChild());
            }
        }
        if (one != null) {
            project.appendChild(one);
        }
    }

    private static org.w3c.dom.@org.jspecify.annotations.Nullable Node child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return children.item(i);
            }
        }
        return null;
    }

    private static String text(Document document) throws MagicException {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new MagicException(SENTENCES.say("pom.broken", e.getMessage()));
        }
    }

    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
