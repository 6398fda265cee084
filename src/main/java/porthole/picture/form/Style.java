package porthole.picture.form;

import java.util.OptionalInt;

/**
 * How a picture leaves: what a caller has asked for beside what it shows.
 *
 * @param dark whether in the colours of dark pages
 * @param width in pixels of a page, with the height in proportion; empty for the drawing's own
 * @param legend whether its signs are explained under it
 * @param letters how letters are put into an SVG
 */
public record Style(boolean dark, OptionalInt width, boolean legend, Type letters) {
    /** How letters are put into an SVG. */
    public enum Type {
        /** As text in a font that the reader's machine has. */
        TEXT,
        /** As text, with the fonts in the file. */
        EMBEDDED,
        /** As shapes, which need no font. */
        OUTLINED
    }

    public static final Style PLAIN = new Style(false, OptionalInt.empty(), false, Type.TEXT);

    public Style inDark() {
        return new Style(true, width, legend, letters);
    }

    public Style wide(int pixels) {
        return new Style(dark, OptionalInt.of(pixels), legend, letters);
    }

    public Style explained() {
        return new Style(dark, width, true, letters);
    }

    public Style with(Type type) {
        return new Style(dark, width, legend, type);
    }

    /** By how much a drawing is enlarged. */
    double scale(Scene scene) {
        return width.isPresent() ? width.getAsInt() / scene.width() : 1;
    }
}
