package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A field of functions {@code Q(θ)(t, x, κ_1 .. κ_r)} closed under partial derivatives, in which equality is decided.
 *
 * <p>Every transcendental function is a kernel with a known derivative: exponentials over a basis of their exponents, trigonometric
 * functions through half-angle tangents, logarithms of irreducible polynomials, roots with their relation, everything else by its
 * derivative. Sources: Bronstein, Symbolic Integration I (2nd ed.), ch. 3 and 9; Risch, Algebraic properties of the elementary functions
 * of analysis, Amer. J. Math. 101 (1979).
 *
 * <p>Not thread-safe.
 */
public final class DifferentialField {
    private static final int MOST_ROOM = 512;
    private static final int MOST_DIVISOR = 240;
    private static final int MOST_ROUNDS = 24;

    private final Tower tower;
    private final Conversion conversion;
    private final Arithmetic arithmetic;
    private final Factors factors;
    private final Denominators denominators;
    private final Splitting splitting;

    private DifferentialField(Tower tower, Conversion conversion) {
        this.tower = tower;
        this.conversion = conversion;
        this.arithmetic = tower.arithmetic();
        this.factors = new Factors(tower, conversion);
        this.denominators = new Denominators(arithmetic);
        this.splitting = new Splitting(tower);
    }

    /**
     * The field of these expressions.
     *
     * @param coordinates the symbols that vary; all others are constants. Empty: all symbols vary
     * @param assumptions signs of symbols that may be used
     * @throws NotSmoothException where an expression has cases (piecewise, min, max), which must be split before
     */
    public static DifferentialField of(
            Collection<? extends IExpr> expressions, Set<ISymbol> coordinates, Collection<Assumption> assumptions) {
        return of(expressions, coordinates, assumptions, Long.MAX_VALUE);
    }

