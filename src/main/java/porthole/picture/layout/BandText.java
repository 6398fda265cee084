package porthole.picture.layout;

import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Ribbon;

/** How much room the text in a band takes. */
public final class BandText {
    private BandText() {}

    /** What a band's text needs, its name after the word "network". */
    static double width(Ribbon ribbon) {
        double widest = nameAt(ribbon) + Letters.BAND.width(ribbon.name().text());
        for (PictureContent.Words line : ribbon.lines()) {
            widest = Math.max(widest, Letters.SMALL.width(line.text()));
        }
        return widest;
    }

    /** Where the name begins after the word "network". */
    public static double nameAt(Ribbon ribbon) {
        return Letters.SMALL.width(ribbon.what()) + 6;
    }
}
