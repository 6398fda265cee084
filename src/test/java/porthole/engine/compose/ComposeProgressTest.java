package porthole.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines as Compose 1.29.2 and 2.x print them where no terminal reads them. */
class ComposeProgressTest {
    private static List<String> told(String... lines) {
        return Stream.of(lines)
                .map(ComposeProgress::end)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void eachThingOfVersion2IsToldOnceWhenItIsThere() {
        assertEquals(
                List.of("Network downloads_default  Created", "Container db  Running", "Container web  Started"),
                told(
                        " Network downloads_default  Creating",
                        " Network downloads_default  Created",
                        " Container web  Creating",
                        " Container web  Created",
                        " Container db  Running",
                        " Container web  Starting",
                        " Container web  Started"));
        assertEquals(
                List.of("Container web  Removed", "Network downloads_default  Removed"),
                told(
                        " Container web  Stopping",
                        " Container web  Stopped",
                        " Container web  Removing",
                        " Container web  Removed",
                        " Network downloads_default  Removing",
                        " Network downloads_default  Removed"));
    }

    @Test
    void eachThingOfVersion1IsToldOnceWhenItIsThere() {
        assertEquals(
                List.of(
                        "Creating network \"downloads_default\" with the default driver",
                        "Creating docker_compose_nginx ... done",
                        "Removing docker_compose_nginx ... done",
                        "Removing network downloads_default"),
                told(
                        "Creating network \"downloads_default\" with the default driver",
                        "Creating docker_compose_nginx ... ",
                        "Creating docker_compose_nginx ... \u001b[32mdone\u001b[0m",
                        "Stopping docker_compose_nginx ... ",
                        "Stopping docker_compose_nginx ... done",
                        "Removing docker_compose_nginx ... ",
                        "Removing docker_compose_nginx ... done",
                        "Removing network downloads_default"));
    }

    @Test
    void aWarningAndAnErrorStay() {
        String warning = "WARNING: Found orphan containers (old) for this project.";
        String error = "Creating web ... error";
        assertEquals(List.of(warning, error), told(warning, error));
    }
}
