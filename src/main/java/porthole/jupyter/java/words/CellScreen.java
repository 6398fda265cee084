package porthole.jupyter.java.words;

import porthole.display.Displayable;
import porthole.jupyter.magic.Screen;

/** The outputs of whichever cell's thread calls. */
public final class CellScreen implements Screen {
    @Override
    public String show(Displayable value) {
        return CellWords.display(value);
    }

    @Override
    public void update(String id, Displayable value) {
        CellWords.updateDisplay(id, value);
    }
}
