package io.github.spencerpark.jupyter.kernel.display.mime;

import porthole.jupyter.compat.MediaType;

/** A MIME type by its name. */
public final class MIMEType extends MediaType {
    /** Whatever there is. */
    public static final MIMEType ANY = parse("*");

    /** XML. */
    public static final MIMEType APPLICATION_XML = parse("application/xml");

    /** JSON. */
    public static final MIMEType APPLICATION_JSON = parse("application/json");

    /** JavaScript. */
    public static final MIMEType APPLICATION_JAVASCRIPT = parse("application/javascript");

    /** PDF, in Base64. */
    public static final MIMEType APPLICATION_PDF = parse("application/pdf");

    /** HTML. */
    public static final MIMEType TEXT_HTML = parse("text/html");

    /** Markdown. */
    public static final MIMEType TEXT_MARKDOWN = parse("text/markdown");

    /** LaTeX. */
    public static final MIMEType TEXT_LATEX = parse("text/latex");

    /** Text as it is. */
    public static final MIMEType TEXT_PLAIN = parse("text/plain");

    /** CSS. */
    public static final MIMEType TEXT_CSS = parse("text/css");

    /** A PNG picture, in Base64. */
    public static final MIMEType IMAGE_PNG = parse("image/png");

    /** A JPEG picture, in Base64. */
    public static final MIMEType IMAGE_JPEG = parse("image/jpeg");

    /** A GIF picture, in Base64. */
    public static final MIMEType IMAGE_GIF = parse("image/gif");

    /** An SVG picture. */
    public static final MIMEType IMAGE_SVG = parse("image/svg+xml");

    /** The type of these parts; see {@link #parse} for the usual way. */
    public MIMEType(String group, String tree, String subtype, String suffix) {
        super(group, tree == null ? "" : tree, subtype == null ? "" : subtype, suffix == null ? "" : suffix);
    }

    /** The type of this name. */
    public static MIMEType parse(String name) {
        String[] parts = parts(name);
        return new MIMEType(parts[0], parts[1], parts[2], parts[3]);
    }

    /** The same without what stands behind the plus sign. */
    public MIMEType withoutSuffix() {
        return new MIMEType(getGroup(), getTree(), getSubtype(), "");
    }
}
