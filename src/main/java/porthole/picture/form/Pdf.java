package porthole.picture.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** A scene as a PDF of one page. */
public final class Pdf {
    /** A pixel of a page is a 96th of an inch, a point of PDF a 72nd. */
    private static final double POINTS = 0.75;

    private Pdf() {}

    public static byte[] of(Scene scene, Style style) throws IOException {
        float scale = (float) (POINTS * style.scale(scene));
        float width = (float) scene.width() * scale;
        float height = (float) scene.height() * scale;
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(scene.title());
            document.getDocumentInformation().setSubject(scene.description());
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            boolean text = style.letters() != Style.Type.OUTLINED;
            Optional<PDType0Font> plain = text ? font(document, false) : Optional.empty();
            Optional<PDType0Font> bold = text ? font(document, true) : Optional.empty();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(new Matrix(scale, 0, 0, -scale, 0, height));
                new SceneChart(scene).paint(new PdfGraphics(content, plain, bold));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Optional<PDType0Font> font(PDDocument document, boolean bold) throws IOException {
        var file = FontFiles.dejaVu(bold);
        return file.isPresent()
                ? Optional.of(PDType0Font.load(document, file.get().toFile()))
                : Optional.empty();
    }
}
