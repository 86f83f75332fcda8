package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NotSmoothException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Expressions along a flow, written with what holds for ε near 0: what is positive at the start stays so, hence {@code √(h²) = h}, {@code
 * (b^r)^s = b^(rs)}, {@code (f g)^r = f^r g^r} and {@code |h| = sign(h(0)) h} there; and {@code atan tan h = h} where it is so at the start.
 *
 * <p>At the start the field is real: what it takes roots and logarithms of is positive, up to points that are limits of such.
 */
final class NearStart {
    private static final long LARGEST = 200;

    private final ISymbol eps;
    private final List<Assumption> assumptions;

    private NearStart(ISymbol eps, List<Assumption> assumptions) {
        this.eps = eps;
        this.assumptions = assumptions;
    }

    /**
     * Near the start of a flow.
     *
     * @param speeds the components of the field, or what they are along the flow
     */
    static NearStart of(ISymbol eps, Collection<IExpr> speeds, List<Assumption> assumptions) {
        Set<IExpr> positive = new LinkedHashSet<>();
        for (IExpr speed : speeds) {
            IExpr there = Expr.substitute(speed, eps, Expr.ZERO);
            for (IExpr e : Expr.subtrees(there, e -> isRoot(e) || e.isAST(Elementary.LOG.head()))) {
                positive.add(((IAST) e).arg1());
            }
        }
        List<Assumption> all = new ArrayList<>(assumptions);
        positive.forEach(p -> all.add(new Assumption(p, Assumption.Relation.POSITIVE)));
        return new NearStart(eps, all);
    }

    /** The assumptions, and what is positive where the field is real. */
    List<Assumption> assumptions() {
        return assumptions;
    }

    private static boolean isRoot(IExpr e) {
        return Expr.isPower(e) && ((IAST) e).arg2() instanceof IRational && !Powers.isWhole(((IAST) e).arg2());
    }

    /** The same expression for ε near 0. */
    IExpr of(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e) || Expr.isPiecewise(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(this::of).toList();
        if (Expr.isPower(e)) {
            return power(arguments.get(0), arguments.get(1));
        }
        Elementary f = Elementary.byHead(a.head()).orElse(null);
        if (f == null) {
            return Expr.rebuild(a.head(), arguments);
        }
        IExpr h = arguments.get(0);
        return switch (f) {
            case ABS -> Expr.times(Expr.factors(h).stream().map(this::absolute).toList());
            case SIGN -> sign(h);
            case LOG -> logarithm(h);
            case ATAN -> undone(h, Elementary.TAN, List.of(Elementary.ATAN, Elementary.ASIN), f);
            case ASIN -> undone(h, Elementary.SIN, List.of(Elementary.ATAN, Elementary.ASIN), f);
            case ACOS -> undone(h, Elementary.COS, List.of(Elementary.ACOS), f);
            default -> Expr.rebuild(a.head(), arguments);
        };
    }

    /** What e is at the start. */
    private IExpr start(IExpr e) {
        return Expr.isFreeOf(e, eps) ? e : of(Expr.substitute(e, eps, Expr.ZERO));
    }

    private boolean isPositive(IExpr e) {
        IExpr start = start(e);
        return !start.equals(Expr.ZERO) && Range.of(start, assumptions).isNonNegative();
    }

    private IExpr absolute(IExpr f) {
        IExpr sign = signOfFactor(f);
        if (f.isAST(Elementary.SIGN.head())) {
            return Expr.ONE;
        }
        return sign.isAST(Elementary.SIGN.head()) && Expr.isFreeOf(f, eps) ? Expr.abs(f) : Expr.times(sign, f);
    }

    private IExpr sign(IExpr h) {
        IExpr signs =
                Expr.times(Expr.factors(h).stream().map(this::signOfFactor).toList());
        return Expr.times(Expr.factors(signs).stream()
                .map(f -> Expr.isPower(f) ? power(((IAST) f).arg1(), ((IAST) f).arg2()) : f)
                .toList());
    }

    private IExpr signOfFactor(IExpr f) {
        if (isPositive(f)) {
            return Expr.ONE;
        }
        if (f.isAST(Elementary.SIGN.head())) {
            return f;
        }
        IExpr start = start(f);
        if (isPositive(Expr.negate(f))) {
            return Expr.MINUS_ONE;
        }
        if (Expr.isProduct(start) && !start.equals(f)) {
            return sign(start);
        }
        return start.isAST(Elementary.SIGN.head()) ? start : Expr.apply(Elementary.SIGN, start);
    }

    private IExpr power(IExpr base, IExpr exponent) {
        boolean whole = Powers.isWhole(exponent);
        if (whole && base.isAST(Elementary.SIGN.head())) {
            return ((IRational) exponent).toBigNumerator().testBit(0) ? base : Expr.ONE;
        }
        if (whole || base.equals(Expr.E)) {
            return Expr.power(base, exponent);
        }
        if (base instanceof IRational number && number.isPositive()) {
            return Powers.ofPrimes(number, exponent);
        }
        if (Expr.isPower(base)) {
            IExpr b = ((IAST) base).arg1();
            IExpr inner = ((IAST) base).arg2();
            if (b.equals(Expr.E) || isPositive(b)) {
                return Expr.power(b, Expr.times(inner, exponent));
            }
            return Powers.isEven(base)
                    ? Expr.power(Expr.times(sign(b), b), Expr.times(inner, exponent))
                    : Expr.power(base, exponent);
        }
        if (Expr.isProduct(base)) {
            List<IExpr> out = new ArrayList<>();
            List<IExpr> rest = new ArrayList<>();
            Expr.factors(base).forEach(f -> (isPositive(f) || Powers.isEven(f) ? out : rest).add(f));
            out.replaceAll(f -> power(f, exponent));
            out.add(Expr.power(Expr.times(rest), exponent));
            return Expr.times(out);
        }
        return root(base)
                .map(h -> Expr.power(Expr.times(sign(h), h), Expr.times(Expr.TWO, exponent)))
                .orElseGet(() -> Expr.power(base, exponent));
    }

    /** h with {@code h² = e}. */
    private Optional<IExpr> root(IExpr e) {
        if (!Expr.isSum(e) || Expr.size(e) > LARGEST) {
            return Optional.empty();
        }
        try {
            DifferentialField field = DifferentialField.of(List.of(e), Set.of(), assumptions);
            return field.squareRoot(field.element(e)).map(field::tree);
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
    }

    private IExpr logarithm(IExpr h) {
        List<IExpr> terms = new ArrayList<>();
        List<IExpr> rest = new ArrayList<>();
        for (IExpr f : Expr.factors(h)) {
            if (Expr.isPower(f) && ((IAST) f).arg1().equals(Expr.E)) {
                terms.add(((IAST) f).arg2());
            } else if (Expr.isPower(f) && isPositive(((IAST) f).arg1())) {
                terms.add(Expr.times(((IAST) f).arg2(), Expr.log(((IAST) f).arg1())));
            } else if (isPositive(f)) {
                terms.add(Expr.log(f));
            } else {
                rest.add(f);
            }
        }
        terms.add(Expr.log(Expr.times(rest)));
        return Expr.plus(terms);
    }

    /** {@code f(g(h)) = h} where h starts as a value of one of these functions. */
    private IExpr undone(IExpr argument, Elementary g, List<Elementary> values, Elementary f) {
        if (argument.isAST(g.head())) {
            IExpr h = ((IAST) argument).arg1();
            IExpr start = start(h);
            if (values.stream().anyMatch(v -> start.isAST(v.head()))) {
                return h;
            }
        }
        return Expr.apply(f, argument);
    }
}
