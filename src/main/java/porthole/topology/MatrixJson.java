package porthole.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import porthole.network.Port;

/** A matrix as JSON, for programs: its form is described at {@link Matrix#json}. */
final class MatrixJson {
    private MatrixJson() {}

    static String of(Matrix matrix) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("names", matrix.names());
        all.put("targets", matrix.targets());
        all.put("ports", matrix.ports().stream().map(Port::toString).toList());
        all.put("states", new TreeMap<>(matrix.states()));
        all.put("groups", matrix.groups());
        all.put("calls", matrix.calls().stream().map(MatrixJson::call).toList());
        return JsonText.of(all);
    }

    private static Map<String, Object> call(Matrix.Call call) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("from", call.from());
        one.put("to", call.to());
        one.put("outcome", call.outcome().word());
        one.put("byName", call.byName());
        one.put("byAddress", call.byAddress());
        one.put("asPredicted", call.asPredicted());
        one.put("predicted", verdict(call, call.predicted()));
        List<Map<String, Object>> tries =
                call.tries().stream().map(made -> made(call, made)).toList();
        one.put("tries", tries);
        return one;
    }

    private static Map<String, Object> made(Matrix.Call call, Matrix.Try made) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", made.name());
        one.put("address", made.address());
        one.put("port", made.port().map(Port::number));
        one.put("protocol", made.port().map(Port::protocol).orElse("icmp"));
        one.put("outcome", made.outcome().word());
        one.put("asPredicted", made.asPredicted());
        one.put("predicted", verdict(call, made.predicted()));
        return one;
    }

    private static Map<String, Object> verdict(Matrix.Call call, Verdict verdict) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("outcome", verdict.outcome().word());
        one.put("reason", verdict.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        one.put("network", verdict.network());
        one.put("because", verdict.because(call.from(), call.to()));
        return one;
    }
}
