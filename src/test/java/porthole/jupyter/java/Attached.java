package porthole.jupyter.java;

import com.sun.tools.attach.VirtualMachine;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import porthole.jupyter.java.classes.Agent;

/** Gives this JVM's tests what the kernel has from its jar's manifest: the leave to redefine classes. */
public final class Attached {
    private Attached() {}

    public static synchronized void now() {
        if (Agent.isGranted()) {
            return;
        }
        try {
            Path jar = Files.createTempFile("agent", ".jar");
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().putValue("Agent-Class", Agent.class.getName());
            manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
            try (OutputStream out = Files.newOutputStream(jar)) {
                new JarOutputStream(out, manifest).close();
            }
            VirtualMachine self =
                    VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
            self.loadAgent(jar.toString());
            self.detach();
            Files.delete(jar);
        } catch (Exception e) {
            throw new AssertionError("This JVM lets no agent in; surefire's argLine in pom.xml has the options", e);
        }
    }
}
