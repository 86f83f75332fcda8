package dev.prolong.algebra.field;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Tower tower;
    private final Conversion conversion;
    private final Arithmetic arithmetic;

    private DifferentialField(Tower tower, Conversion conversion) {
        this.tower = tower;
        this.conversion = conversion;
        this.arithmetic = tower.arithmetic();
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
        int room = 12 + estimate(expressions);
        int exponentDivisor = 1;
        int angleDivisor = 1;
        Set<IExpr> positive = new HashSet<>();
        assumptions.stream()
                .filter(a -> a.relation() == Assumption.Relation.POSITIVE)
                .forEach(a -> positive.add(a.expression()));
        while (true) {
            Tower tower = new Tower(room, coordinates);
            Conversion conversion = new Conversion(tower, exponentDivisor, angleDivisor);
            try {
                positive.forEach(p -> assumePositive(conversion, tower, p));
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
    }

    private static void assumePositive(Conversion conversion, Tower tower, IExpr e) {
        FieldElement p = conversion.element(e);
        if (p.denominator().isConstant()) {
            tower.assumePositive(p.numerator());
        }
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
        Polynomial common = arithmetic.polynomial(java.math.BigInteger.ZERO);
        for (List<FieldElement> row : split(List.of(e))) {
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

    /** Whether signs or unknown constants of integration occur, which may take special values. */
    boolean hasOpaqueKernels(FieldElement e) {
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
        Polynomial common = arithmetic.polynomial(java.math.BigInteger.ONE);
        for (FieldElement e : a) {
            common = common.times(e.denominator().over(common.gcd(e.denominator())));
        }
        Map<List<Integer>, List<List<Polynomial.Term>>> rows = new LinkedHashMap<>();
        for (int c = 0; c < a.size(); c++) {
            FieldElement e = a.get(c);
            FieldElement whole = arithmetic.of(e.numerator().times(common.over(e.denominator())));
            for (Polynomial.Term t : whole.numerator().terms()) {
                List<Integer> moving = new ArrayList<>();
                Polynomial.Term still = t;
                for (int i = 0; i < tower.kernels().size(); i++) {
                    boolean constant = tower.isConstant(i);
                    moving.add(constant ? 0 : t.exponent(i));
                    still = constant ? still : still.withExponent(i, 0);
                }
                rows.computeIfAbsent(moving, m -> emptyRow(a.size())).get(c).add(still);
            }
        }
        int variables = common.variables();
        return rows.values().stream()
                .map(row -> row.stream()
                        .map(terms -> arithmetic.of(Polynomial.of(variables, terms)))
                        .toList())
                .toList();
    }

    private static List<List<Polynomial.Term>> emptyRow(int n) {
        List<List<Polynomial.Term>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(new ArrayList<>());
        }
        return out;
    }

    /** The same elements times the least factor that makes them all polynomials. */
    public List<FieldElement> withoutDenominators(List<FieldElement> a) {
        Polynomial common = arithmetic.polynomial(java.math.BigInteger.ONE);
        for (FieldElement e : a) {
            common = common.times(e.denominator().over(common.gcd(e.denominator())));
        }
        FieldElement factor = arithmetic.of(common);
        return a.stream().map(e -> arithmetic.multiply(e, factor)).toList();
    }

    Tower tower() {
        return tower;
    }
}
