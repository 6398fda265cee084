package porthole.jupyter.java;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that begin with a session of their own, in a kernel that may redefine classes. */
abstract class SessionPerTest {
    protected Session session;

    @BeforeAll
    static void attach() {
        Attached.now();
    }

    @BeforeEach
    void open() {
        session = new Session();
    }

    @AfterEach
    void close() {
        session.close();
    }
}
