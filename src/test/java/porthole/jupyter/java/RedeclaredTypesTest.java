package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Types that are declared once more: what begins with other values begins anew, and that is told. */
@SuppressWarnings("StringConcatToTextBlock")
class RedeclaredTypesTest extends SessionPerTest {
    /** What a cell that succeeds says beside its value. */
    private String told(String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(code, outputs));
        return outputs.err();
    }

    private static final String ROM = "class Rom {\n"
            + "  static final Map<Character, Integer> M = Map.of('I', 1, 'V', 5%s);\n"
            + "  static int val(String s) { int t = 0; for (char c : s.toCharArray()) t += M.getOrDefault(c, 0); return t; }\n"
            + "}";

    @Test
    void anEditedMapOfAClassIsTheNewOne() {
        session.shows(String.format(ROM, ""));
        assertEquals("6", session.shows("Rom.val(\"XVI\")"));
        assertEquals(
                "Rom starts anew with its initial values; what was in M is lost.\n",
                told(String.format(ROM, ", 'X', 10")));
        assertEquals("16", session.shows("Rom.val(\"XVI\")"));
    }

    @Test
    void anUneditedRerunKeepsTheState() {
        String counter = "class Counter { static int n = 3; static List<String> log = new ArrayList<>(); }";
        session.shows(counter);
        session.shows("Counter.n = 7;\nCounter.log.add(\"a\");");
        assertEquals("", told(counter));
        assertEquals("", told("\n// the counter\n" + counter.replace("; static", ";\n  static")));
        assertEquals("7[a]", session.shows("\"\" + Counter.n + Counter.log"));
    }

    @Test
    void aConstantIsTheNewOneWhereverItWasCompiledIn() {
        session.shows("class K { static final int MAX = 10; }\ninterface Limits { double TAX = 0.1; }");
        session.shows("class Twice { static final int MAX = 2 * K.MAX; }\nint most() { return Twice.MAX + K.MAX; }\n"
                + "double tax(double of) { return of * Limits.TAX; }");
        assertEquals("30", session.shows("most()"));
        assertEquals("", told("class K { static final int MAX = 20; }\ninterface Limits { double TAX = 0.5; }"));
        assertEquals("20 40 60", session.shows("K.MAX + \" \" + Twice.MAX + \" \" + most()"));
        assertEquals("1.0", session.shows("tax(2)"));
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run("System.out.println(K.MAX);\nint v = K.MAX;", outputs));
        assertEquals("20\n", outputs.out());
        assertEquals("20", session.shows("v"));
    }

    @Test
    void anEnumsConstantsAreTheNewOnes() {
        session.shows("enum P { A(1), B(2); final int v; P(int v) { this.v = v; } }\n"
                + "int sum() { int t = 0; for (P p : P.values()) t += p.v; return t; }");
        assertEquals("3", session.shows("sum()"));
        session.shows("enum P { A(10), B(20); final int v; P(int v) { this.v = v; } }");
        assertEquals("30", session.shows("sum()"));
        session.shows("enum P { A(10), B(20); final int v; P(int v) { this.v = v + 1; } }");
        assertEquals("32", session.shows("sum()"));
    }

    @Test
    void whatAnInitializerReachesCountsAsItsOwn() {
        session.shows("class T { static final int[] SQ = make(3); static int[] make(int n) {"
                + " return java.util.stream.IntStream.range(0, n).map(i -> i * i).toArray(); } }");
        assertEquals("4", session.shows("T.SQ[2]"));
        session.shows("class T { static final int[] SQ = make(3); static int[] make(int n) {"
                + " return java.util.stream.IntStream.range(0, n).map(i -> i * i * i).toArray(); } }");
        assertEquals("8", session.shows("T.SQ[2]"));
    }

    @Test
    void nestedTypesAndRecordsBeginAnewToo() {
        session.shows("class Outer { static class In { static String s = \"a\"; } }\n"
                + "record R(int x) { static List<Integer> all = List.of(1); }");
        assertEquals("a[1]", session.shows("Outer.In.s + R.all"));
        assertEquals(
                "Outer.In starts anew with its initial values; what was in s is lost.\n"
                        + "R starts anew with its initial values; what was in all is lost.\n",
                told("class Outer { static class In { static String s = \"b\"; } }\n"
                        + "record R(int x) { static List<Integer> all = List.of(2); }"));
        assertEquals("b[2]", session.shows("Outer.In.s + R.all"));
    }

    @Test
    void anInitializerThatPrintsDoesSoAgainWhereItWasEdited() {
        RecordedOutputs outputs = new RecordedOutputs();
        session.shows("class Loud { static { System.out.println(\"one\"); } static int n; static void touch() {} }");
        Session.shows(session.run("Loud.touch();\nLoud.touch();", outputs));
        session.shows("class Loud { static { System.out.println(\"two\"); } static int n; static void touch() {} }");
        Session.shows(session.run("Loud.touch();\nLoud.touch();", outputs));
        assertEquals("one\ntwo\n", outputs.out());
    }

    @Test
    void anAnnotationsDefaultAndItsRetentionAreTheNewOnes() {
        String retained =
                "import java.lang.annotation.*;\n@Retention(RetentionPolicy.%s) @interface Mark { int value() default %s; }";
        session.shows(String.format(retained, "RUNTIME", "1"));
        session.shows("@Mark class Marked {}");
        assertEquals("1", session.shows("Marked.class.getAnnotation(Mark.class).value()"));
        session.shows(String.format(retained, "RUNTIME", "2"));
        assertEquals("2", session.shows("Marked.class.getAnnotation(Mark.class).value()"));
        session.shows(String.format(retained, "CLASS", "2"));
        assertEquals("false", session.shows("Marked.class.isAnnotationPresent(Mark.class)"));
    }

    @Test
    void aClassWhoseInitializerFailedCanBeDeclaredAgain() {
        session.shows("class Bad { static int x = 1 / 0; }");
        session.fails("Bad.x");
        assertEquals("", told("class Bad { static int x = 1 / 1; }"));
        assertEquals("1", session.shows("Bad.x"));
    }

    @Test
    void staticStateIsKeptWhereOnlyMethodsOrFieldsWithoutAValueAreNew() {
        String state = "static int n; private static final List<String> LOG = new ArrayList<>(); static long t = 5;"
                + " static int next() { LOG.add(\"x\"); return ++n; }";
        session.shows("class Counter { " + state + " }");
        session.shows("Counter.next();\nCounter.t = 9;");
        assertEquals(
                "", told("class Counter { " + state + " static String all() { return n + LOG.toString() + t; } }"));
        assertEquals("1[x]9", session.shows("Counter.all()"));
        assertEquals(
                "",
                told("class Counter { " + state
                        + " static boolean b; static String all() { return n + LOG.toString() + t + b; } }"));
        assertEquals("2", session.shows("Counter.next()"));
        assertEquals("2[x, x]9false", session.shows("Counter.all()"));
    }

    @Test
    void staticStateIsKeptWhereAnotherTypeHasChanged() {
        session.shows("class X {}\nclass C { static int cnt = 0; X x; }");
        session.shows("C.cnt = 7;");
        assertEquals("", told("class X { int a; }"));
        assertEquals("", told("class X { int a; int b; }")); // nobody has asked C for anything in between
        assertEquals("7", session.shows("C.cnt"));
    }

    @Test
    void staticStateOfTheTypeItselfIsLostByName() {
        session.shows(
                "class Node { static final Node ROOT = new Node(); static List<Node> all = new ArrayList<>(); int n; }");
        session.shows("Node.ROOT.n = 4;\nNode.all.add(Node.ROOT);");
        assertEquals(
                "Node starts anew with its initial values; what was in ROOT, all is lost.\n",
                told(
                        "class Node { static final Node ROOT = new Node(); static List<Node> all = new ArrayList<>(); int n;"
                                + " int twice() { return 2 * n; } }"));
        assertEquals("0[]", session.shows("\"\" + Node.ROOT.twice() + Node.all"));
    }

    @Test
    void whatWasNeverUsedIsNotSaidToBeLost() {
        session.shows("class Later { static int n = 1; }");
        assertEquals("", told("class Later { static int n = 2; }"));
        assertEquals("2", session.shows("Later.n"));
    }

    @Test
    void aVariableWhoseNewInitialiserFailsKeepsItsValue() {
        session.shows("Integer a = 5;\nvar b = new ArrayList<>(List.of(1));");
        session.fails("Integer a = Integer.parseInt(\"zz\");");
        session.fails("var b = new ArrayList<>(List.of(1 / 0));");
        assertEquals("5[1]", session.shows("\"\" + a + b"));
    }

    @Test
    void aLambdaUsesTheVariableThatStandsNow() {
        session.shows("int n = 0;\nRunnable inc = () -> n++;");
        assertEquals("101", session.shows("int n = 100;\ninc.run();\nn"));
        session.shows("int n;");
        assertEquals("1", session.shows("inc.run();\nn"));
        assertEquals(
                "Lambdas of earlier cells still use the old n, which had another type; run their cells again.\n",
                told("long n = 5;"));
        assertEquals("", told("long n = 6;"));
    }
}
