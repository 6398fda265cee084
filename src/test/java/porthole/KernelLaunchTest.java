package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.notebook.NotebookExtension;

class KernelLaunchTest {
    @Test
    void theDockerWordsAreAnExtensionThatTheJarNames() {
        assertEquals(
                List.of(NotebookExtension.class),
                KernelLaunch.extensions().stream()
                        .<Class<?>>map(Object::getClass)
                        .toList());
    }
}
