package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.picture.form.DarkScene;
import porthole.picture.form.Pdf;
import porthole.picture.form.PictureForms;
import porthole.picture.form.Raster;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.form.SvgGraphics;

/**
 * What all pictures have in common: how they look, and the files that they are written to. None of these methods
 * changes the picture; each that changes something gives another one, so they can be chained:
 * {@code topology().only("web").dark().width(800).svg("web.svg")}.
 *
 * @param <P> the kind of picture
 */
abstract sealed class DrawnPicture<P extends DrawnPicture<P>> implements Displayable
        permits Picture,
                ClusterPicture,
                MatrixPicture,
                PacketPicture,
                CablingPicture,
                CablingFilm,
                FramesPicture,
                RoutePicture,
                PrefixPicture,
                JourneyPicture {
    private static final int NARROWEST = 16;
    private static final int WIDEST = 20_000;

    private final Style style;
    private @Nullable Scene light;
    private @Nullable String svg;
    private byte @Nullable [] png;

    DrawnPicture(Style style) {
        this.style = style;
    }

    /** Draws it in light colours and its own size. */
    abstract Scene draw(boolean legend);

    abstract P styled(Style other);

    Style style() {
        return style;
    }

    final synchronized Scene light() {
        if (light == null) {
            light = draw(style.legend());
        }
        return light;
    }

    private Scene coloured() {
        return style.dark() ? DarkScene.of(light()) : light();
    }

    /** Gives everything that the drawing shows as plain text. */
    public abstract String text();

    /**
     * Gives the same picture under another title.
     *
     * @param title any text
     */
    public abstract P title(String title);

    /**
     * Gives the same picture in the colours of a dark page or slide. Without this call a picture in a notebook is dark
     * where the page says that it is dark, and a file is light.
     */
    public P dark() {
        return styled(style.inDark());
    }

    /**
     * Gives the same picture with another width; the height follows in proportion, and so does the size of the letters.
     *
     * @param pixels in pixels of a page, 16 to 20000; a PNG has twice as many, so that it is sharp
     * @throws IllegalArgumentException with a sentence if {@code pixels} is out of range
     */
    public P width(int pixels) {
        if (pixels < NARROWEST || pixels > WIDEST) {
            throw new IllegalArgumentException(SENTENCES.say("style.width", pixels, NARROWEST, WIDEST));
        }
        return styled(style.wide(pixels));
    }

    /** Gives the same picture with an explanation of its signs under it. */
    public P legend() {
        return styled(style.explained());
    }

    /**
     * Gives the same picture with its fonts in the SVG, so that it looks the same on every machine, and its text can
     * still be selected. Letters that DejaVu Sans lacks, as Japanese ones, are put in as shapes.
     */
    public P embedded() {
        return styled(style.with(Style.Type.EMBEDDED));
    }

    /** Gives the same picture with its letters as shapes in SVG and PDF: no font is needed, and no text can be selected. */
    public P outlined() {
        return styled(style.with(Style.Type.OUTLINED));
    }

    /**
     * Gives a picture of a part.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws UnsupportedOperationException with a sentence if the picture has no parts
     */
    public P only(String... names) {
        throw new UnsupportedOperationException(SENTENCES.say("style.no-parts", "only"));
    }

    /**
     * Gives a picture in which some things are left out.
     *
     * @param names names of networks and containers, or beginnings of their ids
     * @throws UnsupportedOperationException with a sentence if the picture has no parts
     */
    public P without(String... names) {
        throw new UnsupportedOperationException(SENTENCES.say("style.no-parts", "without"));
    }

    /**
     * Gives the drawing as one {@code <svg>} element, without scripts or ids, so that it can be put into any page.
     */
    public synchronized String svg() {
        if (svg == null) {
            svg = SvgGraphics.write(coloured(), style);
        }
        return svg;
    }

    /**
     * Writes {@link #svg()} to a file in UTF-8. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path svg(Path file) throws IOException {
        return Files.writeString(checked(file, "svg"), svg());
    }

    /**
     * Writes {@link #svg()} to a file in UTF-8. A file that exists is replaced.
     *
     * @param file where to write, from the notebook's folder if it is relative: {@code "slides/web.svg"}
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public Path svg(String file) throws IOException {
        return svg(Path.of(file));
    }

    /** Gives the drawing as a PNG, at twice its width in pixels (less if that would be very large). */
    public byte[] pngBytes() {
        return png().clone();
    }

    private synchronized byte[] png() {
        if (png == null) {
            png = Raster.png(coloured(), style);
        }
        return png;
    }

    /**
     * Writes {@link #pngBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path png(Path file) throws IOException {
        return Files.write(checked(file, "png"), png());
    }

    /**
     * Writes {@link #pngBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write, from the notebook's folder if it is relative
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public Path png(String file) throws IOException {
        return png(Path.of(file));
    }

    /**
     * Gives the drawing as a PDF of one page of its size, with lines and letters that stay sharp. Letters of DejaVu Sans
     * are text with the font in the file if this machine has the font; all others are shapes.
     *
     * @throws IOException if a font of the machine cannot be read
     */
    public byte[] pdfBytes() throws IOException {
        return Pdf.of(coloured(), style);
    }

    /**
     * Writes {@link #pdfBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write
     * @return {@code file}
     * @throws IOException if the file cannot be written
     */
    public Path pdf(Path file) throws IOException {
        return Files.write(checked(file, "pdf"), pdfBytes());
    }

    /**
     * Writes {@link #pdfBytes()} to a file. A file that exists is replaced.
     *
     * @param file where to write, from the notebook's folder if it is relative
     * @return the file
     * @throws IOException if the file cannot be written
     */
    public Path pdf(String file) throws IOException {
        return pdf(Path.of(file));
    }

    /** A name that says another form would be opened by a program that cannot read it. */
    private static Path checked(Path file, String form) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (String other : new String[] {"svg", "png", "pdf"}) {
            if (!other.equals(form) && name.endsWith("." + other)) {
                throw new IllegalArgumentException(SENTENCES.say("style.ending", form, file, other));
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException(SENTENCES.say("style.folder", file, folder));
        }
        return file;
    }

    /** A scene as an image of a page: dark on a dark page, or always, if that was asked for. */
    final String onPage(Scene scene) {
        return style.dark()
                ? SvgGraphics.write(DarkScene.of(scene), style)
                : style.letters() == Style.Type.TEXT
                        ? SvgGraphics.following(scene, style)
                        : SvgGraphics.write(scene, style);
    }

    /** The drawing in all its forms. */
    final MimeBundle drawing() {
        return PictureForms.drawing(light(), style, svg(), png(), text());
    }

    /** Gives {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
