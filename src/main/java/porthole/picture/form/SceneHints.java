package porthole.picture.form;

import java.awt.RenderingHints;

/** What a scene tells a surface about the text that it draws next, beyond what {@code Graphics2D} can say. */
final class SceneHints extends RenderingHints.Key {
    /** {@code middle} or {@code end}: what the x of the text is; without it centred text slides in narrower fonts. */
    static final SceneHints ANCHOR = new SceneHints(1);
    /** The whole text, where it is drawn shortened. */
    static final SceneHints FULL_TEXT = new SceneHints(2);

    private SceneHints(int key) {
        super(key);
    }

    @Override
    public boolean isCompatibleValue(Object value) {
        return value instanceof String;
    }
}
