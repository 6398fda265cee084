import java.nio.file.Files;
import java.nio.file.Path;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.kernel.JavaKernel;
import org.dflib.jjava.kernel.magics.ClasspathMagic;

/** Starts the kernel JJava, of which Maven Central has the libraries and not the program. */
class JJavaStart {
    public static void main(String[] arguments) throws Exception {
        String file = Files.readString(Path.of(arguments[0]));
        JupyterConnection connection = new JupyterConnection(KernelConnectionProperties.parse(file));
        JavaKernel kernel = JavaKernel.builder()
                .name("JJava")
                .lineMagic("classpath", new ClasspathMagic())
                .build();
        kernel.onStartup();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
    }
}
