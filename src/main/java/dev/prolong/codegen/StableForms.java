package dev.prolong.codegen;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Brings trees to forms that keep their digits in floating-point arithmetic: the identities of {@code rules/identities}, applied from the
 * leaves to the root until none applies any more, and logarithms of quotients near 1 put together.
 */
final class StableForms {
    private static final int MOST_STEPS = 50;
    private static final ISymbol ABSOLUTE = Expr.symbol("absolute value");
    private static final ISymbol LOG_ABS_EXPM1 = Expr.symbol("logAbsExpm1");
    private static final ISymbol LOG_ABS_EXPM1_REFLECTED = Expr.symbol("logAbsExpm1Reflected");
    private static final ISymbol SIDE = Expr.symbol("side");

    private final IdentityLibrary library;

    private StableForms(IdentityLibrary library) {
        this.library = library;
    }

    static StableForms instance() {
        return new StableForms(IdentityLibrary.standard());
    }

    IExpr of(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(this::of).toList();
        IExpr out = arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<IExpr> next = once(out);
            if (next.isEmpty()) {
                break;
            }
            out = next.get();
        }
        return out;
    }

    private Optional<IExpr> once(IExpr e) {
        for (Identity identity : library.identities()) {
            Optional<IExpr> next = identity.apply(e);
            if (next.isPresent() && !next.get().equals(e)) {
                return next.map(n -> n instanceof IAST a ? Expr.rebuild(a.head(), Expr.arguments(a)) : n);
            }
        }
        return LogarithmQuotients.merged(e).or(() -> reflected(e)).or(() -> positiveBase(e));
    }

    /** An even power of {@code -A} as one of {@code A}. */
    private static Optional<IExpr> positiveBase(IExpr e) {
        return Expr.isPower(e)
                        && ((IAST) e).arg2() instanceof IRational q
                        && q.isInteger()
                        && !q.toBigNumerator().testBit(0)
                        && Expr.isSum(((IAST) e).arg1())
                        && Shape.isNegative(((IAST) e).arg1())
                ? Optional.of(Expr.power(Shape.negate(((IAST) e).arg1()), q))
                : Optional.empty();
    }

    /** {@code log|e^A - 1|} in a sum that subtracts a term of A, as {@code A + (log|e^A - 1| - A)}: the terms cancel before they are computed. */
    private static Optional<IExpr> reflected(IExpr e) {
        for (IExpr term : Expr.terms(e)) {
            for (IExpr factor : Expr.factors(term)) {
                if (factor instanceof IAST f && f.head().equals(LOG_ABS_EXPM1)) {
                    IExpr c = Expr.divide(term, factor);
                    List<IExpr> whole = Expr.terms(f.arg1()).stream()
                            .map(t -> Expr.times(c, t))
                            .toList();
                    if (whole.stream().anyMatch(t -> Expr.terms(e).contains(Expr.negate(t)))) {
                        List<IExpr> terms = new java.util.ArrayList<>(Expr.terms(e));
                        terms.remove(term);
                        terms.addAll(whole);
                        terms.add(Expr.times(c, Expr.apply(LOG_ABS_EXPM1_REFLECTED, List.of(f.arg1()))));
                        return Optional.of(Expr.plus(terms));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a function that is not of the language has code. */
    static boolean isComputed(IExpr application) {
        String name = ArbitraryFunction.name(application).getSymbolName();
        return IdentityLibrary.standard().functions().containsKey(name);
    }

    /** {@code ∂e/∂x} of a tree in stable form, in stable form. */
    IExpr derivative(IExpr e, ISymbol x) {
        return of(resolved(Differentiation.derivative(oneSided(e), x)));
    }

    /** The tree with {@code abs} in a form whose derivative at 0 is the one from the right. */
    private static IExpr oneSided(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        List<IExpr> arguments =
                Expr.arguments(a).stream().map(StableForms::oneSided).toList();
        if (a.head().equals(Elementary.ABS.head())) {
            return Expr.apply(ABSOLUTE, arguments);
        }
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    /** The tree with the derivatives of computed functions written out. */
    private IExpr resolved(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(this::resolved).toList();
        if (Expr.isArbitrary(e)) {
            ComputedFunction f =
                    library.functions().get(ArbitraryFunction.name(e).getSymbolName());
            List<Integer> orders = ArbitraryFunction.orders(e);
            if (ArbitraryFunction.name(e).equals(ABSOLUTE)) {
                return orders.contains(1) ? Expr.apply(SIDE, arguments) : Expr.apply(Elementary.ABS, arguments.get(0));
            }
            if (f != null && orders.contains(1)) {
                return f.derivativeAt(orders.indexOf(1), arguments);
            }
        }
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    /** The tree in the functions of the language alone. */
    IExpr printed(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        List<IExpr> arguments = Expr.arguments(a).stream().map(this::printed).toList();
        if (Expr.isArbitrary(e)) {
            ComputedFunction f =
                    library.functions().get(ArbitraryFunction.name(e).getSymbolName());
            if (f != null) {
                return printed(f.formulaAt(arguments));
            }
        }
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }
}
