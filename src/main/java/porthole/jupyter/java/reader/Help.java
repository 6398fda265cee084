package porthole.jupyter.java.reader;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import porthole.display.Html;
import porthole.display.MimeBundle;

/**
 * Signatures and Javadoc, in the order to show.
 *
 * @param entries the element at the cursor, then others of its name
 */
public record Help(List<Entry> entries) {
    private static final int MOST_BRIEF = 4;
    private static final int MOST = 20;

    /**
     * One element.
     *
     * @param html its Javadoc; empty where there is none on this machine
     * @param page where the JDK's own documentation has it; empty for all else
     */
    public record Entry(String signature, String html, String page) {}

    static Help of(Reading reading, Documentation.Lookup documentation, boolean detailed) {
        List<Entry> entries = new ArrayList<>();
        List<Element> elements = new ElementsAt(reading).all();
        for (Element element : elements) {
            boolean inFull = entries.size() < (detailed ? MOST : MOST_BRIEF);
            entries.add(entry(element, reading, documentation, inFull, detailed || elements.size() == 1));
        }
        return new Help(entries);
    }

    private static Entry entry(
            Element element, Reading reading, Documentation.Lookup documentation, boolean inFull, boolean whole) {
        Optional<CommentedSource.Entry> source = inFull ? documentation.of(element, reading) : Optional.empty();
        List<String> names = element instanceof ExecutableElement method
                ? source.map(CommentedSource.Entry::parameters).orElse(MethodSignature.names(method))
                : List.of();
        String html = inFull ? javadoc(element, source, reading, documentation, whole) : "";
        return new Entry(MethodSignature.full(element, names), html, html.isEmpty() ? page(element, reading) : "");
    }

    private static String javadoc(
            Element element,
            Optional<CommentedSource.Entry> source,
            Reading reading,
            Documentation.Lookup documentation,
            boolean whole) {
        Optional<DocCommentTree> comment = source.flatMap(CommentedSource.Entry::comment);
        if (comment.isEmpty()) {
            return overridden(element, reading).stream()
                    .map(above -> documentation
                            .of(above, reading)
                            .flatMap(CommentedSource.Entry::comment)
                            .map(c -> text(c, "", whole)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse("");
        }
        String above = comment.get().toString().contains("{@inheritDoc}")
                ? javadoc(element, Optional.empty(), reading, documentation, false)
                : "";
        return text(comment.get(), above, whole);
    }

    private static String text(DocCommentTree comment, String inherited, boolean whole) {
        List<DocTree> trees = new ArrayList<>(whole ? comment.getFullBody() : comment.getFirstSentence());
        String body = JavadocText.of(trees, inherited);
        String tags = JavadocText.of(
                comment.getBlockTags().stream()
                        .filter(t -> whole || Set.of("param", "return").contains(kind(t)))
                        .toList(),
                inherited);
        return body + tags;
    }

    private static String kind(DocTree tag) {
        return tag.getKind().tagName == null ? "" : tag.getKind().tagName;
    }

    /** The methods that {@code element} overrides, nearest first. */
    private static List<ExecutableElement> overridden(Element element, Reading reading) {
        List<ExecutableElement> found = new ArrayList<>();
        if (element instanceof ExecutableElement method && method.getEnclosingElement() instanceof TypeElement type) {
            collect(method, type, type, reading, found);
        }
        return found;
    }

    private static void collect(
            ExecutableElement method,
            TypeElement type,
            TypeElement at,
            Reading reading,
            List<ExecutableElement> found) {
        for (TypeMirror above : reading.types().directSupertypes(at.asType())) {
            if (reading.types().asElement(above) instanceof TypeElement next) {
                ElementFilter.methodsIn(next.getEnclosedElements()).stream()
                        .filter(m -> reading.elements().overrides(method, m, type))
                        .forEach(found::add);
                collect(method, type, next, reading, found);
            }
        }
    }

    private static String page(Element element, Reading reading) {
        ModuleElement module = reading.elements().getModuleOf(element);
        return module == null || module.isUnnamed() ? "" : JdkPages.of(element, module);
    }

    /** This help with a line in front: the import that a name still needs. */
    public Help beginning(String line) {
        if (entries.isEmpty()) {
            return this;
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(0, new Entry(line, "", ""));
        return new Help(more);
    }

    /** As a front end shows it; empty where there is nothing to show. */
    public Optional<MimeBundle> bundle() {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            boolean separate = i > 0 && !(isLine(entries.get(i - 1)) && isLine(entries.get(i)));
            html.append(separate ? "<hr>\n" : "").append(html(entries.get(i))).append('\n');
        }
        String text = entries.stream().map(Help::plain).collect(Collectors.joining("\n\n"));
        return Optional.of(MimeBundle.html(html.toString(), text));
    }

    /** A signature alone: overloads of which no more is known stand close together. */
    private static boolean isLine(Entry entry) {
        return entry.html().isEmpty();
    }

    private static String html(Entry entry) {
        String link = entry.page().isEmpty()
                ? ""
                : " <a href=\"" + Html.escape(entry.page()) + "\" target=\"_blank\">Java's documentation</a>";
        return "<p><code><b>" + Html.escape(entry.signature()) + "</b></code>" + link + "</p>"
                + (isLine(entry) ? "" : "<div>" + entry.html() + "</div>");
    }

    private static String plain(Entry entry) {
        String text = entry.html().isEmpty() ? "" : "\n" + PlainText.of(entry.html());
        return entry.signature() + text + (entry.page().isEmpty() ? "" : "\n" + entry.page());
    }
}
