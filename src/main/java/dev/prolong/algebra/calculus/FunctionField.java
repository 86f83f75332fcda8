package dev.prolong.algebra.calculus;

import cc.redberry.rings.Rational;
import cc.redberry.rings.Rationals;
import cc.redberry.rings.Rings;
import cc.redberry.rings.bigint.BigInteger;
import cc.redberry.rings.poly.PolynomialFactorDecomposition;
import cc.redberry.rings.poly.multivar.Monomial;
import cc.redberry.rings.poly.multivar.MonomialOrder;
import cc.redberry.rings.poly.multivar.MultivariateDivision;
import cc.redberry.rings.poly.multivar.MultivariatePolynomial;
import cc.redberry.rings.poly.univar.UnivariatePolynomial;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.Factoring;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The field {@code Q(κ_1, .., κ_r, c_1, .., c_s)} of rational functions of some kernels, with everything that is free of the variables
 * as constants. Kernels and constants count as independent: what is equal here is equal, not conversely.
 */
final class FunctionField {
    private final List<IExpr> variables;
    private final Rationals<MultivariatePolynomial<BigInteger>> field;

    private FunctionField(List<IExpr> variables) {
        this.variables = List.copyOf(variables);
        this.field = Rings.Frac(Rings.MultivariateRing(variables.size(), Rings.Z, MonomialOrder.GREVLEX));
    }

    /**
     * The field that holds a tree.
     *
     * @param kernels subtrees that become its first variables
     * @param forbidden symbols that may occur in the tree only within kernels
     * @return empty if the tree is no rational function of the kernels
     */
    static Optional<FunctionField> holding(IExpr tree, List<? extends IExpr> kernels, Set<ISymbol> forbidden) {
        Set<IExpr> variables = new LinkedHashSet<>(kernels);
        return collect(tree, variables, forbidden)
                ? Optional.of(new FunctionField(List.copyOf(variables)))
                : Optional.empty();
    }

