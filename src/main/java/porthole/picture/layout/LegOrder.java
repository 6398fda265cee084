package porthole.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Socket;

/** In which order the legs of one box stand: each towards its network, and then whichever order crosses least. */
final class LegOrder {
    private static final int MOST_TRIED = 4;

    private LegOrder() {}

    static List<Column> untangle(List<Column> columns, Through through) {
        List<Figure> figures = columns.stream()
                .filter(Column.OfFigure.class::isInstance)
                .map(c -> ((Column.OfFigure) c).figure())
                .toList();
        Map<String, Double> means = Ordering.means(figures);
        List<Column> towards = new ArrayList<>();
        for (Column column : columns) {
            towards.add(
                    column instanceof Column.OfFigure f
                            ? with(
                                    f,
                                    f.figure().plugs().stream()
                                            .sorted(Comparator.comparing(p ->
                                                    through.towards(p.ribbon(), means.getOrDefault(p.ribbon(), 0.0))))
                                            .toList())
                            : column);
        }
        return improve(towards, through);
    }

    private static List<Column> improve(List<Column> columns, Through through) {
        List<Column> best = new ArrayList<>(columns);
        int count = through.crossings(slots(best));
        for (int i = 0; i < best.size() && count > 0; i++) {
            if (!(best.get(i) instanceof Column.OfFigure f)
                    || f.figure().plugs().size() < 2
                    || f.figure().plugs().size() > MOST_TRIED) {
                continue;
            }
            for (List<Plug> order : orders(f.figure().plugs())) {
                List<Column> tried = new ArrayList<>(best);
                tried.set(i, with(f, order));
                int fewer = through.crossings(slots(tried));
                if (fewer < count) {
                    count = fewer;
                    best = tried;
                }
            }
        }
        return best;
    }

    private static List<List<Plug>> orders(List<Plug> plugs) {
        if (plugs.size() < 2) {
            return List.of(plugs);
        }
        List<List<Plug>> all = new ArrayList<>();
        for (Plug first : plugs) {
            List<Plug> others = plugs.stream().filter(p -> !p.equals(first)).toList();
            for (List<Plug> rest : orders(others)) {
                all.add(Stream.concat(Stream.of(first), rest.stream()).toList());
            }
        }
        return all;
    }

    private static Column with(Column.OfFigure column, List<Plug> plugs) {
        Figure f = column.figure();
        Figure ordered = new Figure(
                f.id(),
                f.name(),
                f.under(),
                f.standing(),
                plugs,
                f.sockets(),
                f.joined(),
                f.mark(),
                f.caption(),
                f.beneath());
        return new Column.OfFigure(ordered, column.segment());
    }

    /** The network of each slot of a box, in order: a leg, then the ports that come in through its network. */
    static List<String> slots(List<Column> columns) {
        List<String> slots = new ArrayList<>();
        for (Column column : columns) {
            if (column instanceof Column.OfFigure f) {
                for (Plug plug : f.figure().plugs()) {
                    slots.add(plug.ribbon());
                    f.figure().sockets().stream()
                            .filter(s -> leadsThrough(s, plug))
                            .forEach(s -> slots.add(plug.ribbon()));
                }
            }
        }
        return slots;
    }

    static boolean leadsThrough(Socket socket, Plug plug) {
        return socket.through().filter(plug.ribbon()::equals).isPresent();
    }
}
