package dev.prolong.codegen.support;

import java.util.function.DoubleUnaryOperator;

/**
 * Adaptive Gauss–Kronrod quadrature with 10 and 21 points.
 *
 * <p>Source: Piessens, de Doncker-Kapenga, Überhuber, Kahaner, QUADPACK (1983), sections 2.2.2 and 3.4.
 */
final class Quadrature {
    /** Positive nodes of the 21-point rule on (-1, 1); those with odd index are the nodes of the 10-point rule. */
    static final double[] KRONROD_NODES = {
        0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845, 0.7808177265864169,
        0.6794095682990244, 0.5627571346686047, 0.4333953941292472, 0.2943928627014602, 0.14887433898163122
    };

    static final double[] KRONROD_WEIGHTS = {
        0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996, 0.0931254545836976,
        0.10938715880229764, 0.12349197626206584, 0.13470921731147334, 0.14277593857706009, 0.1477391049013385
    };

    static final double KRONROD_CENTRE_WEIGHT = 0.1494455540029169;

    static final double[] GAUSS_WEIGHTS = {
        0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287
    };

    private Quadrature() {}

    /** The integral of f from a to b; NaN where it does not converge. */
    static double integrate(DoubleUnaryOperator f, double a, double b) {
        if (a == b) {
            return 0.0;
        }
        return integratePiece(f, a, b, 0.0, 0);
    }

    /**
     * The integral over one piece, bisected until the two rules agree.
     *
     * @param scale a size below which errors do not matter
     */
    static double integratePiece(DoubleUnaryOperator f, double a, double b, double scale, int depth) {
        double centre = 0.5 * a + 0.5 * b;
        double half = 0.5 * b - 0.5 * a;
        double middle = f.applyAsDouble(centre);
        double kronrod = KRONROD_CENTRE_WEIGHT * middle;
        double size = Math.abs(kronrod);
        double gauss = 0.0;
        for (int i = 0; i < GAUSS_WEIGHTS.length; i++) {
            double outer = half * KRONROD_NODES[2 * i];
            double inner = half * KRONROD_NODES[2 * i + 1];
            double a1 = f.applyAsDouble(centre - outer);
            double a2 = f.applyAsDouble(centre + outer);
            double b1 = f.applyAsDouble(centre - inner);
            double b2 = f.applyAsDouble(centre + inner);
            kronrod += KRONROD_WEIGHTS[2 * i] * (a1 + a2) + KRONROD_WEIGHTS[2 * i + 1] * (b1 + b2);
            size += KRONROD_WEIGHTS[2 * i] * (Math.abs(a1) + Math.abs(a2))
                    + KRONROD_WEIGHTS[2 * i + 1] * (Math.abs(b1) + Math.abs(b2));
            gauss += GAUSS_WEIGHTS[i] * (b1 + b2);
        }
        double value = half * kronrod;
        double error = Math.abs(half * (kronrod - gauss));
        double total = Math.abs(half * size);
        if (error <= 1.0e-13 * total || error <= 1.0e-18 * scale) {
            return value;
        }
        if (depth >= 100 || !(total < Double.POSITIVE_INFINITY)) {
            return error <= 1.0e-8 * scale ? value : Double.isNaN(value) || depth >= 100 ? Double.NaN : value;
        }
        double known = Math.max(scale, total);
        return integratePiece(f, a, centre, known, depth + 1) + integratePiece(f, centre, b, known, depth + 1);
    }
}