    /** The same with a limit to the work, see {@link #limit}. */
    public static DifferentialField of(
            Collection<? extends IExpr> expressions,
            Set<ISymbol> coordinates,
            Collection<Assumption> assumptions,
            long work) {
        int room = 12 + estimate(expressions);
        int exponentDivisor = 1;
        int angleDivisor = 1;
        Set<IExpr> positive = new HashSet<>();
        assumptions.stream()
                .filter(a -> a.relation() == Assumption.Relation.POSITIVE)
                .forEach(a -> positive.add(a.expression()));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Tower tower = new Tower(room, coordinates);
            tower.arithmetic().limit(work);
            Conversion conversion = new Conversion(tower, exponentDivisor, angleDivisor);
            try {
                positive.forEach(p -> assumePositive(conversion, tower, p));
                logarithms(expressions).forEach(conversion::assumeReal);
                expressions.forEach(conversion::element);
                return new DifferentialField(tower, conversion);
            } catch (OutsideFieldException e) {
                switch (e.lack()) {
                    case VARIABLES -> room *= e.factor();
                    case FINER_EXPONENTS -> exponentDivisor *= e.factor();
                    case FINER_ANGLES -> angleDivisor *= e.factor();
                    case KNOWN_SIGN ->
                        tower.positives()
                                .forEach(p -> positive.add(conversion.trees().of(p)));
                    case SMOOTHNESS -> throw new NotSmoothException(String.valueOf(e.getMessage()));
                }
                if (room > MOST_ROOM || exponentDivisor > MOST_DIVISOR || angleDivisor > MOST_DIVISOR) {
                    throw new NotSmoothException("too many kernels");
                }
            }
        }
        // nested roots may go on asking for signs
        throw new NotSmoothException("no field was settled on");
    }

    private static void assumePositive(Conversion conversion, Tower tower, IExpr e) {
        FieldElement p = conversion.element(e);
        if (p.denominator().isConstant()) {
            tower.assumePositive(p.numerator());
        }
    }

    /** Those of signed arguments, the innermost first. */
    private static List<IExpr> logarithms(Collection<? extends IExpr> expressions) {
        return expressions.stream()
                .flatMap(e -> Expr.subtrees(e, x -> x.isAST(Elementary.LOG.head())).stream())
                .filter(x -> !Expr.arguments(x).get(0).isAST(Elementary.ABS.head()))
                .distinct()
                .sorted(Comparator.comparingLong(Expr::size))
                .toList();
    }

    private static int estimate(Collection<? extends IExpr> expressions) {
        Set<IExpr> nodes = new HashSet<>();
        for (IExpr e : expressions) {
            nodes.addAll(Expr.symbols(e));
            nodes.addAll(Expr.subtrees(
                    e,
                    x -> !Expr.isSum(x)
                            && !Expr.isProduct(x)
                            && Expr.arguments(x).size() > 0));
        }
        return 2 * nodes.size();
    }

    /** The element of a tree; trees beyond those that the field was made for may be refused. */
    public FieldElement element(IExpr e) {
        try {
            return conversion.element(e);
        } catch (OutsideFieldException outside) {
            throw new NotSmoothException("not in the field: " + outside.getMessage());
        }
    }

    public IExpr tree(FieldElement e) {
        return conversion.trees().of(e);
    }

    public FieldElement derivative(FieldElement e, ISymbol v) {
        try {
            return conversion.derivations().of(e, v);
        } catch (OutsideFieldException outside) {
            throw new NotSmoothException("not in the field: " + outside.getMessage());
        }
    }

    /**
     * Allows this much work from now on: about so many products of terms. More of it ends in a {@link WorkLimitException}, whenever and
     * wherever it runs.
     */
    public void limit(long work) {
        arithmetic.limit(work);
    }

    public FieldElement integer(long n) {
        return arithmetic.constant(n);
    }

    public FieldElement add(FieldElement a, FieldElement b) {
        return arithmetic.add(a, b);
    }

    public FieldElement subtract(FieldElement a, FieldElement b) {
        return arithmetic.subtract(a, b);
    }

    public FieldElement multiply(FieldElement a, FieldElement b) {
        return arithmetic.multiply(a, b);
    }

    public FieldElement divide(FieldElement a, FieldElement b) {
        return arithmetic.divide(a, b);
    }

    public FieldElement negate(FieldElement a) {
        return arithmetic.negate(a);
    }

    public FieldElement power(FieldElement a, int k) {
        return arithmetic.power(a, k);
    }

    /** The irreducible factors of an element's numerator, numbers left out, each once. */
    public List<FieldElement> factors(FieldElement e) {
        return factors.ofNumerator(e);
    }

    /** Some {@code r} with {@code r² = e}, where there is one in lowest terms. */
    public Optional<FieldElement> squareRoot(FieldElement e) {
        return factors.squareRoot(e);
    }

    /** The element with a value in place of a free symbol; for elements in whose kernels the symbol does not occur. */
    public FieldElement substitute(FieldElement e, ISymbol symbol, FieldElement value) {
        int variable = tower.variable(new Kernel.Free(symbol));
        if (e.numerator().degree(variable) == 0 && e.denominator().degree(variable) == 0) {
            return e;
        }
        return arithmetic.divide(
                horner(coefficients(e, symbol), value),
                horner(coefficients(arithmetic.of(e.denominator()), symbol), value));
    }

    private FieldElement horner(List<FieldElement> coefficients, FieldElement value) {
        FieldElement sum = arithmetic.constant(0);
        for (int k = coefficients.size() - 1; k >= 0; k--) {
            sum = arithmetic.add(arithmetic.multiply(sum, value), coefficients.get(k));
        }
        return sum;
    }

    /** The coefficients of an element's numerator as a polynomial in a symbol, that of the lowest power first. */
    public List<FieldElement> coefficients(FieldElement e, ISymbol symbol) {
        int variable = tower.variable(new Kernel.Free(symbol));
        List<List<Polynomial.Term>> terms = new ArrayList<>();
        for (int k = 0; k <= e.numerator().degree(variable); k++) {
            terms.add(new ArrayList<>());
        }
        for (Polynomial.Term t : e.numerator().terms()) {
            terms.get(t.exponent(variable)).add(t.withExponent(variable, 0));
        }
        int variables = e.numerator().variables();
        return terms.stream()
                .map(c -> arithmetic.of(Polynomial.of(variables, c)))
                .toList();
    }

    /** The same elements times one factor, without denominators and without a common factor in the numerators. */
    public List<FieldElement> primitive(List<FieldElement> elements) {
        return denominators.primitive(elements);
    }

    /** The same elements times one factor, without denominators and without a common number in the numerators. */
    public List<FieldElement> integral(List<FieldElement> elements) {
        return denominators.integral(elements);
    }

    /** The irreducible factors of an element's denominator, numbers left out, each once. */
    public List<FieldElement> poles(FieldElement e) {
        return factors(arithmetic.of(e.denominator()));
    }

    /** The trees of the kernels in these elements that depend on no coordinate. */
    public List<IExpr> constants(List<FieldElement> elements) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < tower.kernels().size(); i++) {
            int variable = i;
            boolean occurs = elements.stream()
                    .anyMatch(e -> e.numerator().degree(variable) > 0
                            || e.denominator().degree(variable) > 0);
            if (occurs && tower.isConstant(i)) {
                out.add(tower.kernels().get(i).tree());
            }
        }
        return out;
    }

    /** Whether no kernel of the element depends on a coordinate. */
    public boolean isConstant(FieldElement e) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            if ((e.numerator().degree(i) > 0 || e.denominator().degree(i) > 0) && !tower.isConstant(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether elements that are not zero are proved to be other than the zero function. */
    public boolean isDecisive() {
        return tower.decisive();
    }

    /**
     * The factors, free of coordinates, of the greatest common divisor of an element's coefficients over linearly independent functions:
     * where none of them vanishes and the element has some coefficient that is a number times them, it is not the zero function.
     */
    public List<IExpr> constantFactors(FieldElement e) {
        return factors.constant(split(List.of(e)));
    }

    /** Whether signs or unknown constants of integration occur, which may take special values. */
    public boolean hasOpaqueKernels(FieldElement e) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            Kernel kernel = tower.kernels().get(i);
            boolean opaque = kernel instanceof Kernel.Sign
                    || kernel instanceof Kernel.Constant c
                            && !c.tree().equals(Expr.PI)
                            && !c.tree().equals(Expr.E);
            if (opaque && (e.numerator().degree(i) > 0 || e.denominator().degree(i) > 0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The coefficients of {@code Σ_k a_k u_k} over linearly independent functions of the coordinates: the sum vanishes identically in
     * the coordinates, for {@code u_k} that are constant in them, exactly if {@code Σ_k c_k u_k = 0} for every list {@code c} returned.
     */
    public List<List<FieldElement>> split(List<FieldElement> a) {
        return splitting.split(a, i -> !tower.isConstant(i));
    }

    /**
     * The same with only some coordinates moving, all others held fixed: the coefficients may depend on those. Kernels that depend on both
     * count as moving. Where such kernels hide a dependence, the conditions are sufficient, not necessary.
     */
    public List<List<FieldElement>> split(List<FieldElement> a, Set<ISymbol> coordinates) {
        return splitting.split(a, i -> involves(i, coordinates));
    }

    private boolean involves(int kernel, Set<ISymbol> coordinates) {
        return Expr.symbols(tower.kernels().get(kernel).tree()).stream().anyMatch(coordinates::contains);
    }

    /** Whether some kernel of the element depends on the symbol. */
    public boolean involves(FieldElement e, ISymbol v) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            if ((e.numerator().degree(i) > 0 || e.denominator().degree(i) > 0) && involves(i, Set.of(v))) {
                return true;
            }
        }
        return false;
    }

    /** Whether some kernel of the element depends on both symbols at once, as {@code e^(xy)} does. */
    public boolean mixes(FieldElement e, ISymbol v, ISymbol w) {
        for (int i = 0; i < tower.kernels().size(); i++) {
            boolean occurs = e.numerator().degree(i) > 0 || e.denominator().degree(i) > 0;
            if (occurs && involves(i, Set.of(v)) && involves(i, Set.of(w))) {
                return true;
            }
        }
        return false;
    }

    /** An element as a product of powers: irreducible polynomials in the kernels, without the number before them. */
    public Map<FieldElement, Integer> primePowers(FieldElement e) {
        return factors.primePowers(e);
    }

    public FieldElement numerator(FieldElement e) {
        return arithmetic.of(e.numerator());
    }

    public FieldElement denominator(FieldElement e) {
        return arithmetic.of(e.denominator());
    }

    /**
     * A product of powers of irreducible polynomials.
     *
     * @param content a rational number
     */
    public record Factored(IExpr content, Map<IExpr, Integer> powers) {}

    /** The element as a product of irreducible factors; it must not be zero. */
    public Factored factored(FieldElement e) {
        return factors.factored(e);
    }

    /** The same elements times the least factor that makes them all polynomials. */
    public List<FieldElement> withoutDenominators(List<FieldElement> a) {
        return denominators.clear(a);
    }

    Tower tower() {
        return tower;
    }
}
