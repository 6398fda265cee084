package porthole.jupyter.java;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import porthole.jupyter.java.run.JdkHooks;

/** Tests that share one session, in a kernel that may redefine classes and has its hooks in the JDK. */
abstract class SessionPerClass {
    protected static Session session;

    @BeforeAll
    static void open() {
        Attached.now();
        JdkHooks.place();
        session = new Session();
    }

    @AfterAll
    static void close() {
        session.close();
    }
}
