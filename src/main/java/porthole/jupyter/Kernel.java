package porthole.jupyter;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import porthole.display.Sentences;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.history.Archive;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.wire.ConnectionException;
import porthole.jupyter.wire.ConnectionFile;
import porthole.jupyter.wire.Sockets;
import porthole.jupyter.wire.Transport;

/** A kernel: a language behind Jupyter's sockets, until a front end or the system ends it. */
public final class Kernel {
    private static final Sentences SENTENCES = Sentences.of(Kernel.class);

    /** For how long extensions may clean up, in seconds; Jupyter itself kills a kernel sooner. */
    private static final long CLEANING = 20;

    /** For how long the process may take to leave after all is closed, in milliseconds. */
    private static final long LEAVING = 500;

    private final List<Extension> extensions;
    private final PrintStream log;
    private final Sockets sockets;
    private final Session session;
    private boolean ended;

    /**
     * Binds the sockets.
     *
     * @param language makes the interpreter; called once, by the thread that will run cells, while the sockets answer
     *     already
     * @param extensions closed with the kernel, the last one first
     * @throws ConnectionException where the sockets cannot be had
     */
    Kernel(ConnectionFile connection, Supplier<? extends Interpreter> language, List<Extension> extensions)
            throws ConnectionException {
        this(connection, language, extensions, Transport.own());
    }

    /** As above, over another transport. */
    Kernel(
            ConnectionFile connection,
            Supplier<? extends Interpreter> language,
            List<Extension> extensions,
            Transport.Maker transport)
            throws ConnectionException {
        this.extensions = List.copyOf(extensions);
        // Now, because an interpreter may put cells' outputs in the place of System.err.
        this.log = System.err;
        MessageFactory letterhead = new MessageFactory();
        this.sockets = new Sockets(connection, letterhead, log::println, transport);
        Archive archive = Archive.ofUser(System.getenv(), log::println);
        this.session = new Session(language, connection, letterhead, sockets, archive, log::println);
    }

    /**
     * Runs the process as a kernel: {@code SIGINT} interrupts the cell, {@code SIGTERM} ends the kernel in order. When
     * this has returned, the process ends soon, whatever threads cells have left.
     *
     * @return the process's exit code; what is wrong with the connection is on stderr
     */
    public static int run(Path connectionFile, Supplier<? extends Interpreter> language, List<Extension> extensions) {
        try {
            Kernel kernel = new Kernel(ConnectionFile.read(connectionFile), language, extensions);
            Signals.on("INT", kernel::interrupt);
            Runtime.getRuntime().addShutdownHook(new Thread(kernel::end, "jupyter-terminated"));
            kernel.endWithServer();
            kernel.run();
            leaveSoon();
            return 0;
        } catch (ConnectionException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /**
     * Serves until a front end asks for the end, then ends.
     *
     * @return whether that front end will start the kernel again
     */
    boolean run() {
        sockets.start(session::receive);
        session.start();
        boolean restart = session.end().join();
        end();
        return restart;
    }

    /** Stops the running cell, if any. */
    void interrupt() {
        session.interrupt();
    }

    /**
     * Ends the kernel, once: stops the running cell, closes the extensions and the interpreter, ends the processes that
     * cells have started, lets messages out.
     */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            close(session.finish(this::closeAll));
            Children.end();
            session.end().complete(false);
            session.close();
            sockets.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(FutureTask<Void> closing) throws InterruptedException {
        try {
            closing.get(CLEANING, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.println(SENTENCES.say("log.cleaning", CLEANING));
        } catch (ExecutionException e) {
            log.println(SENTENCES.say("log.end", e.getCause()));
        }
    }

    private void closeAll(Optional<Interpreter> interpreter) {
        for (int i = extensions.size() - 1; i >= 0; i--) {
            closeQuietly(extensions.get(i)::close);
        }
        interpreter.ifPresent(it -> closeQuietly(it::close));
    }

    private void closeQuietly(Runnable close) {
        try {
            close.run();
        } catch (RuntimeException | Error e) {
            log.println(SENTENCES.say("log.end", e));
        }
    }

    /** A server that was killed cannot end its kernels; what their cells have made would stay for ever. */
    private void endWithServer() {
        Launchers.of(System.getenv("JPY_PARENT_PID")).watch(() -> session.end().complete(false));
    }

    // A cell's own shutdown hook may never end, and System.exit waits for it.
    private static void leaveSoon() {
        Thread last = new Thread(
                () -> {
                    try {
                        Thread.sleep(LEAVING);
                    } catch (InterruptedException e) {
                        // Somebody is in a hurry.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "jupyter-last-resort");
        last.setDaemon(true);
        last.start();
    }
}
