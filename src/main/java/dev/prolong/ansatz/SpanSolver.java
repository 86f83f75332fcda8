package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The solutions of determining equations in a span of functions, by exact linear algebra over {@code Q(θ)}.
 *
 * <p>Elimination modulo a prime at random points gives the dimension (two primes and two draws of the parameters must agree) and, for each
 * basis solution, the few functions that occur in it. Coefficients that are rational numbers are recovered from their residues. What is
 * left is taken from solutions that are known otherwise, as far as they are independent modulo the prime, then solved for in the
 * differential field on those few functions, within a bounded amount of work.
 *
 * <p>Source: von zur Gathen and Gerhard, Modern Computer Algebra, ch. 5.
 */
public final class SpanSolver {
    /** Some seconds; coefficients over many parameters may have more terms than anybody reads. */
    private static final long MOST_WORK = 4_000_000L;

    private final DeterminingSystem determining;
    private final Span span;
    private final DifferentialField field;
    private final SpanMatrix matrix;
    private final List<Known> known;
    private final Consumer<Solution> soFar;
    private final Map<Integer, List<FieldElement>> images = new LinkedHashMap<>();

    private SpanSolver(
            DeterminingSystem determining,
            Span span,
            List<ISymbol> coordinates,
            List<Assumption> assumptions,
            List<Known> known,
            Consumer<Solution> soFar) {
        this.known = known;
        this.soFar = soFar;
        this.determining = determining;
        this.span = span;
        List<IExpr> all = new ArrayList<>();
        determining.equations().forEach(e -> all.addAll(e.terms().values()));
        span.columns().forEach(c -> all.add(c.function()));
        this.field = DifferentialField.of(all, new LinkedHashSet<>(coordinates), assumptions);
        this.matrix = new SpanMatrix(field, determining, span, coordinates);
    }

