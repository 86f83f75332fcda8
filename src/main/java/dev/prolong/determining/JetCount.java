package dev.prolong.determining;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.TaylorPoint;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SeriesRing;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** The count of free Taylor coefficients at one point modulo one prime. */
final class JetCount {
    private static final int MOST_COLUMNS = 9_000;
    private static final int HIGHEST_ORDER = 16;
    private static final int SPARE_DEGREES = 3;

    private final DeterminingSystem determining;
    private final DifferentialField field;
    private final List<ISymbol> coordinates;
    private final PrimeField p;
    private final long seed;
    private final List<Map<UnknownDerivative, FieldElement>> equations = new ArrayList<>();
    private final List<Integer> orders = new ArrayList<>();
    private final SparseElimination rows;
    private final List<Map<List<Integer>, Integer>> columns = new ArrayList<>();
    /** How many columns there are up to each order. */
    private final List<Integer> widths = new ArrayList<>();

    private SeriesRing ring;
    private List<Map<UnknownDerivative, long[]>> series = List.of();

    JetCount(
            DeterminingSystem determining,
            DifferentialField field,
            List<ISymbol> coordinates,
            PrimeField p,
            long seed) {
        this.determining = determining;
        this.field = field;
        this.coordinates = coordinates;
        this.p = p;
        this.seed = seed;
        for (LinearEquation e : determining.equations()) {
            Map<UnknownDerivative, FieldElement> terms = new LinkedHashMap<>();
            e.terms().forEach((d, c) -> terms.put(d, field.element(c)));
            equations.add(terms);
            orders.add(e.terms().keySet().stream()
                    .mapToInt(UnknownDerivative::order)
                    .max()
                    .orElse(0));
        }
        determining.unknowns().forEach(u -> columns.add(new HashMap<>()));
        this.rows = new SparseElimination(p, 0);
        this.ring = new SeriesRing(p, coordinates.size(), 0);
    }

    /** Empty where it does not become stable within the limits. */
    Optional<Integer> count() {
        int highest = orders.stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Integer> before = List.of();
        for (int n = 0; n <= HIGHEST_ORDER; n++) {
            if (!widen(n) || Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            prolong(n);
            List<Integer> now = new ArrayList<>();
            for (int k = 0; k <= n; k++) {
                now.add(rows.free(widths.get(k)));
            }
            if (now.get(0) == 0) {
                return Optional.of(0);
            }
            for (int k = Math.max(0, highest - 1); k + 1 < n; k++) {
                int d = before.get(k);
                if (d == before.get(k + 1) && d == now.get(k + 1)) {
                    return Optional.of(d);
                }
            }
            before = now;
        }
        return Optional.empty();
    }

    /** Columns for the derivatives of order n. */
    private boolean widen(int n) {
        int width = widths.isEmpty() ? 0 : widths.get(widths.size() - 1);
        for (int u = 0; u < columns.size(); u++) {
            int arguments = determining.unknowns().get(u).arguments().size();
            width = enumerate(columns.get(u), new ArrayList<>(), arguments, n, width);
            if (width > MOST_COLUMNS) {
                return false;
            }
        }
        widths.add(width);
        rows.widen(width);
        return true;
    }

    private static int enumerate(
            Map<List<Integer>, Integer> into, List<Integer> orders, int arguments, int rest, int next) {
        if (orders.size() == arguments) {
            if (rest > 0) {
                return next;
            }
            into.put(List.copyOf(orders), next);
            return next + 1;
        }
        int place = next;
        for (int k = 0; k <= rest; k++) {
            orders.add(k);
            place = enumerate(into, orders, arguments, rest - k, place);
            orders.remove(orders.size() - 1);
        }
        return place;
    }

    /** The equations differentiated to total order n. */
    private void prolong(int n) {
        for (int e = 0; e < equations.size(); e++) {
            int degree = n - orders.get(e);
            if (degree < 0) {
                continue;
            }
            develop(degree);
            for (int m = ring.count(degree - 1); m < ring.count(degree); m++) {
                row(e, m);
                rows.endRow();
            }
        }
    }

    private void develop(int degree) {
        if (degree > ring.degree() || series.isEmpty()) {
            ring = new SeriesRing(p, coordinates.size(), degree == 0 ? SPARE_DEGREES : degree + 1);
            TaylorPoint point = new TaylorPoint(field, coordinates, ring, seed, seed);
            List<Map<UnknownDerivative, long[]>> out = new ArrayList<>();
            for (Map<UnknownDerivative, FieldElement> e : equations) {
                Map<UnknownDerivative, long[]> developed = new LinkedHashMap<>();
                e.forEach((d, c) -> developed.put(d, point.series(c)));
                out.add(developed);
            }
            series = out;
        }
    }

    /** The coefficient of a monomial in an equation. */
    private void row(int equation, int monomial) {
        int[] gamma = new int[coordinates.size()];
        for (int v = 0; v < gamma.length; v++) {
            gamma[v] = ring.exponent(monomial, v);
        }
        series.get(equation).forEach((d, coefficient) -> {
            List<ISymbol> arguments = determining.unknowns().get(d.unknown()).arguments();
            int[] place = new int[gamma.length];
            java.util.Arrays.fill(place, -1);
            for (int a = 0; a < arguments.size(); a++) {
                place[coordinates.indexOf(arguments.get(a))] = a;
            }
            addProducts(d, coefficient, gamma, place, new int[gamma.length], 0, 1);
        });
    }

    /** Adds {@code a[γ − δ] (δ+β)!/δ! U[δ+β]} for all {@code δ ≤ γ}. */
    private void addProducts(
            UnknownDerivative d, long[] coefficient, int[] gamma, int[] place, int[] delta, int from, long factor) {
        if (from == gamma.length) {
            int[] rest = new int[gamma.length];
            List<Integer> target = new ArrayList<>(d.orders());
            for (int v = 0; v < gamma.length; v++) {
                rest[v] = gamma[v] - delta[v];
                if (place[v] >= 0) {
                    target.set(place[v], delta[v] + d.orders().get(place[v]));
                }
            }
            long a = coefficient[ring.index(rest)];
            if (a != 0) {
                rows.put(Objects.requireNonNull(columns.get(d.unknown()).get(target)), p.multiply(a, factor));
            }
            return;
        }
        int beta = place[from] < 0 ? 0 : d.orders().get(place[from]);
        for (int k = 0; k <= (place[from] < 0 ? 0 : gamma[from]); k++) {
            delta[from] = k;
            long product = factor;
            for (int i = k + 1; i <= k + beta; i++) {
                product = p.multiply(product, i);
            }
            addProducts(d, coefficient, gamma, place, delta, from + 1, product);
        }
        delta[from] = 0;
    }
}
