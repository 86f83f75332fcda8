package dev.prolong.algebra.linear;

import cc.redberry.rings.IntegersZp64;
import cc.redberry.rings.poly.univar.UnivariateDivision;
import cc.redberry.rings.poly.univar.UnivariateFactorization;
import cc.redberry.rings.poly.univar.UnivariateGCD;
import cc.redberry.rings.poly.univar.UnivariateInterpolation;
import cc.redberry.rings.poly.univar.UnivariatePolynomialZp64;
import cc.redberry.rings.poly.univar.UnivariateSquareFreeFactorization;
import dev.prolong.algebra.Interruption;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ModularEvaluation;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Whether the determinant of a matrix of polynomials can have a factor of degree one or two that is not known: seen without computing it,
 * from its images on lines modulo a prime.
 *
 * <p>On the line {@code a + s b} such a factor, made 1 at a, is {@code 1 + l(b) s + q(b) s²} with l linear in b. So on three lines through
 * a with directions b, c, b + c the image has divisors whose coefficients of s are {@code l(b), l(c), l(b) + l(c)}; what else has small
 * degree there does not add up.
 */
public final class SmallFactors {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private static final IntegersZp64 RESIDUES = new IntegersZp64(FIELD.modulus());
    private static final int HIGHEST_DEGREE = 150;
    private static final int SPARE = 3;

    private final ModularEvaluation evaluation;
    private final int size;
    private final int known;
    private final int degree;

    /**
     * @param matrix square
     * @param known factors that are not asked for
     * @param degree one or two
     */
    public SmallFactors(
            DifferentialField field, List<List<FieldElement>> matrix, List<FieldElement> known, int degree) {
        List<FieldElement> elements = new ArrayList<>();
        matrix.forEach(elements::addAll);
        elements.addAll(known);
        this.evaluation = new ModularEvaluation(field, elements, 1);
        this.size = matrix.size();
        this.known = known.size();
        this.degree = degree;
    }

    /**
     * Whether there is no other factor of this degree or less in the coordinates, with all but certainty: a factor can be overlooked
     * where it vanishes at the point a, by chance modulo the prime. True too where the determinant is zero everywhere. False says nothing.
     */
    public boolean surelyNone() {
        try {
            Set<Long> first = slopes(1, 0);
            Set<Long> second = first.isEmpty() ? Set.of() : slopes(0, 1);
            if (second.isEmpty()) {
                return true;
            }
            Set<Long> both = slopes(1, 1);
            return first.stream().noneMatch(l -> second.stream().anyMatch(m -> both.contains(FIELD.add(l, m))));
        } catch (ArithmeticException elsewhere) {
            return false;
        }
    }

    /** The coefficients of s in the divisors of small degree of the image on a line, each made 1 at s = 0. */
    private Set<Long> slopes(long b, long c) {
        List<long[]> values = new ArrayList<>();
        UnivariatePolynomialZp64 rest = interpolated(values, b, c, s -> determinant(values.get((int) s)));
        if (rest.isConstant()) {
            return Set.of();
        }
        for (int k = 0; k < known; k++) {
            int at = size * size + k;
            UnivariatePolynomialZp64 factor = interpolated(values, b, c, s -> values.get((int) s)[at]);
            while (factor.degree() > 0
                    && UnivariateDivision.remainder(rest, factor, true).isZero()) {
                rest = UnivariateDivision.quotient(rest, factor, true);
            }
        }
        List<UnivariatePolynomialZp64> factors = ofSmallDegree(rest);
        Set<Long> out = new HashSet<>();
        for (int i = 0; i < factors.size(); i++) {
            UnivariatePolynomialZp64 f = factors.get(i);
            out.add(slope(f));
            for (int j = 0; j <= i && degree == 2 && f.degree() == 1; j++) {
                if (factors.get(j).degree() == 1) {
                    out.add(FIELD.add(slope(f), slope(factors.get(j))));
                }
            }
        }
        return out;
    }

    private static long slope(UnivariatePolynomialZp64 f) {
        return FIELD.multiply(f.get(1), FIELD.inverse(f.get(0)));
    }

    /** The irreducible factors that divide {@code s^p − s} or {@code s^(p²) − s}, each once. */
    private List<UnivariatePolynomialZp64> ofSmallDegree(UnivariatePolynomialZp64 image) {
        if (image.isConstant()) {
            return List.of();
        }
        UnivariatePolynomialZp64 f =
                UnivariateSquareFreeFactorization.SquareFreePart(image).monic();
        UnivariatePolynomialZp64 small = f;
        if (f.degree() > degree) {
            long[] power = {0, 1};
            ModularPowers powers = new ModularPowers(
                    IntStream.rangeClosed(0, f.degree()).mapToLong(f::get).toArray());
            for (int k = 0; k < degree; k++) {
                power = powers.power(power, FIELD.modulus());
            }
            power[1] = FIELD.subtract(power[1], 1);
            small = UnivariateGCD.PolynomialGCD(UnivariatePolynomialZp64.create(RESIDUES, power), f);
        }
        return UnivariateFactorization.Factor(small).factors.stream()
                .filter(g -> !g.isConstant())
                .toList();
    }

    /** The polynomial through the values at 0, 1, 2, …, found when it foretells the next ones. */
    private UnivariatePolynomialZp64 interpolated(List<long[]> values, long b, long c, LongUnaryOperator value) {
        UnivariateInterpolation.InterpolationZp64 through = new UnivariateInterpolation.InterpolationZp64(RESIDUES);
        int foretold = 0;
        for (int s = 0; s <= HIGHEST_DEGREE; s++) {
            Interruption.poll();
            if (values.size() == s) {
                values.add(evaluation.inPlane(FIELD.multiply(s, b), FIELD.multiply(s, c)));
            }
            long next = value.applyAsLong(s);
            foretold = s > 0 && through.getInterpolatingPolynomial().evaluate(s) == next ? foretold + 1 : 0;
            through.update(s, next);
            if (foretold > SPARE) {
                return through.getInterpolatingPolynomial();
            }
        }
        throw new ArithmeticException("a degree too high");
    }

    private long determinant(long[] values) {
        return ModularDeterminant.of(IntStream.range(0, size)
                .mapToObj(i -> Arrays.copyOfRange(values, i * size, (i + 1) * size))
                .toArray(long[][]::new));
    }
}
