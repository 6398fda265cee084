package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells see of the kernel's process, and what they bring themselves. */
class ClassPathTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = new Session();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void theKernelsLibrariesAreHidden() {
        assertEquals(
                "CompilationError",
                session.fails("new org.objectweb.asm.ClassReader(new byte[0])").name());
        assertEquals(
                "ClassNotFoundException",
                session.fails("Class.forName(\"org.objectweb.asm.ClassReader\")")
                        .name());
        assertEquals(
                "0",
                session.shows("Thread.currentThread().getContextClassLoader()"
                        + ".resources(\"META-INF/maven/org.ow2.asm/asm/pom.xml\").count()"));
    }

    @Test
    void theJdkAndTheKernelsWordsAreThere() {
        assertEquals("true", session.shows("javax.tools.ToolProvider.getSystemJavaCompiler() != null"));
        assertEquals("true", session.shows("jdk.jshell.JShell.class.getModule().isNamed()"));
        assertEquals("one", session.shows("new porthole.display.Table(List.of(\"one\"), List.of()).columns().get(0)"));
    }

    @Test
    void theNotebooksOwnVersionOfALibraryWins(@TempDir Path folder) {
        session.shows("%%writefile " + folder.resolve("ObjectMapper.java")
                + "\npackage com.fasterxml.jackson.databind;\npublic class ObjectMapper {"
                + " public String toString() { return \"the notebook's own\"; } }");
        session.shows("!cd " + folder + " && javac -d out ObjectMapper.java && jar cf own.jar -C out .");
        session.shows("%jars " + folder.resolve("own.jar"));
        assertEquals("the notebook's own", session.shows("new com.fasterxml.jackson.databind.ObjectMapper()"));
    }

    @Test
    void assertionsAreOnInCellsAndOffInLibraries(@TempDir Path folder) {
        session.shows("%%writefile " + folder.resolve("Claim.java")
                + "\npublic class Claim { public static boolean checks() { boolean on = false; assert on = true;"
                + " return on; } }");
        session.shows("!cd " + folder + " && javac -d out Claim.java && jar cf claim.jar -C out .");
        session.shows("%jars " + folder + "/");
        assertEquals("false", session.shows("Class.forName(\"Claim\").getMethod(\"checks\").invoke(null)"));
        assertEquals("AssertionError", session.fails("assert 1 > 2;").name());
    }

    @Test
    void aTypeOfALibraryImportedWithAstarBeatsAdefaultImport(@TempDir Path folder) {
        session.shows("Class<?> before = LinkedList.class;");
        library(folder, "shelf", "public class LinkedList {}", "LinkedList");
        session.shows("import shelf.*;");
        assertEquals("shelf.LinkedList", session.shows("LinkedList.class.getName()"));
        assertEquals("shelf.LinkedList", session.shows("Class<?> now = LinkedList.class; now.getName()"));
        assertEquals("java.util.LinkedList", session.shows("before.getName()"));
    }

    @Test
    void anAnnotationThatOnlyAprocessorGivesAmeaningIsNamed(@TempDir Path folder) {
        library(folder, "lombok", "public @interface Data {}", "Data");
        RecordedOutputs outputs = new RecordedOutputs();
        session.run("import lombok.Data;\n@Data class Pot { int size; }", outputs);
        assertTrue(outputs.err().startsWith("@Data has no effect here: Lombok"), outputs.err());
        outputs = new RecordedOutputs();
        session.run("class Pan { int size; }", outputs);
        assertEquals("", outputs.err());
    }

    private static void library(Path folder, String home, String code, String name) {
        session.shows("%%writefile " + folder.resolve(name + ".java") + "\npackage " + home + ";\n" + code);
        session.shows("!cd " + folder + " && javac -d out " + name + ".java && jar cf " + name + ".jar -C out .");
        session.shows("%jars " + folder.resolve(name + ".jar"));
    }

    @Test
    void aPatternThatNothingMatchesIsToldAndNoFailure() {
        RecordedOutputs outputs = new RecordedOutputs();
        assertEquals("0", Session.shows(session.run("List<String> none = %jars nowhere/*.jar\nnone.size()", outputs)));
        assertTrue(outputs.err().startsWith("No jar matches \"nowhere/*.jar\" in "), outputs.err());
    }

    @Test
    void pathsAreListedAndPatternsFoundInDepth(@TempDir Path folder) throws Exception {
        java.nio.file.Files.createDirectories(folder.resolve("a/b"));
        java.nio.file.Files.writeString(folder.resolve("a/b/notes.txt"), "");
        session.shows("!cd " + folder + " && echo x > x.txt && jar cf a/b/deep.jar x.txt && jar cf top.jar x.txt");
        assertTrue(session.shows("%jars " + folder + "/**.jar").contains("deep.jar"));
        assertTrue(session.shows("%classpath").contains("top.jar"));
        assertTrue(session.shows("%jars " + folder).startsWith("Nothing new"));
        assertTrue(session.fails("%jars " + folder.resolve("a/b/notes.txt"))
                .message()
                .contains("notes.txt is not a jar"));
        assertTrue(session.fails("%jars").message().startsWith("%jars needs the path of a jar"));
        assertTrue(session.fails("%classpath nowhere").message().startsWith("No file or folder \"nowhere\""));
    }
}
