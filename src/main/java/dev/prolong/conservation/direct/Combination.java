package dev.prolong.conservation.direct;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** A linear combination of candidates with exact coefficients, numbers or functions of the parameters. */
record Combination(List<int[]> candidates, List<FieldElement> coefficients) {
    private static final PrimeField FIELD = PrimeField.FIRST;

    /**
     * The conserved combination that was found modulo a prime: its coefficients as fractions where they are numbers; else solved anew on
     * the candidates that occur in it.
     */
    static Optional<Combination> conserved(Flow flow, List<int[]> candidates, long[] residues) {
        List<int[]> support = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        for (int k = 0; k < residues.length; k++) {
            if (residues[k] != 0) {
                support.add(candidates.get(k));
                values.add(residues[k]);
            }
        }
        Optional<List<FieldElement>> exact = flow.hasParameters() ? Optional.empty() : fractions(flow.field(), values);
        return (exact.isPresent() ? exact : solved(flow, support))
                .map(c -> new Combination(support, flow.field().primitive(c)));
    }

    private static Optional<List<FieldElement>> fractions(DifferentialField field, List<Long> residues) {
        List<FieldElement> out = new ArrayList<>();
        for (long r : residues) {
            Optional<PrimeField.Fraction> q = FIELD.rational(r);
            if (q.isEmpty()) {
                return Optional.empty();
            }
            out.add(field.divide(
                    field.integer(q.get().numerator()), field.integer(q.get().denominator())));
        }
        return Optional.of(out);
    }

    /** The combination with coefficient 1 at the last candidate. */
    private static Optional<List<FieldElement>> solved(Flow flow, List<int[]> support) {
        DifferentialField field = flow.field();
        int last = support.size() - 1;
        List<FieldElement> rates = new ArrayList<>();
        for (int k = 0; k < last; k++) {
            rates.add(flow.rate(support.get(k)));
        }
        rates.add(field.negate(flow.rate(support.get(last))));
        return LinearSystem.solve(field, field.split(rates), last).map(c -> {
            List<FieldElement> out = new ArrayList<>(c);
            out.add(field.integer(1));
            return out;
        });
    }

    /** As a tree; a product of powers where it is made of logarithms with integers before them, t apart. */
    IExpr tree(Flow flow) {
        List<IExpr> terms = new ArrayList<>();
        List<IExpr> factors = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            IExpr coefficient = flow.field().tree(coefficients.get(k));
            IExpr candidate = absolute(flow, candidates.get(k));
            terms.add(Expr.times(coefficient, candidate));
            if (isLogarithm(candidate) && isSmall(coefficients.get(k))) {
                factors.add(Expr.power(inside(candidate), coefficient));
            } else if (candidate.equals(flow.system().independent())) {
                factors.add(Expr.exp(Expr.times(coefficient, candidate)));
            }
        }
        boolean moving = terms.size() > 1 || !isIndependent(flow, candidates.get(0));
        boolean product = factors.size() == terms.size() && moving;
        return product ? Expr.times(factors) : isInverse() ? flow.tree(negated()) : Expr.plus(terms);
    }

    private static boolean isIndependent(Flow flow, int[] candidate) {
        return flow.tree(candidate).equals(flow.system().independent());
    }

    /** The candidate; the logarithm of what may be negative is one of the absolute value. */
    private static IExpr absolute(Flow flow, int[] exponents) {
        IExpr tree = flow.tree(exponents);
        return flow.summand(exponents)
                .filter(Combination::isLogarithm)
                .map(log -> Expr.substitute(
                        tree, Map.of(log, Expr.log(Expr.abs(Expr.arguments(log).get(0))))))
                .orElse(tree);
    }

    private static IExpr inside(IExpr logarithm) {
        IExpr inside = Expr.arguments(logarithm).get(0);
        return inside.isAST(Elementary.ABS.head()) ? Expr.arguments(inside).get(0) : inside;
    }

    private static boolean isLogarithm(IExpr e) {
        return e.head().equals(Expr.log(Expr.symbol("x")).head());
    }

    private static boolean isSmall(FieldElement coefficient) {
        return coefficient.isRational() && coefficient.toString().length() < 12;
    }

    /** Whether it is one product of negative powers. */
    private boolean isInverse() {
        return candidates.size() == 1
                && java.util.Arrays.stream(candidates.get(0)).allMatch(e -> e <= 0);
    }

    private int[] negated() {
        return java.util.Arrays.stream(candidates.get(0)).map(e -> -e).toArray();
    }
}
