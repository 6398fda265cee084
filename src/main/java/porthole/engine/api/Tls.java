package porthole.engine.api;

import com.github.dockerjava.core.LocalDirectorySSLConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS with the files of a folder, as the command line reads them
 * (https://docs.docker.com/engine/security/protect-access/): {@code ca.pem} says whom to trust; {@code cert.pem} and
 * {@code key.pem} say who we are, and may both be missing. Whatever cannot be read is an error: never a connection without
 * TLS where TLS was asked for.
 *
 * @param folder where the files are
 * @param address of the engine, for the sentences
 */
record Tls(Path folder, EngineAddress address) {
    SSLContext context() {
        List<String> missing = List.of("ca.pem", "cert.pem", "key.pem").stream()
                .filter(name -> !Files.isReadable(folder.resolve(name)))
                .toList();
        boolean anonymous = missing.equals(List.of("cert.pem", "key.pem"));
        if (!missing.isEmpty() && !anonymous) {
            throw EngineSentences.sentence("engine.tls.files", address.uri(), folder, String.join(", ", missing));
        }
        try {
            return anonymous
                    ? trusting(folder.resolve("ca.pem"))
                    : new LocalDirectorySSLConfig(folder.toString()).getSSLContext();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new EngineException(
                    EngineSentences.SENTENCES.say(
                            "engine.tls.unreadable", address.uri(), folder, ConnectionErrors.rootMessage(e)),
                    e);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            int count = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority" + count++, each);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
