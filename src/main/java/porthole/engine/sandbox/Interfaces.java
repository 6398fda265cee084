package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import porthole.engine.answer.Mapper;
import porthole.engine.api.Addresses;
import porthole.engine.api.Api;
import porthole.engine.api.ExecResult;
import porthole.engine.api.InterruptedCall;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.NetworkMode;

/**
 * Which interface of a container belongs to which network. Engines before 28 tell it nowhere, so a container with
 * several is asked for its routes; what it said holds as long as its endpoints are the same.
 */
public final class Interfaces {
    private static final long LIMIT_MILLISECONDS = 500;

    private final Exec exec;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();
    private final Set<String> renamed = ConcurrentHashMap.newKeySet();

    public Interfaces(Exec exec) {
        this.exec = exec;
    }

    /** A container was unplugged: when it is plugged in again, its interface may have another name than before. */
    public void renamed(String container) {
        renamed.add(container);
    }

    /** The containers with their endpoints' interfaces, as far as they are known within half a second. */
    List<Container> name(List<Container> containers) {
        Map<String, CompletableFuture<Map<String, String>>> asked = new HashMap<>();
        for (Container container : containers) {
            if (container.running() && !container.endpoints().isEmpty() && !simple(container)) {
                String key = key(container);
                if (!known.containsKey(key)) {
                    asked.put(key, CompletableFuture.supplyAsync(() -> ask(container), Api.threads()));
                }
            }
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLISECONDS);
        asked.forEach((key, answer) -> await(answer, end).ifPresent(names -> known.put(key, names)));
        return containers.stream().map(this::named).toList();
    }

    public static <T> Optional<T> await(CompletableFuture<T> answer, long end) {
        try {
            return Optional.of(answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return Optional.empty();
        }
    }

    private Container named(Container container) {
        if (!container.running() || container.endpoints().isEmpty()) {
            return container;
        }
        Map<String, String> names = known.getOrDefault(key(container), Map.of());
        List<Endpoint> endpoints = new ArrayList<>();
        for (Endpoint endpoint : container.endpoints()) {
            Optional<String> name = Optional.ofNullable(names.get(endpoint.network()));
            if (name.isEmpty() && names.isEmpty() && isModes(container, endpoint)) {
                name = Optional.of("eth0");
            }
            endpoints.add(Mapper.withInterface(endpoint, name));
        }
        return Mapper.withEndpoints(container, endpoints);
    }

    /** One plug, on the network that it was started with, never pulled out by us: that is eth0. */
    private boolean simple(Container container) {
        return container.endpoints().size() == 1
                && isModes(container, container.endpoints().get(0))
                && !renamed.contains(container.name())
                && renamed.stream().noneMatch(container.id()::startsWith);
    }

    private static boolean isModes(Container container, Endpoint endpoint) {
        if (container.mode() instanceof NetworkMode.Named named) {
            return named.network().equals(endpoint.network())
                    || endpoint.networkId().startsWith(named.network());
        }
        return container.mode() instanceof NetworkMode.DefaultBridge
                && endpoint.network().equals("bridge");
    }

    private static String key(Container container) {
        return container.id()
                + container.endpoints().stream().map(Endpoint::id).sorted().collect(Collectors.joining(" ", " ", ""));
    }

    private Map<String, String> ask(Container container) {
        ExecResult routes = exec.quietly(container.id(), List.of("cat", "/proc/net/route"));
        return read(routes.stdout(), container.endpoints());
    }

    /** Network to interface, from {@code /proc/net/route}: the line without gateway whose range holds the address. */
    public static Map<String, String> read(String routes, List<Endpoint> endpoints) {
        Map<String, String> names = new HashMap<>();
        for (String line : routes.lines().skip(1).toList()) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length < 8 || !fields[2].equals("00000000") || fields[7].equals("00000000")) {
                continue;
            }
            int destination = littleEndian(fields[1]);
            int mask = littleEndian(fields[7]);
            for (Endpoint endpoint : endpoints) {
                endpoint.address()
                        .filter(address -> (Addresses.number(address) & mask) == destination)
                        .ifPresent(address -> names.putIfAbsent(endpoint.network(), fields[0]));
            }
        }
        return names;
    }

    private static int littleEndian(String hexadecimal) {
        return Integer.reverseBytes((int) HexFormat.fromHexDigitsToLong(hexadecimal));
    }
}
