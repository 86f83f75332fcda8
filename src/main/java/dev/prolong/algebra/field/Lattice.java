package dev.prolong.algebra.field;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Exponents (or angles) as integer combinations of independent ones, up to a constant.
 *
 * <p>Exponentials are algebraically independent over the constants exactly if their exponents are linearly independent over the
 * rational numbers modulo constants (Bronstein, Symbolic Integration I, theorem 9.3.1); so a new exponent that differs by a constant
 * from a combination of known ones gets no kernel of its own, only the exponential of that constant.
 */
final class Lattice {
    private static final int LARGEST_MULTIPLE_BITS = 8;

    private final Tower tower;
    private final int divisor;
    private final OutsideFieldException.Lack tooCoarse;
    private final ToIntFunction<FieldElement> kernel;
    private final List<FieldElement> basis = new ArrayList<>();
    private final List<Integer> variables = new ArrayList<>();

    /**
     * @param divisor new exponents enter the basis divided by it
     * @param kernel makes the variable of a basis exponent
     */
    Lattice(Tower tower, int divisor, OutsideFieldException.Lack tooCoarse, ToIntFunction<FieldElement> kernel) {
        this.tower = tower;
        this.divisor = divisor;
        this.tooCoarse = tooCoarse;
        this.kernel = kernel;
    }

    /** One summand {@code multiple · basis exponent}, of which {@code variable} is the kernel. */
    record Summand(int variable, int multiple) {}

    List<FieldElement> basis() {
        return basis;
    }

    /** The variable of the kernel whose basis exponent is exactly this, or -1. */
    int indexOf(FieldElement exponent) {
        int i = basis.indexOf(exponent);
        return i < 0 ? -1 : variables.get(i);
    }

    List<Summand> decompose(FieldElement g) {
        List<Summand> out = new ArrayList<>();
        FieldElement rest = take(g, false, out);
        if (!rest.isZero()) {
            take(rest, true, out);
        }
        return out;
    }

    /** Splits off the combination of basis exponents (constant ones or moving ones); returns the constant that remains. */
    private FieldElement take(FieldElement g, boolean constants, List<Summand> out) {
        if (!constants && isConstant(g)) {
            return g;
        }
        List<Integer> chosen = new ArrayList<>();
        List<FieldElement> parts = new ArrayList<>();
        for (int i = 0; i < basis.size(); i++) {
            if (isConstant(basis.get(i)) == constants) {
                chosen.add(i);
                parts.add(constants ? basis.get(i) : movingPart(basis.get(i)));
            }
        }
        FieldElement target = constants ? g : movingPart(g);
        Optional<List<RationalSpan.Ratio>> q = RationalSpan.coordinates(target, parts);
        Arithmetic k = tower.arithmetic();
        if (q.isEmpty()) {
            FieldElement fresh = k.divide(g, k.constant(divisor));
            basis.add(fresh);
            variables.add(kernel.applyAsInt(fresh));
            out.add(new Summand(variables.get(variables.size() - 1), divisor));
            return k.constant(0);
        }
        FieldElement rest = g;
        for (int c = 0; c < chosen.size(); c++) {
            RationalSpan.Ratio ratio = q.get().get(c);
            if (ratio.isZero()) {
                continue;
            }
            if (ratio.n().bitLength() > LARGEST_MULTIPLE_BITS || ratio.d().bitLength() > LARGEST_MULTIPLE_BITS) {
                throw new OutsideFieldException(
                        OutsideFieldException.Lack.SMOOTHNESS, 1, "a multiple too large to expand");
            }
            if (!ratio.d().equals(BigInteger.ONE)) {
                throw new OutsideFieldException(tooCoarse, ratio.d().intValueExact(), "a fraction of a known exponent");
            }
            int multiple = ratio.n().intValueExact();
            out.add(new Summand(variables.get(chosen.get(c)), multiple));
            rest = k.subtract(rest, k.multiply(k.constant(multiple), basis.get(chosen.get(c))));
        }
        return rest;
    }

    private boolean isConstant(FieldElement g) {
        return isConstant(g.numerator()) && isConstant(g.denominator());
    }

    private boolean isConstant(Polynomial p) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            if (p.degree(i) > 0 && !tower.isConstant(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@code g} without the terms that are constant, where its denominator is constant or the term is a rational number. */
    private FieldElement movingPart(FieldElement g) {
        if (!isConstant(g.denominator())) {
            return g;
        }
        List<Polynomial.Term> moving = new ArrayList<>();
        for (Polynomial.Term t : g.numerator().terms()) {
            if (!isConstant(Polynomial.of(g.numerator().variables(), List.of(t)))) {
                moving.add(t);
            }
        }
        return tower.arithmetic().quotient(Polynomial.of(g.numerator().variables(), moving), g.denominator());
    }
}
