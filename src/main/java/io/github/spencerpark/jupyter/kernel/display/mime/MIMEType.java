package io.github.spencerpark.jupyter.kernel.display.mime;

/** A MIME type by its name. */
public final class MIMEType {
    /** Whatever there is. */
    public static final MIMEType ANY = new MIMEType("*/*");

    /** Text as it is. */
    public static final MIMEType TEXT_PLAIN = new MIMEType("text/plain");

    /** HTML. */
    public static final MIMEType TEXT_HTML = new MIMEType("text/html");

    /** Markdown. */
    public static final MIMEType TEXT_MARKDOWN = new MIMEType("text/markdown");

    /** LaTeX. */
    public static final MIMEType TEXT_LATEX = new MIMEType("text/latex");

    /** CSS. */
    public static final MIMEType TEXT_CSS = new MIMEType("text/css");

    /** JSON. */
    public static final MIMEType APPLICATION_JSON = new MIMEType("application/json");

    /** JavaScript. */
    public static final MIMEType APPLICATION_JAVASCRIPT = new MIMEType("application/javascript");

    /** A PNG picture, in Base64. */
    public static final MIMEType IMAGE_PNG = new MIMEType("image/png");

    /** A JPEG picture, in Base64. */
    public static final MIMEType IMAGE_JPEG = new MIMEType("image/jpeg");

    /** A GIF picture, in Base64. */
    public static final MIMEType IMAGE_GIF = new MIMEType("image/gif");

    /** An SVG picture. */
    public static final MIMEType IMAGE_SVG = new MIMEType("image/svg+xml");

    private final String name;

    private MIMEType(String name) {
        this.name = name;
    }

    /** The type of this name. */
    public static MIMEType parse(String name) {
        return new MIMEType(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MIMEType type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name, as {@code text/html}. */
    @Override
    public String toString() {
        return name;
    }
}
