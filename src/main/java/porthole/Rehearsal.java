package porthole;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import porthole.jupyter.Session;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.history.Archive;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.MessageJson;
import porthole.jupyter.wire.ConnectionException;
import porthole.jupyter.wire.ConnectionFile;
import porthole.jupyter.wire.Sockets;

/**
 * A kernel's first minute without a front end: sockets, a question, cells that change nothing, and help. A JVM that archives
 * its classes at exit then knows those that every kernel loads.
 */
final class Rehearsal {
    private static final int SECONDS = 20;

    /** These only read. Without an engine two of them end in an error, which does not matter here. */
    private static final List<String> CELLS = List.of("int n = 1;\nn + 1", "docker.network.ls()", "topology()");

    /**
     * Not what encrypts, nor with it JeroMQ, nor what is for other kernels: a cache of JDK 25 loads all that it holds, at
     * every start.
     */
    private static final Pattern KERNEL = Pattern.compile(
            "porthole/(jupyter/(?!wire/curve/|compat/|elsewhere/).*|(ArchiveRenewal|ClassArchive|HeadStart|Kernelspec).*)[.]class");

    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    private final Sockets sockets;
    private final Session session;

    private Rehearsal(Supplier<? extends Interpreter> language) throws ConnectionException, IOException {
        ConnectionFile connection = connection();
        MessageFactory letterhead = new MessageFactory();
        sockets = new Sockets(connection, letterhead, line -> {});
        session = new Session(language, connection, letterhead, this::take, Archive.none(), line -> {});
    }

    /**
     * Plays it through. What the cells have begun ends with the process.
     *
     * @throws IOException where no ports are free, or no answer comes within {@value #SECONDS} s
     */
    static void play(Supplier<? extends Interpreter> language)
            throws ConnectionException, IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal(language);
        rehearsal.sockets.start((channel, message) -> {});
        rehearsal.session.start();
        rehearsal.ask("kernel_info_request", MessageJson.object());
        for (String cell : CELLS) {
            rehearsal.ask("execute_request", MessageJson.object().put("code", cell));
        }
        for (String help : List.of("complete_request", "inspect_request")) {
            rehearsal.ask(help, MessageJson.object().put("code", "\"\".length").put("cursor_pos", 9));
        }
        rehearsal.sockets.close();
        loadTheRest();
    }

    /** What only a front end brings into play: the kernel's classes are not many. */
    private static void loadTheRest() throws IOException {
        try (JarFile jar = new JarFile(Kernelspec.ownJar().toFile())) {
            List<String> names = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> KERNEL.matcher(name).matches())
                    .map(name -> name.substring(0, name.lastIndexOf('.')).replace('/', '.'))
                    .toList();
            for (String name : names) {
                try {
                    Class.forName(name, false, Rehearsal.class.getClassLoader());
                } catch (ClassNotFoundException | LinkageError e) {
                    throw new IOException(CommandSentences.say("rehearsal.class", name), e);
                }
            }
        }
    }

    private void take(Channel channel, Message message) {
        sockets.send(channel, message);
        if (channel == Channel.SHELL) {
            answers.add(message);
        }
    }

    private void ask(String type, ObjectNode content) throws IOException, InterruptedException {
        Header header = new Header(type, "rehearsal", "porthole", "2026-01-01T00:00:00Z", type, MessageFactory.VERSION);
        byte[] identity = "rehearsal".getBytes(StandardCharsets.UTF_8);
        session.receive(
                Channel.SHELL,
                new Message(List.of(identity), header, Optional.empty(), MessageJson.object(), content, List.of()));
        if (answers.poll(SECONDS, TimeUnit.SECONDS) == null) {
            throw new IOException(CommandSentences.say("rehearsal.silent", type, SECONDS));
        }
    }

    private static ConnectionFile connection() throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            taken.add(new ServerSocket(0));
        }
        List<Integer> ports = taken.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : taken) {
            socket.close();
        }
        return new ConnectionFile(
                "tcp",
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                "rehearsal",
                "hmac-sha256");
    }
}
