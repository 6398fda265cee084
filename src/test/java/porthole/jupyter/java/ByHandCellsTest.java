package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.jupyter.java.run.JdkHooks;
import porthole.notebook.NotebookExtension;

/** A bridge that is built by hand, as cells write it. */
@Tag("engine")
class ByHandCellsTest {
    private static final String PAIR =
            "hand.onHost(\"ip link add \" + hand.veth() + \" type veth peer name \" + hand.peer())";

    @Test
    void aCellRunAgainBuildsAnewAndResetTellsTheCableOnce() {
        Attached.now();
        JdkHooks.place();
        Session session = new Session(new NotebookExtension());
        try {
            session.shows("var hand = byHand();");
            String room = session.shows("hand.room()");
            session.shows(PAIR);
            String again = session.shows(PAIR);
            assertTrue(again.contains("connected to nothing"), again);
            session.shows("hand = byHand();");
            assertEquals(room, session.shows("hand.room()"));
            session.shows(PAIR);
            assertTrue(session.shows("hand").startsWith("Step 2 of 7: a cable"));
            assertTrue(session.shows("hand.film()").startsWith("Wired by hand: 2 pictures"));
            String ends = session.shows("hand.veth() + \" – \" + hand.peer()");
            String told = session.shows("lab.reset()");
            assertEquals(
                    1,
                    told.lines()
                            .filter(line -> line.matches("link +" + ends + " *"))
                            .count(),
                    told);
            assertEquals("0", session.shows("lab.reset().size()"));
        } finally {
            session.shows("lab.reset()");
            session.java.close();
        }
    }
}
