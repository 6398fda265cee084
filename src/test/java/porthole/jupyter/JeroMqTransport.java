package porthole.jupyter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.wire.ConnectionFile;
import porthole.jupyter.wire.Transport;

/** The five sockets as JeroMQ has them, to be measured beside the kernel's own. Has no bound for iopub. */
final class JeroMqTransport implements Transport {
    private static final String WAKE = "inproc://wake";

    private record Outgoing(ZMQ.Socket socket, List<byte[]> frames) {}

    private final ZContext context = new ZContext();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final ZMQ.Socket woken = context.createSocket(SocketType.PAIR);
    private final ZMQ.Socket wake = context.createSocket(SocketType.PAIR);
    private final ConcurrentLinkedQueue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "jeromq");
    private Receiver receiver = (channel, frames) -> {};
    private Function<byte[], List<byte[]>> welcome = topic -> List.of();
    private volatile boolean ended;

    JeroMqTransport(ConnectionFile connection, Consumer<String> log) {
        for (Channel channel : Channel.values()) {
            int port = switch (channel) {
                case SHELL -> connection.shellPort();
                case CONTROL -> connection.controlPort();
                case STDIN -> connection.stdinPort();
                case IOPUB -> connection.iopubPort();
            };
            sockets.put(channel, bound(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER, port));
        }
        heartbeat = bound(SocketType.ROUTER, connection.heartbeatPort());
        woken.bind(WAKE);
        wake.connect(WAKE);
    }

    private ZMQ.Socket bound(SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(1000);
        if (type == SocketType.ROUTER) {
            socket.setRouterHandover(true);
        }
        socket.bind("tcp://127.0.0.1:" + port);
        return socket;
    }

    @Override
    public void start(Receiver receiver, Function<byte[], List<byte[]>> welcome) {
        this.receiver = receiver;
        this.welcome = welcome;
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        ZMQ.Poller poller = context.createPoller(6);
        poller.register(woken, ZMQ.Poller.POLLIN);
        poller.register(heartbeat, ZMQ.Poller.POLLIN);
        sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
        while (!ended) {
            poller.poll(-1);
            if (poller.pollin(0)) {
                woken.recv();
            }
            for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
                message(next.frames()).send(next.socket());
            }
            if (poller.pollin(1)) {
                ZMsg.recvMsg(heartbeat).send(heartbeat);
            }
            int index = 2;
            for (Map.Entry<Channel, ZMQ.Socket> socket : sockets.entrySet()) {
                if (poller.pollin(index++)) {
                    received(socket.getKey(), socket.getValue());
                }
            }
        }
    }

    private void received(Channel channel, ZMQ.Socket socket) {
        ZMsg message = ZMsg.recvMsg(socket);
        List<byte[]> frames = message.stream().map(frame -> frame.getData()).toList();
        if (channel != Channel.IOPUB) {
            receiver.receive(channel, frames);
        } else if (frames.get(0)[0] == 1) {
            byte[] topic = java.util.Arrays.copyOfRange(frames.get(0), 1, frames.get(0).length);
            message(welcome.apply(topic)).send(socket);
        }
    }

    private static ZMsg message(List<byte[]> frames) {
        ZMsg message = new ZMsg();
        frames.forEach(message::add);
        return message;
    }

    @Override
    public void send(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = sockets.get(channel);
        outgoing.add(new Outgoing(socket, frames));
        wake();
    }

    private synchronized void wake() {
        wake.send(new byte[0], 0);
    }

    @Override
    public void publish(List<byte[]> frames) {
        send(Channel.IOPUB, frames);
    }

    @Override
    public void offer(List<byte[]> frames, Function<Loss, List<byte[]>> notice) {
        publish(frames);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        wake();
        thread.join(1000);
        context.close();
    }
}
