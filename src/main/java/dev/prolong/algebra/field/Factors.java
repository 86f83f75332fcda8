package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** Elements as products of powers of irreducible polynomials in the kernels. */
final class Factors {
    private final Tower tower;
    private final Conversion conversion;
    private final Arithmetic arithmetic;

    Factors(Tower tower, Conversion conversion) {
        this.tower = tower;
        this.conversion = conversion;
        this.arithmetic = tower.arithmetic();
    }

    /** See {@link DifferentialField#factors}. */
    List<FieldElement> ofNumerator(FieldElement e) {
        if (e.numerator().isZero() || e.numerator().isConstant()) {
            return List.of();
        }
        return e.numerator().factor().factors().stream().map(arithmetic::of).toList();
    }

    /** See {@link DifferentialField#squareRoot}. */
    Optional<FieldElement> squareRoot(FieldElement e) {
        if (e.isZero()) {
            return Optional.of(e);
        }
        Multiplicative m = Multiplicative.of(e, arithmetic);
        FieldElement out = arithmetic.constant(1);
        for (Map.Entry<Polynomial, Integer> power : m.powers().entrySet()) {
            if (power.getValue() % 2 != 0) {
                return Optional.empty();
            }
            out = arithmetic.multiply(out, arithmetic.power(arithmetic.of(power.getKey()), power.getValue() / 2));
        }
        return m.sign() > 0 ? Optional.of(out) : Optional.empty();
    }

    /** See {@link DifferentialField#primePowers}. */
    Map<FieldElement, Integer> primePowers(FieldElement e) {
        Map<FieldElement, Integer> out = new LinkedHashMap<>();
        powers(e.numerator().factor(), 1).forEach((p, k) -> out.put(arithmetic.of(p), k));
        powers(e.denominator().factor(), -1).forEach((p, k) -> out.put(arithmetic.of(p), k));
        return out;
    }

    /** See {@link DifferentialField#factored}. */
    DifferentialField.Factored factored(FieldElement e) {
        Map<IExpr, Integer> out = new LinkedHashMap<>();
        Polynomial.Factorization above = e.numerator().factor();
        Polynomial.Factorization below = e.denominator().factor();
        powers(above, 1).forEach((p, k) -> out.put(conversion.trees().of(p), k));
        powers(below, -1).forEach((p, k) -> out.put(conversion.trees().of(p), k));
        return new DifferentialField.Factored(Expr.rational(above.content(), below.content()), out);
    }

    private static Map<Polynomial, Integer> powers(Polynomial.Factorization f, int side) {
        Map<Polynomial, Integer> out = new LinkedHashMap<>();
        for (int i = 0; i < f.factors().size(); i++) {
            out.put(f.factors().get(i), side * f.exponents().get(i));
        }
        return out;
    }

    /**
     * See {@link DifferentialField#constantFactors}.
     *
     * @param split the element's coefficients over linearly independent functions
     */
    List<IExpr> constant(List<List<FieldElement>> split) {
        Polynomial common = arithmetic.polynomial(BigInteger.ZERO);
        for (List<FieldElement> row : split) {
            common = common.gcd(row.get(0).numerator());
        }
        List<IExpr> out = new ArrayList<>();
        if (!common.isConstant()) {
            for (Polynomial factor : common.factor().factors()) {
                if (!tower.isPositive(factor)) {
                    out.add(conversion.trees().of(factor));
                }
            }
        }
        return out;
    }
}
