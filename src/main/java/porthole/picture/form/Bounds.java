package porthole.picture.form;

/** An upright rectangle in pixels. */
public record Bounds(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centre() {
        return x + width / 2;
    }

    /** Whether the two have an area in common. */
    public boolean overlaps(Bounds other) {
        double slack = 0.01;
        return x + slack < other.right()
                && other.x + slack < right()
                && y + slack < other.bottom()
                && other.y + slack < bottom();
    }

    /** Whether {@code other} lies within. */
    public boolean contains(Bounds other) {
        double slack = 0.01;
        return other.x >= x - slack
                && other.y >= y - slack
                && other.right() <= right() + slack
                && other.bottom() <= bottom() + slack;
    }
}
