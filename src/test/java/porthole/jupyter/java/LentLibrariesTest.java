package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Outcome;
import porthole.notebook.NotebookExtension;

/** docker-java, Jackson and JFreeChart in cells that have asked Maven for nothing. */
class LentLibrariesTest {
    private final Session session = new Session(new NotebookExtension());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        session.close();
    }

    private MimeBundle shown(String code) {
        Outcome outcome = session.run(code);
        if (outcome instanceof Outcome.Done done && !done.outputs().isEmpty()) {
            return done.outputs().get(0);
        }
        throw new AssertionError(outcome.toString());
    }

    @Test
    void aChartOfJFreeChartIsDrawnUnderItsCell() {
        MimeBundle chart = shown("""
                import org.jfree.chart.ChartFactory;
                import org.jfree.data.general.DefaultPieDataset;
                var parts = new DefaultPieDataset<String>();
                parts.setValue("bridge", 3);
                parts.setValue("overlay", 1);
                ChartFactory.createPieChart("Networks", parts)""");
        assertTrue(chart.data().get("image/svg+xml").toString().contains("<svg"), chart.plain());
        assertTrue(chart.plain().contains("Networks"), chart.plain());
    }

    @Test
    void jacksonReadsAndItsNodesAreShownAsTrees() {
        session.shows("import com.fasterxml.jackson.databind.*;");
        MimeBundle tree = shown("new ObjectMapper().readTree(\"{\\\"ports\\\": [80, 443]}\")");
        assertTrue(tree.plain().contains("\"ports\""), tree.plain());
        assertTrue(
                String.valueOf(tree.data().get("text/html")).contains("ports"),
                tree.data().toString());
        assertEquals("443", session.shows("new ObjectMapper().readTree(\"[80, 443]\").get(1)"));
        assertEquals("{\"a\":1}", session.shows("new ObjectMapper().writeValueAsString(Map.of(\"a\", 1))"));
    }

    @Test
    @Tag("engine")
    void theLibrarysClientSpeaksOverTheSameConnection() {
        session.shows("""
                import com.github.dockerjava.api.DockerClient;
                import com.github.dockerjava.api.model.*;
                DockerClient client = docker.client();""");
        assertEquals(
                session.shows("docker.version().engine()"), session.shows("client.versionCmd().exec().getVersion()"));
        assertEquals(
                session.shows("docker.network.ls().stream().map(n -> n.name()).sorted().toList().toString()"),
                session.shows(
                        "client.listNetworksCmd().exec().stream().map(Network::getName).sorted().toList().toString()"));
        for (int i = 0; i < 30; i++) { // more than a pool would hold if answers were not given back
            session.shows("client.pingCmd().exec();");
        }
        session.shows("client.close();");
        assertEquals("true", session.shows("docker.ps() != null"));
    }

    @Test
    @Tag("engine")
    void anInspectionIsANodeOfJackson() {
        session.shows("import com.fasterxml.jackson.databind.JsonNode;");
        session.shows("JsonNode bridge = docker.inspect(\"network\", \"bridge\").json();");
        assertEquals(
                "\"bridge\"",
                session.shows("(bridge.isArray() ? bridge.get(0) : bridge).path(\"Name\").toString()")
                        .replace("\\\"", "\""));
    }

    @Test
    void aNotebooksOwnVersionWins() throws Exception {
        Path jar = jar("com.fasterxml.jackson.databind.ObjectMapper", """
                package com.fasterxml.jackson.databind;
                public class ObjectMapper {
                    public String toString() { return "the notebook's own"; }
                }""");
        session.shows("%jars " + jar);
        assertEquals("the notebook's own", session.shows("new com.fasterxml.jackson.databind.ObjectMapper()"));
    }

    @Test
    void aWordsValueOfAnotherVersionThanTheNotebooksSaysWhatToDo() throws Exception {
        Path jar = jar("com.fasterxml.jackson.databind.JsonNode", """
                package com.fasterxml.jackson.databind;
                public class JsonNode { public int size() { return 0; } }""");
        session.shows("%jars " + jar);
        String text = Session.text(session.fails("porthole.engine.format.Inspection.of(List.of()).json().size()"));
        assertTrue(text.contains("docker.inspect(\"web\").text()"), text);
        assertEquals("[]", session.shows("porthole.engine.format.Inspection.of(List.of()).text()"));
    }

    @Test
    void whatIsNotLentStaysHidden() {
        for (String hidden :
                List.of("com.google.common.collect.ImmutableList", "org.bouncycastle.crypto.Digest", "zmq.Msg")) {
            assertTrue(session.fails(hidden + ".class").toString().contains("Failed"), hidden);
        }
    }

    @Test
    void nothingOfThemIsLoadedBeforeItsFirstUse() throws Exception {
        Path log = folder.resolve("classes");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OnePlusOne.class.getName())
                .inheritIO()
                .start();
        assertTrue(jvm.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, jvm.exitValue());
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("porthole.jupyter.java.JavaInterpreter"));
        for (String library : List.of(
                " com.github.dockerjava.api.",
                " com.github.dockerjava.core.",
                " com.github.dockerjava.zerodep.",
                " org.jfree.",
                " org.snakeyaml.",
                " org.eclipse.aether.",
                " picocli.",
                " com.google.common.",
                " org.bouncycastle.",
                " zmq.")) {
            assertFalse(loaded.contains(library), library);
        }
    }

    /** A session that uses a few things, none of them a library's. */
    public static final class OnePlusOne {
        private OnePlusOne() {}

        public static void main(String[] arguments) {
            try (Session session = new Session(new NotebookExtension())) {
                session.shows("1 + 1");
                session.shows("docker.hashCode() == docker.hashCode()");
                session.shows("import java.util.zip.*;\nnew CRC32().getValue()");
            }
            System.exit(0);
        }
    }

    private Path jar(String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes-of-" + name));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-cp", "", "-d", classes.toString(), file.toString()));
        Path jar = folder.resolve("own.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            String entry = name.replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(entry));
            out.write(Files.readAllBytes(classes.resolve(entry)));
        }
        assertTrue(Files.size(jar) > 0, new String(Files.readAllBytes(jar), StandardCharsets.ISO_8859_1));
        return jar;
    }
}
