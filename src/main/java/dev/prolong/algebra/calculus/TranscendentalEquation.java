package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Equations {@code g(x) = w} that Lambert's function solves, {@code a x + b e^{cx+d} = w} and {@code a log|h| + b h = w} with affine h;
 * and sums of logarithms with commensurable coefficients, which exponentiation makes algebraic.
 *
 * <p>Source: Corless, Gonnet, Hare, Jeffrey, Knuth, On the Lambert W function, Adv. Comput. Math. 5 (1996).
 */
final class TranscendentalEquation {
    private final RealSolver solver;
    private final ISymbol x;

    TranscendentalEquation(RealSolver solver) {
        this.solver = solver;
        this.x = solver.variable();
    }

    Optional<List<RealSolution>> solve(IExpr g, IExpr w) {
        Optional<List<RealSolution>> exponential = exponential(g, w);
        if (exponential.isPresent()) {
            return exponential;
        }
        Optional<List<RealSolution>> logarithm = logarithm(g, w);
        return logarithm.isPresent() ? logarithm : logarithms(g, w);
    }

    /** {@code a x + b e^{cx+d} = w}: {@code x = w/a - v/c, v = W((bc/a) e^{d + cw/a})}. */
    private Optional<List<RealSolution>> exponential(IExpr g, IExpr w) {
        List<IExpr> terms = Expr.terms(g);
        List<IExpr> powers = terms.stream().filter(t -> exponent(t).isPresent()).toList();
        if (powers.size() != 1) {
            return Optional.empty();
        }
        IExpr power = powers.get(0);
        Optional<Affine> line = Affine.in(Expr.minus(g, power), x);
        Optional<Affine> exponent = exponent(power);
        if (line.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        IExpr a = line.get().slope();
        IExpr c = exponent.get().slope();
        IExpr d = exponent.get().offset();
        IExpr b = Expr.divide(power, Expr.exp(exponent.get().at(x)));
        IExpr right = Expr.divide(Expr.minus(w, line.get().offset()), a);
        IExpr factor = Expr.divide(Expr.times(b, c), a);
        IExpr v = Expr.apply(Elementary.LAMBERTW, Expr.times(factor, Expr.exp(Expr.plus(d, Expr.times(c, right)))));
        // v = (bc/a) e^{cx+d} must be at least -1 on the principal branch.
        IExpr image = Expr.times(factor, Expr.exp(exponent.get().at(x)));
        IExpr condition = Range.of(factor, solver.assumptions()).isPositive()
                ? Condition.TRUE
                : Condition.compare(image, S.Greater, Expr.MINUS_ONE);
        return Optional.of(
                List.of(new RealSolution(condition, Expr.minus(right, Expr.divide(v, c)), Optional.empty())));
    }

    /** c and d of a term {@code b e^{cx+d}}. */
    private Optional<Affine> exponent(IExpr term) {
        List<IExpr> variable =
                Expr.factors(term).stream().filter(f -> !Expr.isFreeOf(f, x)).toList();
        if (variable.size() != 1 || !Expr.isPower(variable.get(0))) {
            return Optional.empty();
        }
        IAST power = (IAST) variable.get(0);
        return power.arg1().equals(Expr.E) ? Affine.in(power.arg2(), x) : Optional.empty();
    }

    /** {@code a log|h| + b h = w}: {@code ±h = ±(a/b) W(±(b/a) e^{w/a})} where {@code ±h > 0}. */
    private Optional<List<RealSolution>> logarithm(IExpr g, IExpr w) {
        List<LogarithmTerm> logarithms = LogarithmTerm.in(g, x);
        if (logarithms.size() != 1) {
            return Optional.empty();
        }
        LogarithmTerm term = logarithms.get(0);
        Optional<Affine> h = Affine.in(term.argument(), x);
        Optional<Affine> line = Affine.in(Expr.minus(g, term.term()), x);
        if (h.isEmpty() || line.isEmpty()) {
            return Optional.empty();
        }
        IExpr a = term.coefficient();
        IExpr b = Expr.divide(line.get().slope(), h.get().slope());
        IExpr right = Expr.plus(
                Expr.minus(w, line.get().offset()), Expr.times(b, h.get().offset()));
        IExpr ratio = Expr.divide(b, a);
        IExpr power = Expr.exp(Expr.divide(right, a));
        List<RealSolution> out = new ArrayList<>();
        for (IExpr sign : List.of(Expr.ONE, Expr.MINUS_ONE)) {
            IExpr signed = Expr.times(sign, ratio);
            IExpr value = Expr.divide(Expr.apply(Elementary.LAMBERTW, Expr.times(signed, power)), ratio);
            IExpr side = Condition.compare(term.argument(), sign.equals(Expr.ONE) ? S.Greater : S.Less, Expr.ZERO);
            IExpr principal = Range.of(signed, solver.assumptions()).isPositive()
                    ? Condition.TRUE
                    : Condition.compare(Expr.times(ratio, term.argument()), S.Greater, Expr.MINUS_ONE);
            if (term.absolute() || sign.equals(Expr.ONE)) {
                IExpr solution =
                        Expr.divide(Expr.minus(value, h.get().offset()), h.get().slope());
                out.add(new RealSolution(Condition.and(List.of(side, principal)), solution, Optional.empty()));
            }
        }
        return Optional.of(out);
    }

    /** {@code Σ c_i log|p_i| + a x = w} with {@code c_i = n_i c}: {@code |Π p_i^(n_i)| e^{ax/c} = e^{w/c}}. */
    private Optional<List<RealSolution>> logarithms(IExpr g, IExpr w) {
        List<LogarithmTerm> logarithms = LogarithmTerm.in(g, x);
        if (logarithms.isEmpty()) {
            return Optional.empty();
        }
        IExpr rest = Expr.minus(
                g, Expr.plus(logarithms.stream().map(LogarithmTerm::term).toList()));
        if (!rest.equals(Expr.ZERO) && Affine.in(rest, x).isEmpty()) {
            return Optional.empty();
        }
        IExpr unit = logarithms.get(0).coefficient();
        BigInteger common = BigInteger.ONE;
        for (LogarithmTerm t : logarithms) {
            if (!(Expr.divide(t.coefficient(), unit) instanceof IRational q)) {
                return Optional.empty();
            }
            common = common.multiply(q.toBigDenominator()).divide(common.gcd(q.toBigDenominator()));
        }
        IExpr c = Expr.divide(unit, Expr.integer(common));
        List<IExpr> factors = new ArrayList<>();
        for (LogarithmTerm t : logarithms) {
            factors.add(Expr.power(t.argument(), Expr.divide(t.coefficient(), c)));
        }
        factors.add(Expr.exp(Expr.divide(rest, c)));
        IExpr product = Expr.times(factors);
        boolean absolute = logarithms.stream().anyMatch(LogarithmTerm::absolute);
        return solver.solve(absolute ? Expr.abs(product) : product, Expr.exp(Expr.divide(w, c)));
    }
}
