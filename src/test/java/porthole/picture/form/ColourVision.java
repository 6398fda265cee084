package porthole.picture.form;

/**
 * How people see colours: all, or one of three kinds of cone is missing. The matrices are those of Machado, Oliveira and
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), for severity 1, on linear
 * RGB; distances are Euclid's in Björn Ottosson's OKLab, in which 0.02 is about the least that can be seen.
 */
enum ColourVision {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    NO_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    NO_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    NO_BLUE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private static final double[] TO_CONES = {
        0.4122214708,
        0.5363325363,
        0.0514459929,
        0.2119034982,
        0.6806995451,
        0.1073969566,
        0.0883024619,
        0.2817188376,
        0.6299787005
    };
    private static final double[] TO_LAB = {
        0.2104542553,
        0.7936177850,
        -0.0040720468,
        1.9779984951,
        -2.4285922050,
        0.4505937099,
        0.0259040371,
        0.7827717662,
        -0.8086757660
    };

    private final double[] seen;

    ColourVision(double... seen) {
        this.seen = seen;
    }

    double distance(String one, String other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private double[] lab(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double[] linear = {
            ColourTest.linear(rgb >> 16 & 0xff), ColourTest.linear(rgb >> 8 & 0xff), ColourTest.linear(rgb & 0xff)
        };
        double[] visible = times(seen, linear);
        for (int i = 0; i < 3; i++) {
            visible[i] = Math.max(0, Math.min(1, visible[i]));
        }
        double[] cones = times(TO_CONES, visible);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(TO_LAB, cones);
    }

    private static double[] times(double[] matrix, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = matrix[3 * i] * v[0] + matrix[3 * i + 1] * v[1] + matrix[3 * i + 2] * v[2];
        }
        return out;
    }
}
