package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.flag.Force;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;

/** Several users of one machine at one engine. */
@Tag("engine")
class OtherUsersTest extends EngineSetup {
    @Test
    void aNameAndAPortThatAnotherUserHasAreToldWithTheUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can run a process of another user");
        Process theirs = new ProcessBuilder("setpriv", "--reuid=65534", "--clear-groups", "sleep", "600").start();
        int port = freePort();
        String name = engine.name("theirs");
        try {
            assertEquals("nobody", theirs.onExit().isDone() ? "" : userOf(theirs), "the process runs as another user");
            Owner other = new Owner(UUID.randomUUID().toString(), "shop", KernelProcess.of(theirs.pid()));
            try (Docker others = Docker.connect(Notices.none(), other)) {
                others.run(EngineFixture.NGINX, c -> c.name(name).publish(port + ":80"));
                assertEquals(
                        "The name \"" + name + "\" is taken by a container of " + EngineFixture.NGINX
                                + " (running) that the user nobody made. All users of one engine share its names: choose another"
                                + " name.",
                        assertThrows(EngineException.class, () -> docker.run(EngineFixture.TOOLS, c -> c.name(name)))
                                .getMessage());
                assertEquals(
                        "Port " + port + " of the host is taken by container \"" + name
                                + "\", which the user nobody made. All users of one engine share its ports: choose another port.",
                        assertThrows(
                                        EngineException.class,
                                        () -> docker.run(
                                                EngineFixture.NGINX,
                                                c -> c.name(engine.name("mine")).publish(port + ":80")))
                                .getMessage());
                others.rm(Force.FORCE, name);
            }
        } finally {
            theirs.destroyForcibly().waitFor();
        }
    }

    private static String userOf(Process process) throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            String user = process.info().user().orElse("");
            if (!user.equals("root")) {
                return user; // the program has begun
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
        return process.info().user().orElse("");
    }
}
