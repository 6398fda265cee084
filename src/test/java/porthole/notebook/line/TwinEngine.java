package porthole.notebook.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import porthole.engine.OwnEngine;

/** One of two engines that are brought to the same state, and what its state is, without what differs by chance. */
final class TwinEngine implements AutoCloseable {
    /** What every line finds. */
    private static final String BASE = """
            set -e
            docker network create --subnet 10.66.1.0/24 --label tier=net shop
            docker network create --subnet 10.66.2.0/24 --internal back
            docker volume create --label kind=base data
            docker run -d --name web --network shop --ip 10.66.1.10 --label tier=front -e COLOUR=red -p 8080:80 porthole/nginx
            docker run -d --name box --network shop --ip 10.66.1.20 --stop-signal KILL -l tier=test -v data:/data porthole/tools sleep infinity
            docker run --name old --network none porthole/tools sh -c 'echo first; echo second; echo third; exit 3' || true
            """;

    /** Empties the engine, but for the images that it began with. */
    private static final String EMPTY = """
            docker unpause $(docker ps -q --filter status=paused) || true
            docker rm -fv $(docker ps -aq) || true
            docker network rm $(docker network ls -q --filter type=custom) || true
            docker volume rm $(docker volume ls -q) || true
            docker swarm leave --force || true
            docker image rm -f $(docker images --format '{{.Repository}}:{{.Tag}}' | grep -v ^porthole/) || true
            """;

    /** Made by chance or by the clock, or ours: the labels are what ownership is. */
    private static final Set<String> CHANCE = Set.of(
            "Id",
            "Created",
            "CreatedAt",
            "StartedAt",
            "FinishedAt",
            "Pid",
            "SandboxID",
            "SandboxKey",
            "EndpointID",
            "NetworkID",
            "ResolvConfPath",
            "HostnamePath",
            "HostsPath",
            "LogPath",
            "GraphDriver",
            "Image",
            "MacAddress",
            "Mountpoint",
            "MergedDir",
            "ExecIDs",
            "DNSNames",
            "Health",
            "DataPathPort",
            "LinkLocalIPv6Address",
            // whether a terminal listens to the container is the client's business, not the container's
            "AttachStdin",
            "AttachStdout",
            "AttachStderr",
            "StdinOnce");

    private static final ObjectMapper JSON = new ObjectMapper();

    final OwnEngine engine;
    private String base = "";

    TwinEngine() throws IOException, InterruptedException {
        engine = new OwnEngine("--bridge=", "--iptables=true", "--bip=172.30.0.1/24");
        engine.bring("porthole/nginx");
        engine.bring("porthole/tools");
        rebuild();
    }

    /** How a program ended, and what it printed. */
    record Said(int exitCode, String stdout, String stderr) {}

    Said shell(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("timeout", "60", "sh", "-c", script);
        builder.environment().put("DOCKER_HOST", "unix://" + engine.socket());
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        java.nio.file.Path errors = java.nio.file.Files.createTempFile("twin", ".err");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said, java.nio.file.Files.readString(errors));
        } finally {
            java.nio.file.Files.delete(errors);
        }
    }

    /**
     * Back to the state that every line finds.
     *
     * @param state what it is now
     */
    void restore(String state) throws IOException, InterruptedException {
        if (!state.equals(base)) {
            shell(EMPTY);
            rebuild();
        }
    }

    private void rebuild() throws IOException, InterruptedException {
        Said said = shell(BASE);
        if (said.exitCode() != 0) {
            throw new IllegalStateException(said.toString());
        }
        base = state();
    }

    /** All that the engine has, in an order of its own, one thing in a line. */
    String state() throws IOException {
        ObjectNode all = JSON.createObjectNode();
        for (JsonNode container : get("/containers/json?all=true")) {
            JsonNode found = get("/containers/" + container.path("Id").asText() + "/json");
            if (found.has("Id")) { // it may be gone by now
                all.withArray("containers").add(found);
            }
        }
        all.set("networks", get("/networks"));
        all.set("volumes", get("/volumes").path("Volumes"));
        for (JsonNode image : get("/images/json")) {
            image.path("RepoTags").forEach(all.withArray("images")::add);
        }
        List<String> lines = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        for (JsonNode container : all.path("containers")) {
            String id = container.path("Id").asText();
            String name = container.path("Name").asText().substring(1);
            names.put(id, name.matches("[a-z]+_[a-z]+\\d*") ? "SOMENAME" : name);
            names.put(id.substring(0, 12), "SHORTID");
            names.put(name, name.matches("[a-z]+_[a-z]+\\d*") ? "SOMENAME" : name);
        }
        for (JsonNode network : all.path("networks")) {
            names.put(network.path("Id").asText(), network.path("Name").asText());
            ((ObjectNode) network).remove("Containers");
        }
        List<String> longestFirst = new ArrayList<>(names.keySet());
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        for (String kind : List.of("containers", "networks", "volumes", "images")) {
            for (JsonNode thing : all.path(kind)) {
                String text = kind + " " + plain(thing);
                for (String name : longestFirst) {
                    text = text.replace(name, names.getOrDefault(name, ""));
                }
                // The engine takes no restart policy for "no", which is what the program sends.
                text = text.replace("\"MaximumRetryCount\":0,\"Name\":\"\"", "\"MaximumRetryCount\":0,\"Name\":\"no\"");
                lines.add(text.replaceAll("\\b[0-9a-f]{64}\\b", "ANONYMOUS"));
            }
        }
        lines.sort(null);
        return String.join("\n", lines)
                .replaceAll("/tmp/own-engine\\d+", "OWN")
                // drawn by the engine from its default pools
                .replaceAll("\\b(172\\.(1[6-9]|2\\d|3[01])|192\\.168)(\\.\\d+)+(/\\d+)?", "POOL");
    }

    private JsonNode get(String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(engine.socket()))) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            String said = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(said.substring(said.indexOf("\r\n\r\n") + 4));
        }
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JSON.createObjectNode();
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                JsonNode value = plain(field.getValue());
                boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
                if (!CHANCE.contains(field.getKey()) && !field.getKey().startsWith("porthole.") && !empty) {
                    sorted.put(field.getKey(), value);
                }
            }
            kept.setAll(sorted);
            return kept;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = JSON.createArrayNode();
            array.forEach(each -> kept.add(plain(each)));
            return kept;
        }
        return node;
    }

    @Override
    public void close() throws IOException {
        try {
            shell(EMPTY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }
}
