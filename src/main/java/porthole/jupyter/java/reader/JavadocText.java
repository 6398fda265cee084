package porthole.jupyter.java.reader;

import com.sun.source.doctree.AuthorTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;

/** Javadoc comments as HTML that is safe on a page: known elements without attributes, all else as text. */
final class JavadocText extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {
    private static final Set<String> ELEMENTS = Set.of(
            "b",
            "blockquote",
            "br",
            "code",
            "dd",
            "dl",
            "dt",
            "em",
            "h2",
            "h3",
            "h4",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "small",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "tt",
            "u",
            "ul");

    private final StringBuilder html = new StringBuilder();
    private final String inherited;

    private JavadocText(String inherited) {
        this.inherited = inherited;
    }

    /** @param inherited what {@code {@inheritDoc}} stands for */
    static String of(List<? extends DocTree> trees, String inherited) {
        JavadocText text = new JavadocText(inherited);
        text.all(trees);
        return text.html.toString().strip();
    }

    private void all(List<? extends DocTree> trees) {
        trees.forEach(t -> t.accept(this, null));
    }

    private void tag(String name, List<? extends DocTree> body) {
        html.append("<br><b>").append(name).append("</b> ");
        all(body);
    }

    @Override
    protected @Nullable Void defaultAction(DocTree tree, @Nullable Void nothing) {
        boolean isMarkdown = tree.getKind().name().equals("MARKDOWN"); // from JDK 23 on
        html.append(isMarkdown ? Markdown.html(tree.toString()) : Html.escape(tree.toString()));
        return null;
    }

    @Override
    public @Nullable Void visitText(TextTree tree, @Nullable Void nothing) {
        html.append(Html.escape(tree.getBody()));
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree tree, @Nullable Void nothing) {
        html.append('&').append(tree.getName()).append(';');
        return null;
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void nothing) {
        html.append(Html.escape(tree.getBody()));
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree tree, @Nullable Void nothing) {
        return element("<", tree.getName());
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree tree, @Nullable Void nothing) {
        return element("</", tree.getName());
    }

    private @Nullable Void element(String opening, Name name) {
        String lower = name.toString().toLowerCase(java.util.Locale.ROOT);
        if (ELEMENTS.contains(lower)) {
            html.append(opening).append(lower).append('>');
        }
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
        boolean code = tree.getKind() == DocTree.Kind.CODE;
        html.append(code ? "<code>" : "").append(Html.escape(tree.getBody().getBody()));
        html.append(code ? "</code>" : "");
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree tree, @Nullable Void nothing) {
        html.append("<code>");
        if (tree.getLabel().isEmpty()) {
            reference(tree.getReference());
        } else {
            all(tree.getLabel());
        }
        html.append("</code>");
        return null;
    }

    private void reference(ReferenceTree tree) {
        String signature = tree.getSignature();
        html.append(Html.escape(signature.startsWith("#") ? signature.substring(1) : signature.replace('#', '.')));
    }

    @Override
    public @Nullable Void visitReference(ReferenceTree tree, @Nullable Void nothing) {
        reference(tree);
        return null;
    }

    @Override
    public @Nullable Void visitInheritDoc(InheritDocTree tree, @Nullable Void nothing) {
        html.append(inherited);
        return null;
    }

    @Override
    public @Nullable Void visitParam(ParamTree tree, @Nullable Void nothing) {
        html.append("<br><b>").append(tree.isTypeParameter() ? "&lt;" : "");
        html.append("<code>").append(Html.escape(tree.getName().toString())).append("</code>");
        html.append(tree.isTypeParameter() ? "&gt;" : "").append("</b>: ");
        all(tree.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        tag("returns", tree.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitThrows(ThrowsTree tree, @Nullable Void nothing) {
        html.append("<br><b>throws <code>");
        reference(tree.getExceptionName());
        html.append("</code></b> ");
        all(tree.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitSince(SinceTree tree, @Nullable Void nothing) {
        tag("since", tree.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitSee(SeeTree tree, @Nullable Void nothing) {
        tag("see", tree.getReference());
        return null;
    }

    @Override
    public @Nullable Void visitDeprecated(DeprecatedTree tree, @Nullable Void nothing) {
        tag("deprecated", tree.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitAuthor(AuthorTree tree, @Nullable Void nothing) {
        return null; // helps nobody who wants to call it
    }

    @Override
    public @Nullable Void visitUnknownBlockTag(UnknownBlockTagTree tree, @Nullable Void nothing) {
        // the JDK's own @apiNote, @implSpec and their like
        tag(Html.escape(tree.getTagName()), tree.getContent());
        return null;
    }

    @Override
    public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree tree, @Nullable Void nothing) {
        all(tree.getContent());
        return null;
    }
}
