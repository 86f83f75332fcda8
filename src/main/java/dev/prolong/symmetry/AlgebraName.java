package dev.prolong.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of small and of simple real Lie algebras: up to dimension three by Bianchi's classification, simple ones by the dimension and
 * the signature of the Killing form, which decide among those listed.
 *
 * <p>Source: Patera, Sharp, Winternitz and Zassenhaus, Invariants of real low dimension Lie algebras, J. Math. Phys. 17 (1976); Knapp,
 * Lie Groups Beyond an Introduction, appendix C.
 */
final class AlgebraName {
    private static final int LARGEST_SIMPLE = 24;

    private AlgebraName() {}

    static Optional<String> of(LieAlgebra g, AlgebraStructure s) {
        if (s.isAbelian()) {
            return Optional.of(s.dimension() == 1 ? "R" : "R^" + s.dimension() + " (abelian)");
        }
        if (s.isSemisimple()) {
            return semisimple(g);
        }
        if (!s.isSolvable()) {
            return semisimple(g.modulo(g.radical())).map(levi -> withRadical(levi, s));
        }
        return s.dimension() == 2 ? Optional.of("aff(1)") : s.dimension() == 3 ? solvable(g, s) : Optional.empty();
    }

    private static String withRadical(String levi, AlgebraStructure s) {
        boolean direct = s.center() == s.radical();
        if (direct && s.radical() == 1 && levi.startsWith("sl(")) {
            return "gl(" + levi.substring(3);
        }
        return direct
                ? levi + " + R" + (s.radical() == 1 ? "" : "^" + s.radical())
                : levi + " with a radical of dimension " + s.radical();
    }

    private static Optional<String> semisimple(LieAlgebra g) {
        Signature k = Signature.of(g.killing());
        int n = g.dimension();
        if (n == 3) {
            return Optional.of(k.negative() == 3 ? "so(3)" : "sl(2,R)");
        }
        int simple = n <= LARGEST_SIMPLE ? g.centroid() : 0;
        if (n == 6) {
            return six(k, simple);
        }
        if (simple != 1) {
            return Optional.empty();
        }
        int size = (int) Math.round(Math.sqrt(n + 1.0));
        if (size * size == n + 1 && k.negative() == size * (size - 1) / 2) {
            return Optional.of("sl(" + size + ",R)");
        }
        return switch (n) {
            case 8 -> Optional.of(k.negative() == 8 ? "su(3)" : "su(2,1)");
            case 10 -> Optional.of(k.negative() == 10 ? "so(5)" : k.negative() == 6 ? "so(4,1)" : "so(3,2)");
            case 15 ->
                Optional.ofNullable(
                        k.negative() == 15
                                ? "so(6)"
                                : k.negative() == 7 ? "so(4,2)" : k.negative() == 10 ? "so(5,1)" : null);
            default -> Optional.empty();
        };
    }

    private static Optional<String> six(Signature k, int centroid) {
        return switch (k.negative()) {
            case 6 -> Optional.of("so(4)");
            case 2 -> Optional.of("sl(2,R) + sl(2,R)");
            case 4 -> Optional.of("sl(2,R) + so(3)");
            case 3 -> centroid == 2 ? Optional.of("so(3,1)") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Bianchi's types II to VII. */
    private static Optional<String> solvable(LieAlgebra g, AlgebraStructure s) {
        if (s.isNilpotent()) {
            return Optional.of("Heisenberg h(3)");
        }
        if (s.derivedSeries().get(1) == 1) {
            return Optional.of("aff(1) + R");
        }
        Subspace derived = g.brackets(g.whole(), g.whole());
        int outside = 0;
        while (derived.pivots().contains(outside)) {
            outside++;
        }
        List<Integer> columns = new ArrayList<>(derived.pivots());
        Fraction[][] m = new Fraction[2][2];
        for (int i = 0; i < 2; i++) {
            Fraction[] image = g.bracket(g.unit(outside), derived.basis().get(i));
            for (int j = 0; j < 2; j++) {
                m[i][j] = image[columns.get(j)];
            }
        }
        Fraction trace = m[0][0].plus(m[1][1]);
        Fraction difference = m[0][0].minus(m[1][1]);
        Fraction offDiagonal = m[0][1].times(m[1][0]);
        Fraction four = new Fraction(java.math.BigInteger.valueOf(4), java.math.BigInteger.ONE);
        int discriminant =
                difference.times(difference).plus(four.times(offDiagonal)).signum();
        if (trace.isZero()) {
            return Optional.of(discriminant < 0 ? "e(2)" : "e(1,1)");
        }
        if (discriminant == 0) {
            return Optional.of(m[0][1].isZero() && m[1][0].isZero() ? "Bianchi V" : "Bianchi IV");
        }
        return Optional.of(discriminant < 0 ? "Bianchi VII" : "Bianchi VI");
    }
}
