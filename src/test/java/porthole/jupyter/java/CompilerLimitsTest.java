package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.jupyter.java.run.JdkHooks;

/** What the compiler cannot do, or fails at by itself, is said, and spoils no later cell. */
class CompilerLimitsTest extends SessionPerTest {
    @BeforeAll
    static void hook() {
        JdkHooks.place();
    }

    private void worksOn() {
        assertEquals("2", session.shows("1 + 1"));
        assertEquals("4", session.shows("int z = 4;\nint q() { return z; }\nq()"));
        assertEquals("[1]", session.shows("var all = List.of(1);\nall"));
    }

    @Test
    void aConstantThatNoClassFileHoldsIsRefused() {
        String text = Session.text(session.fails("\"" + "x".repeat(70_000) + "\".length()"));
        assertTrue(text.contains("at most 65,534 bytes, and this has 70000"), text);
        text = Session.text(
                session.fails("String s = \"" + "あ".repeat(20_000) + "\" + \"" + "y".repeat(6_000) + "\";"));
        assertTrue(text.contains("this has 66000"), text);
        worksOn();
        session.shows("class Q { static final String HALF = \"" + "x".repeat(40_000) + "\"; }");
        session.fails("(Q.HALF + Q.HALF).length()");
        session.fails("String s = Q.HALF + Q.HALF;");
        worksOn();
        assertEquals("65534", session.shows("(\"" + "x".repeat(65_534) + "\").length()"));
    }

    @Test
    void aCompilerThatFailsByItselfIsNoKernelError() {
        String text = Session.text(session.fails("var x = x;"));
        assertTrue(text.startsWith("CompilationError"), text);
        session.shows("<T> List<T> listOf(T... xs) { return List.of(xs); }\nvar l = listOf(1, \"a\", 2.0);");
        RecordedOutputs outputs = new RecordedOutputs();
        text = Session.text(Session.fails(session.run("l.get(0).compareTo(null)", outputs)));
        assertTrue(text.startsWith("CompilationError"), text);
        assertEquals("", outputs.err()); // no stack trace of javac's
        worksOn();
    }

    @Test
    void aRefusedTypeSpoilsNoTypeOfALaterValue() {
        session.fails("class Bad { int f() { return \"x\"; } }");
        session.fails("record Worse(int a) { Worse { return; } }");
        session.shows("var run = new Runnable() { int n = 7; public void run() { n++; } };\nrun.run();");
        assertEquals("8", session.shows("run.n"));
        session.shows("int waits() { return missing; }"); // expressions are JShell's now
        assertEquals(
                "[2]",
                session.shows("Stream.of(1).map(new Function<Integer, Integer>() {\n"
                        + "    public Integer apply(Integer i) { return i + 1; } }).toList()"));
        session.shows(
                "var all = new java.util.ArrayDeque<Integer>(List.of(3)) { int twice() { return 2 * peek(); } };");
        assertEquals("6", session.shows("all.twice()"));
    }

    @Test
    void aLostVariableIsNamedAsLostByTheErrorThatFollows() {
        session.shows("class St { int a; }\nvar st = new St();");
        session.shows("class St { int a; int b; }");
        String text = Session.text(session.fails("st.a")).replaceAll("\\s+", " ");
        assertTrue(text.contains("Hint: st has lost its value, because its type has changed"), text);
        session.shows("var st = new St();");
        assertEquals("0", session.shows("st.b"));
    }

    @Test
    void aSealedTypeThatWaitsForOneOfItsOwnIsNotSaidToBeMissing() {
        session.shows("sealed interface Animal permits Dog, Cat {}");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("final class Dog implements Animal {}", outputs));
        assertEquals(
                "Dog refers to Animal, which is declared but waits for class Cat; declare that too before Dog is used.\n",
                outputs.err());
        session.shows("final class Cat implements Animal {}");
        assertEquals("true", session.shows("new Dog() instanceof Animal"));
    }

    @Test
    void aFinalVariableIsNotSetAgainButMayBeDeclaredAnew() {
        session.shows("final int F = 3;");
        for (String set : new String[] {"F = 4;", "F += 1", "F++", "++F;", "F = 4; int g = 2;"}) {
            String text = Session.text(session.fails(set));
            assertTrue(text.contains("F is final"), set + ": " + text);
        }
        assertEquals("true", session.shows("F == 3"));
        session.shows("int twice(int F) { F = 2 * F; return F; }");
        assertEquals("8", session.shows("twice(4)"));
        session.shows("int F = 5;\nF++;");
        assertEquals("6", session.shows("F"));
    }

    @Test
    void aMethodThatSetsWhatIsDeclaredFinalLaterIsNamed() {
        session.shows("void up() { LATE++; }\nclass Own { int LATE; void up() { LATE++; } }");
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("final int LATE = 3;", outputs));
        assertTrue(outputs.err().contains("LATE is final, but up of an earlier cell sets it"), outputs.err());
        assertTrue(!outputs.err().contains("Own"), outputs.err());
    }

    @Test
    void aFinalVariableIsNotSetByALambdaOrAMethodEither() {
        session.shows("final int F = 3;\nfinal List<Integer> ALL = new ArrayList<>();");
        for (String set : new String[] {
            "void up() { F++; }",
            "Runnable r = () -> F = 4;",
            "var r = (Runnable) () -> { F += 4; };",
            "List.of(1).forEach(i -> { F = i; })",
            "class Up { int f() { return F = 9; } }",
            "if (F == 3) { F = 4; }",
            "private int g = F = 4;",
            "int h() { return (F) = 1; }"
        }) {
            String text = Session.text(session.fails(set));
            assertTrue(text.contains("F is final"), set + ": " + text);
        }
        assertEquals("3", session.shows("ALL.add(F);\nint near = F; near = 2;\nF"));
        session.shows(
                "class Own { int F; void up() { F = 7; this.F++; } }\nclass Sub extends Own { void two() { F = 2; } }");
        assertEquals("2", session.shows("var sub = new Sub();\nsub.F = 1; sub.two(); sub.F"));
        assertEquals("8", session.shows("int twice(int F) { F = 2 * F; return F; }\ntwice(4)"));
        assertEquals("6", session.shows("for (int F = 0; F < 2; F++) { near += 2; }\nnear"));
        assertEquals("5", session.shows("int F = 5;\nvoid up() { F++; }\nF"));
    }
}
