package porthole.engine.answer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a container uses at one moment, computed as {@code docker stats} computes it.
 *
 * @param container the container's name
 * @param cpuPercent the processor time in percent of one processor; 200 if two are busy
 * @param memory the memory in use in bytes, without the cache of files
 * @param memoryLimit the memory that it may use in bytes; the host's memory if it has no limit
 * @param received bytes received over its networks since its start
 * @param sent bytes sent over its networks since its start
 * @param processes how many processes and threads it has
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/stats/">docker stats</a>
 */
public record ContainerUsage(
        String container, double cpuPercent, long memory, long memoryLimit, long received, long sent, long processes) {
    /**
     * Reads the engine's answer.
     *
     * @param container the container's name
     * @param stats the JSON of the API's call {@code /containers/ID/stats}
     * @see
     *     <a href="https://docs.docker.com/reference/api/engine/version/v1.50/#tag/Container/operation/ContainerStats">ContainerStats</a>
     */
    public static ContainerUsage of(String container, JsonNode stats) {
        JsonNode memory = stats.path("memory_stats");
        JsonNode inner = memory.path("stats");
        long cached = inner.has("total_inactive_file")
                ? inner.path("total_inactive_file").asLong()
                : inner.path("inactive_file").asLong();
        long used = memory.path("usage").asLong();
        long received = 0;
        long sent = 0;
        for (JsonNode network : stats.path("networks")) {
            received += network.path("rx_bytes").asLong();
            sent += network.path("tx_bytes").asLong();
        }
        return new ContainerUsage(
                container,
                cpu(stats),
                cached < used ? used - cached : used,
                memory.path("limit").asLong(),
                received,
                sent,
                stats.path("pids_stats").path("current").asLong());
    }

    private static double cpu(JsonNode stats) {
        JsonNode now = stats.path("cpu_stats");
        JsonNode before = stats.path("precpu_stats");
        double own = now.path("cpu_usage").path("total_usage").asDouble()
                - before.path("cpu_usage").path("total_usage").asDouble();
        double all = now.path("system_cpu_usage").asDouble()
                - before.path("system_cpu_usage").asDouble();
        int listed = now.path("cpu_usage").path("percpu_usage").size();
        int processors = now.path("online_cpus").asInt(listed);
        return own > 0 && all > 0 ? own / all * processors * 100 : 0;
    }
}
