package dev.prolong.symmetry;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The fields {@code (M^k z)·∂_z}, k = 0, 1, …, n − 1, of a linear system {@code z' = M z} with constant M, n by n. They are symmetries of it and
 * commute, since {@code M^j M^k = M^k M^j}; what is one of them needs no calculation.
 *
 * <p>Written out, {@code M^k} has n^(k−1) terms in an entry. Here it is {@code M^a M^(k−a)}, a the greatest power of two below k, and the products
 * are not expanded: an entry of {@code M^(2^i)} has {@code (2n)^i} factors. Source: Gantmacher, The Theory of Matrices, vol. 1, ch. 4.
 */
public final class MatrixPowers {
    private static final long MOST_NODES = 100_000;

    private final List<ISymbol> states;
    private final Map<Integer, List<List<IExpr>>> powers = new TreeMap<>();
    private final List<List<IExpr>> fields = new ArrayList<>();

    private MatrixPowers(List<ISymbol> states, List<List<IExpr>> matrix) {
        this.states = List.copyOf(states);
        powers.put(0, unit(states.size()));
        powers.put(1, matrix);
        fields.add(this.states.stream().map(z -> (IExpr) z).toList());
        while (fields.size() < states.size()) {
            List<IExpr> next = next(fields.size());
            if (nodes(next) > MOST_NODES) {
                break;
            }
            fields.add(next);
        }
    }

    private List<IExpr> next(int k) {
        List<IExpr> right = fields.get(k - first(k));
        return power(first(k)).stream().map(row -> product(row, right)).toList();
    }

    /**
     * Of {@code z_i' = rates_i}; empty unless the rates are {@code M z}.
     *
     * @param coordinates all that is not constant, the states among it
     */
    public static Optional<MatrixPowers> of(
            List<ISymbol> states,
            List<IExpr> rates,
            Collection<ISymbol> coordinates,
            Collection<Assumption> assumptions) {
        List<List<IExpr>> matrix = new ArrayList<>();
        for (IExpr rate : rates) {
            List<IExpr> row = new ArrayList<>();
            List<IExpr> terms = new ArrayList<>(List.of(Expr.negate(rate)));
            for (ISymbol z : states) {
                IExpr a = Differentiation.derivative(rate, z);
                if (!coordinates.stream().allMatch(c -> Expr.isFreeOf(a, c))) {
                    return Optional.empty();
                }
                row.add(a);
                terms.add(Expr.times(a, z));
            }
            if (!ZeroDecision.isZero(Expr.plus(terms), assumptions)) {
                return Optional.empty();
            }
            matrix.add(row);
        }
        return Optional.of(new MatrixPowers(states, matrix));
    }

    /** How many of the fields are written down: all n, or those before the first that is too long. */
    public int size() {
        return fields.size();
    }

    private static long nodes(List<IExpr> field) {
        return field.stream().mapToLong(Expr::size).sum();
    }

    /** {@code M^k z}, for k below {@link #size}. */
    public List<IExpr> field(int k) {
        return fields.get(k);
    }

    /** {@code M^k}, row by row. */
    public List<List<IExpr>> power(int k) {
        List<List<IExpr>> known = powers.get(k);
        if (known == null) {
            List<List<IExpr>> left = power(first(k));
            List<List<IExpr>> right = power(k - first(k));
            known = new ArrayList<>();
            for (List<IExpr> row : left) {
                List<IExpr> entries = new ArrayList<>();
                for (int j = 0; j < states.size(); j++) {
                    int column = j;
                    entries.add(
                            product(row, right.stream().map(r -> r.get(column)).toList()));
                }
                known.add(entries);
            }
            powers.put(k, known);
        }
        return known;
    }

    /** The greatest power of two below k, for k = 1 itself. */
    private static int first(int k) {
        return k == 1 ? 1 : Integer.highestOneBit(k - 1);
    }

    private static List<List<IExpr>> unit(int n) {
        List<List<IExpr>> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<IExpr> row = new ArrayList<>(Collections.nCopies(n, Expr.ZERO));
            row.set(i, Expr.ONE);
            out.add(row);
        }
        return out;
    }

    private static IExpr product(List<IExpr> row, List<IExpr> column) {
        List<IExpr> terms = new ArrayList<>();
        for (int j = 0; j < row.size(); j++) {
            terms.add(Expr.times(row.get(j), column.get(j)));
        }
        return Expr.plus(terms);
    }

    /** Whether X is one of the fields as they are written here; false says nothing. */
    public boolean contains(Generator x) {
        boolean others = x.coordinates().stream()
                .allMatch(c -> states.contains(c) || x.along(c).equals(Expr.ZERO));
        List<IExpr> components = states.stream().map(x::along).toList();
        for (int k = 0; others && k < size(); k++) {
            if (field(k).equals(components)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all fields are such powers of one of them or translations of another coordinate, so that all commute; false says nothing. */
    public static boolean areCommuting(List<Generator> basis, Collection<Assumption> assumptions) {
        for (Generator x : basis) {
            List<ISymbol> states = x.coordinates().stream()
                    .filter(c -> !x.along(c).equals(Expr.ZERO))
                    .toList();
            Optional<MatrixPowers> powers =
                    of(states, states.stream().map(x::along).toList(), x.coordinates(), assumptions);
            if (powers.isPresent()
                    && basis.stream()
                            .allMatch(y ->
                                    isTranslation(y, states) || powers.get().contains(y))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTranslation(Generator y, List<ISymbol> states) {
        return y.coordinates().stream()
                .allMatch(c -> y.along(c).equals(Expr.ZERO) || y.along(c).equals(Expr.ONE) && !states.contains(c));
    }
}
