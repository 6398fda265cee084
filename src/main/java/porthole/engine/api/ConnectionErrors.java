package porthole.engine.api;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why no answer came, in a sentence. */
final class ConnectionErrors {
    private ConnectionErrors() {}

    /**
     * @param host the name of the cluster's host; empty for an engine that stands alone
     * @param asked what was asked and may have been done, though no answer came; empty where that makes no difference
     * @param offer what one can do without an engine, in a sentence; empty if there is nothing
     */
    static EngineException sentence(EngineAddress address, String host, Throwable cause, String asked, String offer) {
        String said = rootMessage(cause);
        if (!host.isEmpty()) {
            return new EngineException(EngineSentences.SENTENCES.say("host.gone", host, said), cause);
        }
        String key = key(address, cause);
        String where = address.socket().map(Path::toString).orElse(address.uri().toString());
        boolean unsure = key.equals("engine.stopped") && !asked.isEmpty();
        String sentence = unsure
                ? EngineSentences.SENTENCES.say("engine.unsure", where, said, asked)
                : EngineSentences.SENTENCES.say(key, where, said);
        boolean offered = !offer.isEmpty() && key.equals("engine.none");
        return new EngineException(offered ? sentence + " " + offer : sentence, cause);
    }

    /** Whether the failure came before a word of the request had left. */
    static boolean nothingWasSent(Throwable cause) {
        return cause instanceof IllegalStateException;
    }

    private static String key(EngineAddress address, Throwable cause) {
        if (untrusted(cause)) {
            return "engine.tls.untrusted";
        }
        Optional<Path> socket = address.socket();
        if (socket.isPresent() && !Files.exists(socket.get())) {
            return "engine.none";
        }
        if (socket.isPresent() && !(Files.isReadable(socket.get()) && Files.isWritable(socket.get()))) {
            return "engine.permission";
        }
        if (refused(cause)) {
            return "engine.none";
        }
        // TLS 1.3 tells a client that its certificate is refused after it has begun to speak: by then all may be shut.
        return address.certificates().isPresent() ? "engine.tls.shut" : "engine.stopped";
    }

    private static boolean untrusted(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof GeneralSecurityException || t instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    static boolean refused(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (t instanceof ConnectException
                    || t instanceof UnknownHostException
                    || t instanceof NoRouteToHostException
                    || message.contains("Connection refused")
                    || message.contains("onnect timed out")) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
