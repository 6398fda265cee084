package porthole.probe.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import porthole.engine.Cluster;
import porthole.engine.api.ParallelCalls;
import porthole.network.Port;
import porthole.topology.Matrix;

/** Measures across a cluster: each host by itself, and then from each host what is on the others. */
public final class ClusterMeasurement {
    private final List<ClusterSide> sides;
    private final List<Port> ports;

    private ClusterMeasurement(List<ClusterSide> sides, List<Port> ports) {
        this.sides = sides;
        this.ports = ports;
    }

    public static Matrix of(Cluster hosts, List<Port> ports) {
        List<String> addresses = hosts.addresses();
        List<Callable<ClusterSide>> looks = IntStream.range(0, hosts.size())
                .mapToObj(i -> (Callable<ClusterSide>) () ->
                        new ClusterSide(hosts.names().get(i), addresses.get(i), Measurement.local(hosts.get(i), ports)))
                .toList();
        try (ParallelCalls together = new ParallelCalls(hosts.size())) {
            ClusterMeasurement all = new ClusterMeasurement(together.all(looks), ports);
            return all.matrix(together);
        }
    }

    private Matrix matrix(ParallelCalls together) {
        Map<String, Matrix.Call> crossing = crossing(together, Measurement.QUICK_MILLISECONDS);
        Set<String> odd = crossing.entrySet().stream()
                .filter(e -> !e.getValue().asPredicted())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!odd.isEmpty()) {
            Map<String, Matrix.Call> again = crossing(together, Measurement.PATIENT_MILLISECONDS);
            odd.forEach(pair -> crossing.put(pair, again.getOrDefault(pair, crossing.get(pair))));
        }
        Map<String, Matrix.Call> calls = new LinkedHashMap<>();
        sides.forEach(side -> side.calls().forEach(c -> calls.put(key(c), c)));
        calls.putAll(crossing);
        List<String> names = sides.stream().flatMap(s -> s.rows().stream()).toList();
        List<String> targets = Stream.concat(names.stream(), sides.stream().flatMap(s -> s.doorNames().stream()))
                .toList();
        Map<String, String> states = new LinkedHashMap<>();
        sides.forEach(side -> states.putAll(side.states()));
        List<Matrix.Call> ordered = names.stream()
                .flatMap(from -> targets.stream().flatMap(to -> Stream.ofNullable(calls.get(from + " " + to))))
                .toList();
        return new Matrix(
                names,
                targets,
                ordered,
                ports,
                states,
                sides.stream().flatMap(s -> s.groups().stream()).toList());
    }

    private static String key(Matrix.Call call) {
        return call.from() + " " + call.to();
    }

    private Map<String, Matrix.Call> crossing(ParallelCalls together, int milliseconds) {
        List<Callable<List<Matrix.Call>>> asked = new ArrayList<>();
        for (ClusterSide side : sides) {
            List<ClusterSide> others =
                    sides.stream().filter(s -> !s.name().equals(side.name())).toList();
            asked.add(() -> new Crossing(side, others, milliseconds).calls());
        }
        Map<String, Matrix.Call> calls = new LinkedHashMap<>();
        together.all(asked).forEach(some -> some.forEach(c -> calls.put(key(c), c)));
        return calls;
    }
}
