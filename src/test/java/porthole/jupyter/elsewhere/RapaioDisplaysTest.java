package porthole.jupyter.elsewhere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import porthole.display.Displayable;
import porthole.display.Table;

class RapaioDisplaysTest {
    private static final Table TABLE = new Table(List.of("name"), List.of(List.of("web")));

    /** As that kernel asks for it. */
    private static DisplayRenderer found() {
        DisplayProvider provider =
                ServiceLoader.load(DisplayProvider.class).findFirst().orElseThrow();
        return provider.getDisplayRenderers().get(0);
    }

    @Test
    void theServiceIsFoundAndTakesEveryValueThatShowsItself() {
        DisplayRenderer renderer = found();
        assertEquals(Displayable.class, renderer.rendererClass());
        assertTrue(renderer.canRender(null));
    }

    @Test
    void aTableIsHtmlWithItsText() {
        DisplayData data = found().render(null, TABLE);
        assertEquals(TABLE.text(), data.data().get("text/plain"));
        assertTrue(data.data().get("text/html").toString().startsWith("<table"));
    }

    @Test
    void onlyTheFormThatIsAskedForComesBesideTheText() {
        DisplayData data = found().render("image/png", TABLE);
        assertEquals(List.of("text/plain"), List.copyOf(data.data().keySet()));
    }
}
