package porthole.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;

/** A step on the way from an empty network namespace to one that can send; whether it is done is seen on what is there. */
public enum CablingStep {
    /** The namespaces are there. */
    NAMESPACE,
    /** There is a cable, wherever its ends are. */
    CABLE,
    /** A cable's end is in a namespace. */
    INSIDE,
    /** From each namespace a cable leads to the bridge, whose end is switched on; or from the first to the second. */
    OTHER_END,
    /** Each namespace has an address. */
    ADDRESS,
    /** In each namespace, the cable's end is switched on. */
    UP,
    /** Each namespace has a default route. */
    ROUTE;

    /** The steps for so many namespaces: one is wired to the bridge and the world, two to each other. */
    static List<CablingStep> of(int namespaces) {
        return namespaces == 1 ? List.of(values()) : List.of(NAMESPACE, CABLE, INSIDE, OTHER_END, ADDRESS, UP);
    }

    /** The steps that are done. */
    static Set<CablingStep> done(Cabling cabling) {
        return of(cabling.rooms().size()).stream()
                .filter(step -> step.isDone(cabling))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isDone(Cabling cabling) {
        List<Room> rooms = cabling.rooms();
        return switch (this) {
            case NAMESPACE -> true;
            case CABLE -> cabling.ends().findAny().isPresent();
            case INSIDE -> rooms.stream().anyMatch(r -> !r.ends().isEmpty());
            case OTHER_END -> isConnected(cabling);
            case ADDRESS ->
                rooms.stream()
                        .allMatch(
                                r -> r.ends().stream().anyMatch(e -> e.address().isPresent()));
            case UP -> rooms.stream().allMatch(r -> r.ends().stream().anyMatch(End::up));
            case ROUTE -> rooms.stream().allMatch(r -> r.gateway().isPresent());
        };
    }

    private static boolean isConnected(Cabling cabling) {
        List<Room> rooms = cabling.rooms();
        boolean directly = rooms.size() > 1
                && rooms.get(0).ends().stream()
                        .flatMap(e -> cabling.otherEnd(e).stream())
                        .anyMatch(rooms.get(1).ends()::contains);
        return directly
                || rooms.stream()
                        .allMatch(r -> r.ends().stream()
                                .flatMap(e -> cabling.otherEnd(e).stream())
                                .anyMatch(e -> e.up()
                                        && e.bridge().equals(Optional.of(cabling.bridge()))
                                        && cabling.outside().contains(e)));
    }
}
