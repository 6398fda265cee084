package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.display.Language;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.engine.container.Log;
import porthole.engine.container.LogSpec;
import porthole.engine.flag.All;

/** What takes longer than a moment: it is shown while it goes on, and an interrupt ends it where it runs. */
@Tag("engine")
class LongRunningTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final String box = engine.name("box");

    LongRunningTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static void await(String what, BooleanSupplier condition) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < limit, () -> what + " did not happen within 20 s");
            Thread.onSpinWait();
        }
    }

    /** Runs it in a thread that can be interrupted as a cell's is. */
    private static final class Cell {
        final CompletableFuture<Object> end = new CompletableFuture<>();
        final Thread thread;

        public Cell(java.util.function.Supplier<Object> work) {
            thread = new Thread(() -> {
                try {
                    end.complete(work.get());
                } catch (RuntimeException e) {
                    end.completeExceptionally(e);
                }
            });
            thread.start();
        }

        void interrupt() {
            thread.interrupt();
            Throwable told = end.handle((value, failure) -> failure).join();
            assertTrue(told instanceof EngineException && told.getMessage().contains("nterrupt"), String.valueOf(told));
        }
    }

    @Test
    void whatAnExecSaysIsShownWhileItGoesOn() {
        engine.idle("box");
        Cell cell = new Cell(
                () -> docker.exec(box, "bash", "-c", "echo first; until [ -e /go ]; do sleep 0.1; done; echo last"));
        await("the first line", () -> engine.outputs.contains("first\n"));
        assertFalse(cell.end.isDone());
        docker.exec(box, "touch", "/go");
        assertEquals("first\nlast\n", ((ExecResult) cell.end.join()).stdout());
        assertEquals("over", engine.outputs.get(engine.outputs.size() - 1));
    }

    @Test
    void aQuickExecIsToldByItsValueAlone() {
        engine.idle("box");
        assertEquals("x\n", docker.exec(box, "echo x").stdout());
        assertEquals(List.of(), engine.outputs);
    }

    @Test
    void anInterruptedExecEndsItsProcessAndTheChildren() {
        engine.idle("box");
        Cell cell = new Cell(() -> docker.exec(box, "bash", "-c", "sleep 4711 & echo here; sleep 4712; true"));
        await("the first line", () -> engine.outputs.contains("here\n"));
        assertTrue(docker.exec(box, "ps -e -o args").stdout().contains("sleep 4711"));
        cell.interrupt();
        String left = docker.exec(box, "ps -e -o args").stdout();
        assertFalse(left.contains("471"), left);
        assertTrue(left.contains("sleep infinity"), left);
        assertEquals("here\n", engine.outputs.get(engine.outputs.size() - 1));
    }

    @Test
    void whatARunInTheForegroundSaysIsShownWhileItGoesOnAndAnInterruptRemovesIt() {
        Cell cell = new Cell(() -> docker.run(
                EngineFixture.TOOLS, c -> c.name(box).foreground().command("bash", "-c", "echo one; sleep 4713")));
        await("the first line", () -> engine.outputs.contains("one\n"));
        cell.interrupt();
        assertTrue(docker.ps(All.ALL).stream().noneMatch(c -> c.name().equals(box)));
    }

    @Test
    void aLogIsFollowedToItsEndOrForAWhile() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(box).command("bash", "-c", "echo a; until [ -e /go ]; do sleep 0.1; done; echo b"));
        assertEquals(
                "a\n", docker.logs(box, l -> l.follow(Duration.ofSeconds(1))).text());
        Cell cell = new Cell(() -> docker.logs(box, LogSpec::follow));
        await("the first line", () -> engine.outputs.contains("a\n"));
        docker.exec(box, "touch", "/go");
        assertEquals("a\nb\n", ((Log) cell.end.join()).text());
        engine.idle("other");
        Cell endless = new Cell(() -> docker.logs(engine.name("other"), LogSpec::follow));
        await("the call", () -> engine.commands.contains("docker logs --follow " + engine.name("other")));
        endless.interrupt();
    }

    /** Engine 20.10 keeps it back from who follows, also from the program. */
    @ParameterizedTest
    @ValueSource(strings = {"--details", "--tail=0", "--timestamps", "--tty"})
    void aFollowedLogHasItsLastLineAlsoWhereThatHasNoLineEnd(String flag) {
        boolean tty = flag.equals("--tty");
        docker.run(EngineFixture.TOOLS, c -> {
            c.name(box).command("bash", "-c", "echo a; until [ -e /go ]; do sleep 0.1; done; printf b");
            if (tty) {
                c.tty();
            }
        });
        await("the first line", () -> docker.logs(box).text().equals("a\n"));
        Cell cell = new Cell(() -> docker.logs(box, l -> {
            l.follow();
            if (!tty) {
                l.flag(flag.replaceFirst("=.*", ""), flag.contains("=") ? "0" : "true");
            }
        }));
        await("the call", () -> engine.commands.stream().anyMatch(c -> c.startsWith("docker logs --follow")));
        docker.exec(box, "touch", "/go");
        String said = ((Log) cell.end.join())
                .text()
                .replaceAll("\\d+-\\d\\d-\\d\\dT\\S+Z ", "")
                .replace(" ", "");
        assertEquals(flag.startsWith("--tail") ? "b" : "a\nb", said);
    }

    @Test
    void umlautsAcrossTwoPiecesStayWhole() {
        engine.idle("box");
        String said = docker.exec(
                        box, "bash", "-c", "for i in 1 2 3; do printf '\\xe3\\x81'; sleep 0.4; printf '\\x82'; done")
                .stdout();
        assertEquals("あああ", said);
        assertTrue(engine.outputs.stream().noneMatch(o -> o.contains("\ufffd")), engine.outputs::toString);
    }

    /** Between this machine's engine and whoever asks over TCP; {@link #cut()} ends what is open, as a network does. */
    private static final class Wire implements AutoCloseable {
        private final ServerSocket server;
        private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

        Wire() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            daemon(this::serve);
        }

        String address() {
            return "tcp://127.0.0.1:" + server.getLocalPort();
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "wire");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            while (!server.isClosed()) {
                try {
                    Socket near = server.accept();
                    SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(
                            EngineAddress.find(System.getenv()).uri().getPath()));
                    open.add(near);
                    open.add(far);
                    daemon(() -> copy(Channels.newInputStream(new Reading(far)), near));
                    daemon(() -> {
                        try {
                            InputStream from = near.getInputStream();
                            byte[] piece = new byte[8192];
                            for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
                                far.write(ByteBuffer.wrap(piece, 0, n));
                            }
                            far.shutdownOutput();
                        } catch (IOException e) {
                            // it was cut
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        }

        private record Reading(SocketChannel channel) implements ReadableByteChannel {
            @Override
            public int read(ByteBuffer to) throws IOException {
                return channel.read(to);
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        }

        private static void copy(InputStream from, Socket to) {
            try (to) {
                from.transferTo(to.getOutputStream());
            } catch (IOException e) {
                // it was cut
            }
        }

        void cut() throws Exception {
            for (AutoCloseable each : open) {
                each.close();
            }
            open.clear();
        }

        @Override
        public void close() throws Exception {
            server.close();
            cut();
        }
    }

    @Test
    void anExecWhoseConnectionIsCutIsNoSuccess() throws Exception {
        engine.idle("box");
        List<String> warnings = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Notices notices = new Notices() {
            @Override
            public void command(String line) {}

            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }

            @Override
            public void note(String sentence) {}

            @Override
            public void progress(String what, long done, long total) {}

            @Override
            public void output(Object process, String text, boolean over) {
                begun.countDown();
            }
        };
        try (Wire wire = new Wire();
                Docker far = Docker.connect(notices, engine.owner, wire.address())) {
            CompletableFuture<ExecResult> result = CompletableFuture.supplyAsync(
                    () -> far.exec(box, "sh", "-c", "echo begun; sleep 4; echo more; exit 3"));
            assertTrue(begun.await(20, TimeUnit.SECONDS));
            wire.cut();
            try {
                ExecResult told = result.get(30, TimeUnit.SECONDS);
                assertEquals(3, told.exitCode());
                assertEquals("begun\n", told.stdout());
                assertTrue(warnings.get(0).startsWith("The connection ended before"), warnings.get(0));
            } catch (ExecutionException e) {
                // An engine that has lost its client forgets how the process ended.
                assertTrue(e.getMessage().contains("ended is not known: the connection or the engine"), e.getMessage());
            }
        }
    }
}
