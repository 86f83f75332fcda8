package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NoPointException;
import dev.prolong.algebra.field.TaylorPoint;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SeriesRing;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The determining equations on a span of candidates, evaluated at random points modulo a prime: one row for each equation and point, one
 * column for each candidate. Its null space is that of the equations on the span, but for a chance of about 10^-12.
 */
final class SpanMatrix {
    private static final int MOST_FAILURES = 60;

    private final DifferentialField field;
    private final List<ISymbol> coordinates;
    private final DeterminingSystem determining;
    private final List<Map<UnknownDerivative, FieldElement>> equations = new ArrayList<>();
    private final List<Span.Column> columns;
    private final List<FieldElement> functions;
    private final int order;

    SpanMatrix(DifferentialField field, DeterminingSystem determining, Span span, List<ISymbol> coordinates) {
        this.field = field;
        this.determining = determining;
        this.coordinates = coordinates;
        this.columns = span.columns();
        this.functions = columns.stream().map(c -> field.element(c.function())).toList();
        int highest = 0;
        for (LinearEquation e : determining.equations()) {
            Map<UnknownDerivative, FieldElement> terms = new LinkedHashMap<>();
            e.terms().forEach((d, c) -> terms.put(d, field.element(c)));
            equations.add(terms);
            highest = Math.max(
                    highest,
                    e.terms().keySet().stream()
                            .mapToInt(UnknownDerivative::order)
                            .max()
                            .orElse(0));
        }
        this.order = highest;
    }

    /** The eliminated matrix with the constants of this draw; empty where the field has no points modulo the prime. */
    Optional<SparseElimination> eliminated(PrimeField prime, long constants) {
        SeriesRing ring = new SeriesRing(prime, coordinates.size(), order);
        SparseElimination rows = new SparseElimination(prime, columns.size());
        int idle = 0;
        int failures = 0;
        boolean any = false;
        for (long seed = 1; idle < 2 && rows.rank() < columns.size(); seed++) {
            int before = rows.rank();
            try {
                add(new TaylorPoint(field, coordinates, ring, constants, seed), rows);
                any = true;
                idle = rows.rank() == before ? idle + 1 : 0;
            } catch (NoPointException unlucky) {
                if (!any && ++failures > MOST_FAILURES) {
                    return Optional.empty();
                }
            }
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    /** Constant coefficients modulo the prime, with the constants of the first draw; empty where one has no value there. */
    Optional<long[]> residues(Map<Integer, IExpr> coefficients, PrimeField prime) {
        try {
            TaylorPoint point = new TaylorPoint(field, coordinates, new SeriesRing(prime, coordinates.size(), 0), 1, 1);
            long[] out = new long[columns.size()];
            IdentityHashMap<IExpr, Long> known = new IdentityHashMap<>();
            coefficients.forEach((c, a) -> out[c] = residue(a, point, known));
            return Optional.of(out);
        } catch (NoPointException unlucky) {
            return Optional.empty();
        }
    }

    /** Of sums and products by those of their parts, which are not expanded and may occur many times. */
    private long residue(IExpr e, TaylorPoint point, IdentityHashMap<IExpr, Long> known) {
        Long value = known.get(e);
        if (value == null) {
            PrimeField p = point.ring().field();
            if (Expr.isSum(e) || Expr.isProduct(e)) {
                value = Expr.isSum(e) ? 0L : 1L;
                for (IExpr part : Expr.arguments(e)) {
                    long r = residue(part, point, known);
                    value = Expr.isSum(e) ? p.add(value, r) : p.multiply(value, r);
                }
            } else {
                value = point.series(field.element(e))[0];
            }
            known.put(e, value);
        }
        return value;
    }

    private void add(TaylorPoint point, SparseElimination rows) {
        SeriesRing ring = point.ring();
        PrimeField p = ring.field();
        List<long[]> series = new ArrayList<>();
        for (FieldElement f : functions) {
            series.add(point.series(f));
        }
        List<Map<UnknownDerivative, Long>> values = new ArrayList<>();
        for (Map<UnknownDerivative, FieldElement> e : equations) {
            Map<UnknownDerivative, Long> row = new LinkedHashMap<>();
            e.forEach((d, c) -> row.put(d, point.series(c)[0]));
            values.add(row);
        }
        for (Map<UnknownDerivative, Long> e : values) {
            e.forEach((d, value) -> {
                int[] exponents = new int[coordinates.size()];
                List<ISymbol> arguments =
                        determining.unknowns().get(d.unknown()).arguments();
                long factor = value;
                for (int a = 0; a < arguments.size(); a++) {
                    int k = d.orders().get(a);
                    exponents[coordinates.indexOf(arguments.get(a))] = k;
                    for (int i = 2; i <= k; i++) {
                        factor = p.multiply(factor, i);
                    }
                }
                int place = ring.index(exponents);
                for (int c = 0; c < columns.size(); c++) {
                    long s = columns.get(c).unknown() == d.unknown() ? series.get(c)[place] : 0;
                    if (s != 0) {
                        rows.put(c, p.multiply(factor, s));
                    }
                }
            });
            rows.endRow();
        }
    }
}
