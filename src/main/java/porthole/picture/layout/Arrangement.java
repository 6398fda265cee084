package porthole.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.topology.Mark;
import porthole.topology.Standing;

/**
 * Who stands where, from left to right: host mode first, then group by group in the order of their networks, then those
 * without a network. A change keeps the order that the picture before had; what came stands beside what it joined.
 */
final class Arrangement {
    private final PictureContent story;

    private final Through through;

    private Arrangement(PictureContent story, Through through) {
        this.story = story;
        this.through = through;
    }

    static List<Column> of(PictureContent story) {
        return of(story, Through.NONE);
    }

    static List<Column> of(PictureContent story, Through through) {
        Arrangement arrangement = new Arrangement(story, through);
        List<Column> columns =
                story.earlier().isEmpty() ? arrangement.fresh(story.figures(), story.ribbons()) : arrangement.still();
        columns = LegOrder.untangle(columns, through);
        return story.divided() ? divide(columns) : columns;
    }

    private List<Column> fresh(List<Figure> figures, List<Ribbon> ribbons) {
        List<Column> columns = new ArrayList<>();
        int segment = 0;
        List<Figure> hosts =
                figures.stream().filter(f -> f.standing() == Standing.HOST).toList();
        if (!through.endsHere()) {
            hosts.forEach(figure -> columns.add(new Column.OfFigure(figure, 0)));
        }
        Set<String> seen = new HashSet<>();
        List<String> ids = through.ordered(ribbons.stream().map(Ribbon::id).toList());
        for (Ribbon ribbon : ribbons.stream()
                .sorted(Comparator.comparing(r -> ids.indexOf(r.id())))
                .toList()) {
            if (seen.contains(ribbon.id())) {
                continue;
            }
            List<String> held = new ArrayList<>();
            List<Figure> group = new ArrayList<>();
            gather(ribbon.id(), figures, seen, held, group);
            segment++;
            if (group.isEmpty()) {
                columns.add(new Column.OfEmpty(ribbon, segment));
            }
            List<String> order = ids.stream().filter(held::contains).toList();
            for (Figure figure :
                    Ordering.of(figures.stream().filter(group::contains).toList(), order)) {
                columns.add(new Column.OfFigure(figure, segment));
            }
        }
        for (Figure figure : figures.stream()
                .filter(f -> f.standing() != Standing.HOST && f.plugs().isEmpty())
                .toList()) {
            columns.add(new Column.OfFigure(figure, segment + 1));
        }
        if (through.endsHere()) {
            int last = segment + 2;
            hosts.forEach(figure -> columns.add(new Column.OfFigure(figure, last)));
        }
        return columns;
    }

    private static void gather(
            String ribbon, List<Figure> figures, Set<String> seen, List<String> held, List<Figure> group) {
        if (!seen.add(ribbon)) {
            return;
        }
        held.add(ribbon);
        for (Figure figure : figures) {
            if (figure.plugs().stream().anyMatch(p -> p.ribbon().equals(ribbon)) && !group.contains(figure)) {
                group.add(figure);
                figure.plugs().forEach(p -> gather(p.ribbon(), figures, seen, held, group));
            }
        }
    }

    /** The picture before, with the new things put into it. */
    private List<Column> still() {
        List<Figure> before = story.figures().stream()
                .filter(f -> story.earlier().contains(f.id()))
                .map(Arrangement::asItWas)
                .toList();
        List<Ribbon> ribbons =
                story.ribbons().stream().filter(r -> r.mark() != Mark.CAME).toList();
        List<Column> columns = new ArrayList<>();
        for (Column column : fresh(before, ribbons)) {
            columns.add(
                    column instanceof Column.OfFigure f
                            ? new Column.OfFigure(asItIs(f.figure()), f.segment())
                            : column);
        }
        story.ribbons().stream()
                .filter(r -> r.mark() == Mark.CAME)
                .forEach(r -> columns.add(endOfBands(columns), new Column.OfEmpty(r, segmentAt(columns))));
        story.figures().stream().filter(f -> !story.earlier().contains(f.id())).forEach(f -> insert(columns, f));
        columns.removeIf(c -> c instanceof Column.OfEmpty e
                && story.figures().stream()
                        .anyMatch(f -> f.plugs().stream()
                                .anyMatch(p -> p.ribbon().equals(e.ribbon().id()))));
        return columns;
    }

    private static Figure asItWas(Figure figure) {
        List<Plug> plugs =
                figure.plugs().stream().filter(p -> p.mark() != Mark.CAME).toList();
        return new Figure(
                figure.id(),
                new PictureContent.Words(
                        figure.name().text(), figure.name().full().replaceFirst("^[+−~] ", "")),
                figure.under(),
                figure.standing(),
                plugs,
                figure.sockets(),
                figure.joined(),
                figure.mark(),
                figure.caption(),
                figure.beneath());
    }

    private Figure asItIs(Figure was) {
        return story.figures().stream()
                .filter(f -> f.id().equals(was.id()))
                .findFirst()
                .orElse(was);
    }

    private static boolean hasPlace(Column column) {
        return column instanceof Column.OfEmpty
                || (column instanceof Column.OfFigure f
                        && (f.figure().standing() == Standing.HOST
                                || !f.figure().plugs().isEmpty()));
    }

    private static int endOfBands(List<Column> columns) {
        int end = 0;
        for (int i = 0; i < columns.size(); i++) {
            end = hasPlace(columns.get(i)) ? i + 1 : end;
        }
        return end;
    }

    private static int segmentAt(List<Column> columns) {
        int end = endOfBands(columns);
        return end == 0 ? 0 : columns.get(end - 1).segment();
    }

    private static void insert(List<Column> columns, Figure figure) {
        int place = columns.size();
        if (figure.standing() == Standing.HOST) {
            place = (int) columns.stream()
                    .filter(c -> c instanceof Column.OfFigure f && f.figure().standing() == Standing.HOST)
                    .count();
        } else if (!figure.plugs().isEmpty()) {
            place = beside(columns, figure).orElse(endOfBands(columns));
        }
        int segment = place == 0 ? 0 : columns.get(place - 1).segment();
        columns.add(place, new Column.OfFigure(figure, segment));
    }

    /** After the last one that shares the first of its networks that anything stands on. */
    private static Optional<Integer> beside(List<Column> columns, Figure figure) {
        for (Plug plug : figure.plugs()) {
            for (int i = columns.size() - 1; i >= 0; i--) {
                if (isOn(columns.get(i), plug.ribbon())) {
                    return Optional.of(i + 1);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOn(Column column, String ribbon) {
        if (column instanceof Column.OfEmpty e) {
            return e.ribbon().id().equals(ribbon);
        }
        return column instanceof Column.OfFigure f
                && f.figure().plugs().stream().anyMatch(p -> p.ribbon().equals(ribbon));
    }

    /** Puts the line between the two groups. */
    private static List<Column> divide(List<Column> columns) {
        List<Column> divided = new ArrayList<>();
        Map<Integer, Long> attached = columns.stream()
                .filter(c ->
                        c instanceof Column.OfFigure f && !f.figure().plugs().isEmpty())
                .collect(java.util.stream.Collectors.groupingBy(
                        Column::segment, java.util.TreeMap::new, java.util.stream.Collectors.counting()));
        int second = attached.keySet().stream().skip(1).findFirst().orElse(Integer.MAX_VALUE);
        boolean drawn = false;
        for (Column column : columns) {
            if (!drawn && column.segment() == second) {
                divided.add(new Column.Divider(second));
                drawn = true;
            }
            divided.add(column);
        }
        return divided;
    }
}
