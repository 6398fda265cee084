package porthole.probe.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.flag.Force;
import porthole.network.Snapshot;
import porthole.probe.ProbeSetup;

@Tag("engine")
class CablesTest extends ProbeSetup {
    /** Others may remove a container while all are asked. */
    @Test
    void aContainerThatIsRemovedMeanwhileDoesNotCostTheOthersTheirCables() {
        nginx(web, "bridge");
        nginx(test, "bridge");
        Snapshot before = docker.snapshot();
        docker.rm(Force.FORCE, test);
        Map<String, Map<String, String>> ends = Cables.ends(docker, before);
        assertTrue(ends.get(before.container(web).orElseThrow().id()).containsKey("eth0"), ends.toString());
        assertEquals(Map.of(), ends.get(before.container(test).orElseThrow().id()));
    }
}
