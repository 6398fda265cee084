package porthole.jupyter.java.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.Attached;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** Stack traces that a cell's code or a library prints by itself: cells and lines, and nothing of the kernel. */
class TracesTest {
    private static Session session;

    @BeforeAll
    static void open() throws IOException {
        Attached.now();
        JdkHooks.place();
        session = new Session();
        // java.util.logging holds on to the System.err of its first use, which was another test's session.
        LogManager.getLogManager().readConfiguration();
        session.shows("import java.util.logging.*;\n\nclass Till {\n  void open() {\n"
                + "    throw new IllegalStateException(\"shut\", new RuntimeException(\"no key\"));\n  }\n}");
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static String printed(String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(code, outputs));
        String text = outputs.out() + outputs.err();
        assertFalse(text.contains("porthole."), text);
        assertFalse(text.contains("$JShell$"), text);
        assertFalse(text.contains("do_it$"), text);
        assertFalse(text.contains("jdk.internal.reflect"), text);
        return text;
    }

    @Test
    void aWriterGetsCellsAndLines() {
        String text = printed("try {\n  new Till().open();\n} catch (IllegalStateException e) {\n"
                + "  e.printStackTrace(new PrintWriter(System.out, true));\n}");
        assertTrue(
                text.startsWith("java.lang.IllegalStateException: shut\n\tat Till.open(In[1]:5)\n\tat Cell.run(In["),
                text);
        assertTrue(text.contains("]:2)\nCaused by: java.lang.RuntimeException: no key"), text);
    }

    @Test
    void aLoggerGetsCellsAndLines() {
        String text = printed(
                "void note() {\n  Logger.getLogger(\"till\").log(Level.WARNING, \"late\", new RuntimeException());\n}"
                        + "\nnote();");
        assertTrue(text.contains("Cell note\n"), text);
        assertTrue(text.contains("]:2)\n\tat Cell.run(In["), text);
    }

    @Test
    void aDumpOfTheStackEndsAtTheCell() {
        String text = printed("Thread.dumpStack();");
        assertTrue(text.strip().endsWith("]:1)"), text);
    }

    @Test
    void aThreadsOwnFramesStay() {
        String text = printed(
                "var thread = new Thread(() ->\n  new RuntimeException().printStackTrace(new PrintWriter(System.out, true)));\n"
                        + "thread.start();\nthread.join();");
        assertTrue(text.contains("]:2)\n\tat java.base/java.lang.Thread.run("), text);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aVirtualThreadGetsCellsAndLines() {
        String text = printed("var virtual = Thread.ofVirtual().start(() -> new Till().open());\nvirtual.join();");
        assertTrue(text.contains("In[1]:5"), text);
    }

    @Test
    void aDeepRecursionIsToldFrameByFrame() {
        assertEquals(
                "true Cell.deep",
                session.shows(
                        "int deep(int n) { return deep(n + 1) + 1; }\nString found = \"\";\n"
                                + "try { deep(0); } catch (StackOverflowError e) { var all = e.getStackTrace();\n"
                                + "  found = (all.length > 1000) + \" \" + all[9].getClassName() + \".\" + all[9].getMethodName(); }\nfound"));
    }

    @Test
    void theKernelsOwnTracebackKnowsTheClasses() {
        String text = Session.text(session.fails("new Till().open()"));
        assertTrue(text.contains("\u2192 In[1]:5  throw new IllegalStateException"), text);
        assertTrue(text.contains("in Till.open()"), text);
        assertTrue(Session.text(session.fails("enum Size { SMALL, LARGE }\nSize.valueOf(\"SMAL\")"))
                .contains("The constants are SMALL, LARGE."));
    }

    @Test
    void theValueOfAdeclarationIsMadeOnOneLine() {
        String text = session.shows("var made = new Throwable(\"t\"); made");
        assertFalse(text.contains("do_it"), text);
        assertEquals(text.indexOf("var made"), text.lastIndexOf("var made"), text);
    }

    @Test
    void whatAnAnonymousClassIsNotIsSaid() {
        session.shows("class Shape {}\nObject thing = new Object() {};");
        Outcome.Failed failed = session.fails("(Shape) thing");
        assertEquals("an anonymous class cannot be cast to class Shape", failed.message());
        assertTrue(Session.text(failed).contains("The object is of a class without a name"), Session.text(failed));
    }

    @Test
    void nothingToThrowAndNothingToHalt() {
        assertTrue(Session.text(session.fails("throw null")).contains("Only an exception can be thrown"));
        assertTrue(session.fails("Runtime.getRuntime().halt(3)").message().startsWith("Runtime.halt(3) would end"));
        assertTrue(session.fails("Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 3);")
                .traceback()
                .toString()
                .contains("Runtime.halt(3) would end"));
    }
}
