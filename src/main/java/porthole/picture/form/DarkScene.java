package porthole.picture.form;

/** A scene in the colours of dark pages. */
public final class DarkScene {
    private DarkScene() {}

    public static Scene of(Scene light) {
        return new Scene(
                light.width(),
                light.height(),
                light.title(),
                light.description(),
                light.shapes().stream().map(DarkScene::dark).toList());
    }

    private static Scene.Shape dark(Scene.Shape shape) {
        if (shape instanceof Scene.Rectangle r) {
            return new Scene.Rectangle(r.bounds(), r.radius(), Colour.dark(r.fill()), dark(r.stroke()));
        } else if (shape instanceof Scene.Line l) {
            return new Scene.Line(l.x1(), l.y1(), l.x2(), l.y2(), dark(l.stroke()));
        } else if (shape instanceof Scene.Circle c) {
            return new Scene.Circle(c.x(), c.y(), c.radius(), Colour.dark(c.fill()), dark(c.stroke()));
        } else if (shape instanceof Scene.Path p) {
            return new Scene.Path(p.steps(), p.numbers(), Colour.dark(p.fill()), dark(p.stroke()));
        } else if (shape instanceof Scene.Text t) {
            return new Scene.Text(t.x(), t.y(), t.anchor(), t.text(), t.full(), t.letters(), Colour.dark(t.colour()));
        }
        throw new IllegalStateException(shape.toString());
    }

    private static Scene.Stroke dark(Scene.Stroke stroke) {
        return new Scene.Stroke(Colour.dark(stroke.colour()), stroke.width(), stroke.dashes());
    }
}
