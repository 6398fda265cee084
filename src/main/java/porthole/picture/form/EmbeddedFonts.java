package porthole.picture.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import porthole.display.Sentences;

/**
 * The letters of a scene, and no others, as fonts in a style sheet.
 *
 * @param family the fonts' name: other letters make another name, so that two pictures on one page keep their own
 * @param sheet a {@code <style>} element
 */
record EmbeddedFonts(String family, String sheet) {
    private static final Sentences SENTENCES = Sentences.of(EmbeddedFonts.class);

    /** @throws IllegalStateException with a sentence if this machine has no DejaVu Sans */
    static EmbeddedFonts of(Scene scene) {
        byte[] plain = subset(scene, false);
        byte[] bold = subset(scene, true);
        CRC32 sum = new CRC32();
        sum.update(plain);
        sum.update(bold);
        String family = "Porthole" + Long.toHexString(sum.getValue());
        return new EmbeddedFonts(
                family, "<style>" + face(family, "normal", plain) + face(family, "bold", bold) + "</style>\n");
    }

    private static String face(String family, String weight, byte[] font) {
        String encoded = new String(Base64.getEncoder().encode(font), StandardCharsets.US_ASCII);
        return font.length == 0
                ? ""
                : "@font-face{font-family:" + family + ";font-weight:" + weight + ";src:url(data:font/ttf;base64,"
                        + encoded + ")}";
    }

    /** Empty where nothing is written in it. */
    private static byte[] subset(Scene scene, boolean bold) {
        int[] points = scene.labels().stream()
                .filter(label -> label.letters().bold() == bold)
                .flatMapToInt(label -> label.text().codePoints())
                .distinct()
                .sorted()
                .toArray();
        if (points.length == 0) {
            return new byte[0];
        }
        Path file = FontFiles.dejaVu(bold).orElseThrow(() -> new IllegalStateException(SENTENCES.say("style.no-font")));
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            TTFSubsetter subsetter = new TTFSubsetter(font);
            for (int point : points) {
                subsetter.add(point);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
