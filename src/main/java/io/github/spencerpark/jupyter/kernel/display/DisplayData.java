package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import porthole.jupyter.compat.Forms;

/** One value in several MIME types, to be filled. */
@SuppressWarnings("this-escape") // javac 21 and later; these constructors are part of the form that notebooks know
public class DisplayData extends Forms {
    /** Nothing yet. */
    public DisplayData() {}

    /** A text. */
    public DisplayData(String text) {
        putText(text);
    }

    /** A copy. */
    public DisplayData(DisplayData other) {
        assign(other);
    }

    /** {@code data}, or an empty one for null. */
    public static DisplayData emptyIfNull(DisplayData data) {
        return data == null ? new DisplayData() : data;
    }

    /** Adds a form. */
    public void putData(MIMEType type, Object content) {
        putData(type.toString(), content);
    }

    /** Adds a form with hints for the front end. */
    public void putData(MIMEType type, Object content, Object hints) {
        putData(type, content);
        putMetaData(type, hints);
    }

    /** Adds hints for the front end about a form. */
    public void putMetaData(MIMEType type, Object hints) {
        putMetaData(type.toString(), hints);
    }

    /** The form of this type; null where there is none. */
    public Object getData(MIMEType type) {
        return get(type.toString());
    }

    /** Whether there is a form of this type. */
    public boolean hasDataForType(MIMEType type) {
        return getData(type) != null;
    }

    /** Takes over all that {@code other} has. */
    public void assign(DisplayData other) {
        take(other);
    }

    /** Says under which id it is shown. */
    public void setDisplayId(String id) {
        name(id);
    }
}
