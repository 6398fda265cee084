package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.evaluate.Preferences;

/** What the environment has done before the first cell. */
class StartUpTest {
    @TempDir
    Path folder;

    private static RecordedOutputs first(Map<String, String> environment, String cell) {
        JavaInterpreter java = new JavaInterpreter(List.of(), Preferences.of(environment));
        try {
            java.warmUp();
            RecordedOutputs outputs = new RecordedOutputs();
            Outcome outcome = java.run(cell, 1, outputs);
            outputs.displays.add(
                    outcome instanceof Outcome.Done done
                            ? done.outputs().get(0).plain()
                            : ((Outcome.Failed) outcome).message());
            return outputs;
        } finally {
            java.close();
        }
    }

    private static String value(RecordedOutputs outputs) {
        return outputs.displays.get(outputs.displays.size() - 1);
    }

    @Test
    void scriptsRunBeforeTheFirstCellAndTheirMagicsToo() throws Exception {
        Path script = folder.resolve("start.jsh");
        Files.writeString(script, "int fromFile = 2;\nSystem.out.println(\"hello\");\n%help help\n");
        RecordedOutputs outputs = first(
                Map.of("IJAVA_STARTUP_SCRIPT", "int fromText = 40;", "IJAVA_STARTUP_SCRIPTS_PATH", script.toString()),
                "fromText + fromFile");
        assertEquals("42", value(outputs));
        assertEquals("hello\n", outputs.out());
        assertEquals("", outputs.err());
    }

    @Test
    void aScriptWithAnErrorIsToldWithFileAndLineAndTheSessionLives() throws Exception {
        Path script = folder.resolve("start.jsh");
        Files.writeString(script, "int good = 1;\n\nint bad = \"x\";\n");
        RecordedOutputs outputs = first(
                Map.of("PORTHOLE_STARTUP_SCRIPTS_PATH", script + ":" + folder.resolve("missing.jsh")), "good + 1");
        assertEquals("2", value(outputs));
        String said = outputs.err().replaceAll("\u001b\\[[0-9;]*m", "");
        assertTrue(said.contains("In the start-up script " + script + ":"), said);
        assertTrue(said.contains(script + ":3"), said);
        assertTrue(said.contains("No readable file \"" + folder.resolve("missing.jsh") + "\""), said);
    }

    @Test
    void aClassPathEntryThatIsNotThereIsTold() throws Exception {
        RecordedOutputs outputs =
                first(Map.of("IJAVA_CLASSPATH", folder + ":" + folder.resolve("none") + "/*.jar"), "1 + 1");
        assertEquals("2", value(outputs));
        assertEquals(
                "PORTHOLE_CLASSPATH (or IJAVA_CLASSPATH) names \"" + folder.resolve("none")
                        + "/*.jar\", but there is no such file or folder.\n",
                outputs.err());
    }

    @Test
    void compilerOptionsAreHeardAndUnknownOnesTold() {
        RecordedOutputs outputs = first(Map.of("JJAVA_COMPILER_OPTS", "-parameters -Xbogus"), """
                        class Named { void it(int height) {} }
                        Named.class.getDeclaredMethods()[0].getParameters()[0].getName()""");
        assertEquals("height", value(outputs));
        assertTrue(outputs.err().contains("\"-Xbogus\", which javac does not know"), outputs.err());
    }

    @Test
    void aCellThatRunsTooLongIsInterrupted() {
        RecordedOutputs outputs = first(Map.of("IJAVA_TIMEOUT", "300"), "while (true) {}");
        assertEquals(
                "The cell ran longer than the 300 ms that PORTHOLE_TIMEOUT (or IJAVA_TIMEOUT) allows, and was"
                        + " interrupted.",
                value(outputs));
        assertEquals("2", value(first(Map.of("IJAVA_TIMEOUT", "-1"), "1 + 1")));
        RecordedOutputs strange = first(Map.of("IJAVA_TIMEOUT", "soon"), "1 + 1");
        assertTrue(strange.err().contains("is \"soon\", which is not a number of milliseconds"), strange.err());
    }

    @Test
    void aLimitMayHaveAUnit() {
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                Preferences.of(Map.of("IJAVA_TIMEOUT", "30 SECONDS")).timeout());
        assertEquals(
                Optional.of(Duration.ofMinutes(2)),
                Preferences.of(Map.of("JJAVA_TIMEOUT", "2minutes")).timeout());
        Preferences strange = Preferences.of(Map.of("IJAVA_TIMEOUT", "3 BLINKS"));
        assertEquals(Optional.empty(), strange.timeout());
        assertEquals(1, strange.complaints().size());
    }

    @Test
    void scriptsAreFoundByPatternAndRunBeforeTheText() throws Exception {
        Files.writeString(folder.resolve("a.jsh"), "int n = 1;");
        Files.writeString(folder.resolve("b.jsh"), "n = n + 10;");
        RecordedOutputs outputs = first(
                Map.of("IJAVA_STARTUP_SCRIPTS_PATH", folder + "/*.jsh", "IJAVA_STARTUP_SCRIPT", "n = n * 2;"), "n");
        assertEquals("22", value(outputs));
        assertEquals("", outputs.err());
    }

    @Test
    void aSemicolonLeavesTheValueToBeSeenWhereTheEnvironmentSaysSo() {
        assertEquals("3", value(first(Map.of("PORTHOLE_SEMICOLON", "shows"), "1 + 2;")));
    }

    @Test
    void portholesOwnNameComesFirst() {
        assertEquals(
                "1",
                value(first(
                        Map.of("IJAVA_STARTUP_SCRIPT", "int n = 2;", "PORTHOLE_STARTUP_SCRIPTS", "int n = 1;"), "n")));
    }
}