    private static boolean collect(IExpr e, Set<IExpr> variables, Set<ISymbol> forbidden) {
        if (e instanceof IRational || variables.contains(e)) {
            return true;
        }
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            return Expr.arguments(e).stream().allMatch(a -> collect(a, variables, forbidden));
        }
        if (isRationalPower(e)) {
            IAST power = (IAST) e;
            if (isSmallInteger(power.arg2())) {
                return collect(power.arg1(), variables, forbidden);
            }
            IExpr root = root(power);
            return variables.contains(root) || addConstant(root, variables, forbidden);
        }
        return addConstant(e, variables, forbidden);
    }

    private static boolean addConstant(IExpr e, Set<IExpr> variables, Set<ISymbol> forbidden) {
        if (Expr.symbols(e).stream().anyMatch(forbidden::contains)) {
            return false;
        }
        variables.add(e);
        return true;
    }

    private static boolean isRationalPower(IExpr e) {
        return Expr.isPower(e)
                && ((IAST) e).arg2() instanceof IRational q
                && q.toBigDenominator().bitLength() < 16
                && q.toBigNumerator().bitLength() < 8;
    }

    private static boolean isSmallInteger(IExpr q) {
        return q instanceof IRational r && r.toBigDenominator().equals(java.math.BigInteger.ONE);
    }

    /** {@code b^(1/n)} for a power {@code b^(m/n)}. */
    private static IExpr root(IAST power) {
        IRational q = (IRational) power.arg2();
        return Expr.power(power.arg1(), Expr.rational(java.math.BigInteger.ONE, q.toBigDenominator()));
    }

    /** The element that a tree stands for; fails for trees the field was not made for. */
    Rational<MultivariatePolynomial<BigInteger>> of(IExpr e) {
        int i = variables.indexOf(e);
        if (i >= 0) {
            return variable(i);
        }
        if (e instanceof IRational q) {
            return constant(q.toBigNumerator(), q.toBigDenominator());
        }
        if (Expr.isSum(e)) {
            return Expr.arguments(e).stream().map(this::of).reduce(field.getZero(), field::add);
        }
        if (Expr.isProduct(e)) {
            return Expr.arguments(e).stream().map(this::of).reduce(field.getOne(), field::multiply);
        }
        if (isRationalPower(e)) {
            IAST power = (IAST) e;
            int n = ((IRational) power.arg2()).toBigNumerator().intValueExact();
            return of(isSmallInteger(power.arg2()) ? power.arg1() : root(power)).pow(n);
        }
        throw new IllegalArgumentException("not in the field: " + e);
    }

    Rational<MultivariatePolynomial<BigInteger>> variable(int i) {
        return field.mkNumerator(monomial(i, 1));
    }

    Rational<MultivariatePolynomial<BigInteger>> constant(java.math.BigInteger n, java.math.BigInteger d) {
        return field.mk(zero().add(new BigInteger(n.toByteArray())), zero().add(new BigInteger(d.toByteArray())));
    }

    private MultivariatePolynomial<BigInteger> zero() {
        return MultivariatePolynomial.zero(variables.size(), Rings.Z, MonomialOrder.GREVLEX);
    }

    Rationals<MultivariatePolynomial<BigInteger>> field() {
        return field;
    }

    /** A polynomial as one in variable i, its coefficients in the field of the others. */
    UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> univariate(
            MultivariatePolynomial<BigInteger> p, int i) {
        UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> out = UnivariatePolynomial.zero(field);
        for (int k = p.degree(i); k >= 0; k--) {
            MultivariatePolynomial<BigInteger> coefficient = zero();
            for (Monomial<BigInteger> m : p) {
                if (m.exponents[i] == k) {
                    int[] exponents = m.exponents.clone();
                    exponents[i] = 0;
                    coefficient.add(new Monomial<>(exponents, m.coefficient));
                }
            }
            out.addMonomial(field.mkNumerator(coefficient), k);
        }
        return out;
    }

    /** The irreducible factors in which variable i occurs, with their exponents, in a fixed order. */
    List<Factor> factors(MultivariatePolynomial<BigInteger> p, int i) {
        List<Factor> out = new ArrayList<>();
        int power = power(p, i);
        if (power > 0) {
            out.add(new Factor(monomial(i, 1), power));
        }
        MultivariatePolynomial<BigInteger> rest = MultivariateDivision.divideExact(p.clone(), monomial(i, power));
        PolynomialFactorDecomposition<MultivariatePolynomial<BigInteger>> d = Factoring.of(rest);
        for (int k = 0; k < d.size(); k++) {
            if (d.get(k).degree(i) > 0) {
                out.add(new Factor(d.get(k), d.exponents.get(k)));
            }
        }
        out.sort((a, b) -> a.polynomial.compareTo(b.polynomial));
        return out;
    }

    /** The power of variable i that divides p; taken out first, since Rings does not split a bare power. */
    private static int power(MultivariatePolynomial<BigInteger> p, int i) {
        int least = Integer.MAX_VALUE;
        for (Monomial<BigInteger> m : p) {
            least = Math.min(least, m.exponents[i]);
        }
        return least;
    }

    private MultivariatePolynomial<BigInteger> monomial(int i, int power) {
        int[] exponents = new int[variables.size()];
        exponents[i] = power;
        return zero().add(new Monomial<>(exponents, BigInteger.ONE));
    }

    record Factor(MultivariatePolynomial<BigInteger> polynomial, int exponent) {}

    /** The tree of an element. */
    IExpr tree(Rational<MultivariatePolynomial<BigInteger>> r) {
        return Expr.divide(tree(r.numerator()), tree(r.denominator()));
    }

    IExpr tree(MultivariatePolynomial<BigInteger> p) {
        List<IExpr> terms = new ArrayList<>();
        for (Monomial<BigInteger> m : p) {
            List<IExpr> factors = new ArrayList<>();
            factors.add(Expr.integer(new java.math.BigInteger(m.coefficient.toByteArray())));
            for (int i = 0; i < variables.size(); i++) {
                factors.add(Expr.power(variables.get(i), m.exponents[i]));
            }
            terms.add(Expr.times(factors));
        }
        return Expr.plus(terms);
    }

    /** The tree of a polynomial in some tree. */
    IExpr tree(UnivariatePolynomial<Rational<MultivariatePolynomial<BigInteger>>> p, IExpr variable) {
        List<IExpr> terms = new ArrayList<>();
        for (int k = 0; k <= p.degree(); k++) {
            terms.add(Expr.times(tree(p.get(k)), Expr.power(variable, k)));
        }
        return Expr.plus(terms);
    }
}