    /**
     * What was found.
     *
     * @param dimension of the space of solutions in the span
     * @param solutions independent ones, for each the value of every unknown; fewer than the dimension where some could not be written
     *     down
     */
    record Solution(int dimension, List<List<IExpr>> solutions) {
        Solution {
            solutions = solutions.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A solution that is known otherwise.
     *
     * @param coefficients of functions of the span
     * @param values of every unknown; empty: as the coefficients say
     */
    record Known(Map<Span.Column, IExpr> coefficients, Optional<List<IExpr>> values) {}

    /** Empty where the field has no points modulo the primes at hand, or the work was interrupted. */
    static Optional<Solution> solve(
            DeterminingSystem determining, Span span, List<ISymbol> coordinates, List<Assumption> assumptions) {
        return solve(determining, span, coordinates, assumptions, List.of(), part -> {});
    }

    /**
     * The same.
     *
     * @param known solutions
     * @param soFar is told the dimension and the solutions that there are as soon as they are there
     */
    static Optional<Solution> solve(
            DeterminingSystem determining,
            Span span,
            List<ISymbol> coordinates,
            List<Assumption> assumptions,
            List<Known> known,
            Consumer<Solution> soFar) {
        return new SpanSolver(determining, span, coordinates, assumptions, known, soFar).solve();
    }

    private Optional<Solution> solve() {
        if (span.columns().isEmpty()) {
            return Optional.of(new Solution(0, List.of()));
        }
        List<Run> runs = new ArrayList<>();
        for (PrimeField prime : PrimeField.ALL) {
            for (long draw = 1; draw <= (runs.isEmpty() ? 2 : 1); draw++) {
                Optional<SparseElimination> run = matrix.eliminated(prime, draw);
                if (run.isPresent()) {
                    runs.add(new Run(prime, run.get()));
                    if (run.get().freeColumns().isEmpty()) {
                        return Optional.of(new Solution(0, List.of()));
                    }
                }
            }
            if (runs.size() >= 3) {
                return Optional.of(read(runs));
            }
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private record Run(PrimeField prime, SparseElimination rows) {
        int dimension() {
            return rows.freeColumns().size();
        }
    }

    private Solution read(List<Run> runs) {
        int dimension = runs.stream().mapToInt(Run::dimension).min().orElseThrow();
        List<Run> good = runs.stream().filter(r -> r.dimension() == dimension).toList();
        PrimeField prime = good.get(0).prime();
        List<long[]> one = good.get(0).rows().nullspace();
        List<long[]> other = good.get(Math.min(1, good.size() - 1)).rows().nullspace();
        SparseElimination span =
                new SparseElimination(prime, this.span.columns().size());
        SortedMap<Integer, List<IExpr>> solutions = new TreeMap<>();
        List<Integer> open = new ArrayList<>();
        for (int s = 0; s < dimension; s++) {
            Optional<List<IExpr>> numbers = rational(one.get(s), other.get(s), prime);
            if (numbers.isEmpty()) {
                open.add(s);
            } else {
                extend(span, one.get(s));
                solutions.put(s, numbers.get());
            }
        }
        soFar.accept(new Solution(dimension, List.copyOf(solutions.values())));
        if (!open.isEmpty()) {
            addKnown(span, prime, solutions);
        }
        field.limit(MOST_WORK);
        for (int s : open) {
            if (extend(span, one.get(s))) {
                exact(support(one.get(s), other.get(s)))
                        .map(this::assembled)
                        .ifPresent(found -> solutions.put(s, found));
                soFar.accept(new Solution(dimension, List.copyOf(solutions.values())));
            }
        }
        field.limit(Long.MAX_VALUE);
        return new Solution(dimension, List.copyOf(solutions.values()));
    }

    /** Whether the vector is independent of those before. */
    private static boolean extend(SparseElimination span, long[] vector) {
        int before = span.rank();
        for (int c = 0; c < vector.length; c++) {
            if (vector[c] != 0) {
                span.put(c, vector[c]);
            }
        }
        span.endRow();
        return span.rank() > before;
    }

    /** Those of the known solutions that are independent, which modulo a prime is a proof that they are. */
    private void addKnown(SparseElimination span, PrimeField prime, SortedMap<Integer, List<IExpr>> solutions) {
        int next = this.span.columns().size();
        for (Known solution : known) {
            Map<Integer, IExpr> coefficients = new LinkedHashMap<>();
            solution.coefficients()
                    .forEach((column, a) -> coefficients.put(this.span.columns().indexOf(column), a));
            Optional<long[]> residues =
                    coefficients.containsKey(-1) ? Optional.empty() : matrix.residues(coefficients, prime);
            if (residues.isPresent() && extend(span, residues.get())) {
                solutions.put(next++, solution.values().orElseGet(() -> assembled(coefficients)));
            }
        }
    }

    private static List<Integer> support(long[] v, long[] w) {
        List<Integer> support = new ArrayList<>();
        for (int c = 0; c < v.length; c++) {
            if (v[c] != 0 || w[c] != 0) {
                support.add(c);
            }
        }
        return support;
    }

    /** Empty where some coefficient depends on parameters. */
    private Optional<List<IExpr>> rational(long[] v, long[] w, PrimeField prime) {
        List<Integer> support = support(v, w);
        Map<Integer, IExpr> coefficients = new LinkedHashMap<>();
        for (int c : support) {
            if (v[c] == w[c]) {
                prime.rational(v[c]).ifPresent(q -> coefficients.put(c, Expr.rational(q.numerator(), q.denominator())));
            }
        }
        return coefficients.size() == support.size()
                ? Optional.of(assembled(cleared(support, coefficients)))
                : Optional.empty();
    }

    /** Common denominators are multiplied away. */
    private Map<Integer, IExpr> cleared(List<Integer> support, Map<Integer, IExpr> coefficients) {
        java.math.BigInteger common = java.math.BigInteger.ONE;
        for (IExpr q : coefficients.values()) {
            java.math.BigInteger d = ((org.matheclipse.core.interfaces.IRational) q).toBigDenominator();
            common = common.multiply(d.divide(common.gcd(d)));
        }
        Map<Integer, IExpr> out = new LinkedHashMap<>();
        for (int c : support) {
            out.put(c, Expr.times(Expr.integer(common), coefficients.getOrDefault(c, Expr.ZERO)));
        }
        return out;
    }

    /** Coefficients on the support, that of its first function 1, solved for in the field; then denominators are multiplied away. */
    private Optional<Map<Integer, IExpr>> exact(List<Integer> support) {
        try {
            return LinearSystem.solve(field, conditions(support), support.size() - 1)
                    .map(solution -> {
                        List<FieldElement> whole = new ArrayList<>();
                        whole.add(field.integer(1));
                        whole.addAll(solution);
                        List<FieldElement> integral = field.withoutDenominators(whole);
                        Map<Integer, IExpr> out = new LinkedHashMap<>();
                        for (int i = 0; i < support.size(); i++) {
                            out.put(support.get(i), field.tree(integral.get(i)));
                        }
                        return out;
                    });
        } catch (WorkLimitException beyond) {
            return Optional.empty();
        }
    }

    private List<List<FieldElement>> conditions(List<Integer> support) {
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int e = 0; e < determining.equations().size(); e++) {
            List<FieldElement> row = new ArrayList<>();
            for (int c : support.subList(1, support.size())) {
                row.add(image(c).get(e));
            }
            row.add(field.negate(image(support.get(0)).get(e)));
            if (row.stream().anyMatch(a -> !a.isZero())) {
                rows.addAll(field.split(row));
            }
        }
        return rows;
    }

    /** What each determining equation makes of a candidate. */
    private List<FieldElement> image(int column) {
        return images.computeIfAbsent(column, c -> {
            Span.Column candidate = span.columns().get(c);
            List<ISymbol> arguments =
                    determining.unknowns().get(candidate.unknown()).arguments();
            Map<List<Integer>, FieldElement> derivatives = new LinkedHashMap<>();
            Function<List<Integer>, FieldElement> derivative = orders -> {
                FieldElement d = derivatives.get(orders);
                if (d == null) {
                    d = field.element(candidate.function());
                    for (int a = 0; a < arguments.size(); a++) {
                        for (int k = 0; k < orders.get(a); k++) {
                            d = field.derivative(d, arguments.get(a));
                        }
                    }
                    derivatives.put(orders, d);
                }
                return d;
            };
            List<FieldElement> out = new ArrayList<>();
            for (LinearEquation e : determining.equations()) {
                FieldElement sum = field.integer(0);
                for (Map.Entry<LinearEquation.UnknownDerivative, IExpr> term :
                        e.terms().entrySet()) {
                    if (term.getKey().unknown() == candidate.unknown()) {
                        sum = field.add(
                                sum,
                                field.multiply(
                                        field.element(term.getValue()),
                                        derivative.apply(term.getKey().orders())));
                    }
                }
                out.add(sum);
            }
            return out;
        });
    }

    private List<IExpr> assembled(Map<Integer, IExpr> coefficients) {
        List<List<IExpr>> terms = new ArrayList<>();
        determining.unknowns().forEach(u -> terms.add(new ArrayList<>()));
        coefficients.forEach((c, a) -> terms.get(span.columns().get(c).unknown())
                .add(Expr.times(a, span.columns().get(c).function())));
        return terms.stream().map(Expr::plus).toList();
    }
}
