package porthole.engine.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * To an engine on a machine that SSH reaches, as the command line goes there: {@code ssh … docker system dial-stdio}
 * for each connection (https://docs.docker.com/engine/security/protect-access/#use-ssh-to-protect-the-docker-daemon-socket).
 * Keys, aliases and known hosts are ssh's own business; it must not ask for a password, as nobody could type it.
 */
final class SshRoute implements Relay.Route {
    private final List<String> command;
    private volatile String complaint = "";

    SshRoute(URI address) {
        this(command(address));
    }

    private SshRoute(List<String> command) {
        this.command = command;
    }

    static List<String> command(URI address) {
        List<String> command = new ArrayList<>(List.of("ssh", "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=10"));
        if (address.getUserInfo() != null) {
            command.addAll(List.of("-l", address.getUserInfo()));
        }
        if (address.getPort() > 0) {
            command.addAll(List.of("-p", String.valueOf(address.getPort())));
        }
        command.addAll(List.of("--", String.valueOf(address.getHost()), "docker", "system", "dial-stdio"));
        return List.copyOf(command);
    }

    @Override
    public Relay.Line open() throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            complaint = EngineSentences.SENTENCES.say("ssh.missing");
            throw e;
        }
        Api.threads().execute(() -> listen(process));
        return new Line(process);
    }

    @Override
    public String complaint() {
        return complaint;
    }

    private void listen(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            String said = new String(errors.readAllBytes(), StandardCharsets.UTF_8).strip();
            complaint = said.isEmpty()
                    ? complaint
                    : said.lines().reduce((a, b) -> b).orElse(said);
        } catch (IOException e) {
            // The process was ended by us.
        }
    }

    private record Line(Process process) implements Relay.Line {
        @Override
        public void send(InputStream from) {
            Api.threads().execute(() -> {
                try (var to = process.getOutputStream()) {
                    Relay.copy(from, to);
                } catch (IOException e) {
                    // The other end is gone, and the answers end with it.
                }
            });
        }

        @Override
        public InputStream answers() {
            return process.getInputStream();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
