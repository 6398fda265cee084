package porthole;

import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.Extension;
import porthole.jupyter.Kernel;
import porthole.jupyter.shell.Agent;
import porthole.jupyter.shell.JavaInterpreter;
import porthole.notebook.NotebookExtension;

/** Puts kernel, language and the notebook's words together. Apart from the command line, whose library it does not load. */
final class KernelLaunch {
    /** In the place of a connection file: play through what a kernel does, for the archive of its classes. */
    static final String REHEARSE = "--rehearse";

    private KernelLaunch() {}

    /** Runs the kernel until its front end ends it. */
    static void start(String connectionFile) {
        List<Extension> extensions = List.of(new NotebookExtension());
        ArchiveRenewal.begin();
        // Threads that cells have left must not keep the process.
        System.exit(Kernel.run(Path.of(connectionFile), () -> new JavaInterpreter(extensions), extensions));
    }

    /** Ends the process, with an exit code other than 0 where the rehearsal failed. */
    static void rehearse() {
        int code = 0;
        Agent.renounce();
        try {
            Rehearsal.play(() -> new JavaInterpreter(List.of(new NotebookExtension())));
        } catch (Exception e) {
            System.err.println(e.getMessage());
            code = 1;
        }
        System.exit(code);
    }
}
