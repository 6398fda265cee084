package org.rapaio.jupyter.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** One value in several MIME types, as rapaio's kernel sends it. */
public class DisplayData {
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();

    DisplayData() {}

    /** A value in one MIME type. */
    public static DisplayData withType(String mime, String content) {
        DisplayData made = new DisplayData();
        made.putData(mime, content);
        return made;
    }

    /** Adds a form, a text or Base64. */
    public void putData(String mime, Object content) {
        data.put(mime, content);
    }

    /** Adds hints for the front end about one form. */
    public void putMetaData(String mime, Object hints) {
        metadata.put(mime, hints);
    }

    /** The forms by MIME type. */
    public Map<String, Object> data() {
        return data;
    }

    /** The hints by MIME type. */
    public Map<String, Object> metadata() {
        return metadata;
    }
}
