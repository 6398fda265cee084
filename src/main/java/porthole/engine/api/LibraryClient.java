package porthole.engine.api;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;

/** Makes docker-java's own client. Apart, so that the classes of its model are loaded for a cell that asks for it alone. */
final class LibraryClient {
    private LibraryClient() {}

    /**
     * Over the connections of an engine.
     *
     * @param version of the API that both sides speak, as {@code 1.51}
     */
    static DockerClient of(Connections connections, String version) {
        return DockerClientImpl.getInstance(
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost("unix:///var/run/docker.sock") // not used: the connections are there already
                        .withDockerTlsVerify(false)
                        .withApiVersion(version)
                        .build(),
                new SharedTransport(connections));
    }
}
