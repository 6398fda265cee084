package porthole.lesson;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.engine.api.ExecResult;
import porthole.picture.CablingPicture;

/**
 * One command of a bridge that is built by hand.
 *
 * @param result the command's output and exit code
 * @param picture what was connected to what after it
 */
public record HandStep(ExecResult result, CablingPicture picture) implements Displayable {
    @Override
    public List<MimeBundle> outputs() {
        List<MimeBundle> all = new ArrayList<>(picture.outputs());
        if (!result.text().isEmpty()) {
            all.add(MimeBundle.text(result.text()));
        }
        return all;
    }

    @Override
    public String toString() {
        return picture.text() + (result.text().isEmpty() ? "" : "\n" + result.text());
    }
}
