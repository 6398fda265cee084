package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Network;
import porthole.picture.form.Bounds;
import porthole.picture.layout.ClusterLayout.Overlay;
import porthole.picture.layout.ClusterLayout.Place;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.story.ClusterStories;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;

/**
 * An overlay's band over hosts side by side: from the first host that has something on it to the last, behind those that
 * have not. Over one host alone it goes on into the gap beside it, for it is not that host's own; with nothing on it, it
 * goes over all of them.
 */
record OverlayBand(ClusterTopology cluster, Telling telling, List<Place> places) {
    /** How far it goes on into the gap beside a frame. */
    private static final double BEYOND = 28;

    Overlay of(Network overlay, double top, double height) {
        List<Place> on =
                places.stream().filter(p -> own(p, overlay.id()).isPresent()).toList();
        if (on.isEmpty()) {
            Place last = places.get(places.size() - 1);
            double right = last.x() + last.frame().bounds().width() - ColumnRow.INNER;
            Bounds all = new Bounds(ColumnRow.INNER, top, right - ColumnRow.INNER, height);
            Ribbon ribbon = ClusterStories.ribbon(cluster, overlay, telling);
            return new Overlay(band(ribbon, all, all, true), List.of());
        }
        Bounds bounds = bounds(on, overlay.id(), top, height);
        List<Place> not = places.stream()
                .filter(p -> !on.contains(p) && p.x() > bounds.x() && p.x() < bounds.right() - BEYOND)
                .toList();
        List<Bounds> behind = not.stream()
                .map(p -> new Bounds(p.x(), top, p.frame().bounds().width(), height))
                .toList();
        double end = behind.isEmpty() ? bounds.right() : behind.get(0).x();
        Bounds first = new Bounds(bounds.x(), top, end - bounds.x(), height);
        Ribbon ribbon = own(on.get(0), overlay.id()).orElseThrow().ribbon();
        return new Overlay(band(ribbon, bounds, first, false), behind);
    }

    private static Optional<PlacedBand> own(Place place, String id) {
        return place.frame().bands().stream()
                .filter(b -> b.ribbon().id().equals(id))
                .findFirst();
    }

    private Bounds bounds(List<Place> on, String id, double top, double height) {
        double left = Double.MAX_VALUE;
        double right = 0;
        for (Place place : on) {
            Bounds own = own(place, id).orElseThrow().bounds();
            left = Math.min(left, place.x() + own.x());
            right = Math.max(right, place.x() + own.right());
        }
        if (on.size() == 1 && places.size() > 1) {
            Place only = on.get(0);
            boolean last = only.equals(places.get(places.size() - 1));
            left = last ? only.x() - BEYOND : left;
            right = last ? right : only.x() + only.frame().bounds().width() + BEYOND;
        }
        return new Bounds(left, top, right - left, height);
    }

    /** @param first the part in which its text stands */
    private PlacedBand band(Ribbon ribbon, Bounds bounds, Bounds first, boolean empty) {
        List<Double> passing = new ArrayList<>();
        for (Place place : places) {
            if (empty || own(place, ribbon.id()).isPresent()) {
                passing.addAll(passing(place, ribbon.id(), bounds));
            }
        }
        List<Double> here = passing.stream().filter(x -> x < first.right()).toList();
        Bounds text = ColumnHeights.textField(first, here, BandText.width(ribbon));
        return new PlacedBand(ribbon, bounds, passing, empty, text);
    }

    /** Legs from bands above it, and the lines of ports. */
    private static List<Double> passing(Place place, String overlay, Bounds band) {
        List<Double> passing = new ArrayList<>();
        place.frame().boxes().forEach(box -> {
            box.legs().stream()
                    .filter(leg -> !leg.plug().ribbon().equals(overlay) && leg.top() <= band.y())
                    .forEach(leg -> passing.add(place.x() + leg.x()));
            if (box.legs().stream().noneMatch(leg -> leg.plug().ribbon().equals(overlay))) {
                box.sockets().forEach(socket -> passing.add(place.x() + socket.x()));
            }
            box.hostLine().ifPresent(x -> passing.add(place.x() + x));
        });
        return passing.stream()
                .filter(x -> x > band.x() && x < band.right())
                .sorted()
                .toList();
    }
}
