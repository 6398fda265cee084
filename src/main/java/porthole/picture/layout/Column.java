package porthole.picture.layout;

import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Ribbon;

/** What stands beside what, from left to right. */
sealed interface Column {
    /**
     * A box.
     *
     * @param segment columns of one segment belong together; a new line begins between segments rather than in one
     */
    record OfFigure(Figure figure, int segment) implements Column {}

    /** The place of a band that nothing hangs from. */
    record OfEmpty(Ribbon ribbon, int segment) implements Column {}

    /** The line that nothing crosses. */
    record Divider(int segment) implements Column {}

    int segment();
}
