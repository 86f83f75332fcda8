package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.field.CompiledElements;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The linearised equations {@code D_t Q_i = Σ_j ∂f_i/∂x_j Q_j + Σ_m ∂f_i/∂θ_m Θ_m}, {@code Q = X − T f}, of a smooth first-order system at
 * points modulo a prime, one row for each i.
 */
final class EquivalenceRows {
    private final CompiledElements compiled;
    private final EquivalenceSpan span;
    private final int states;
    private final int parameters;

    EquivalenceRows(DifferentialSystem system, EquivalenceSpan span, List<Assumption> assumptions) {
        this.span = span;
        this.states = system.states().size();
        this.parameters = system.parameters().size();
        List<ISymbol> variables = new ArrayList<>(system.jetSpace().base());
        variables.addAll(system.parameters());
        // t, x, θ, then for each equation f and its slopes by t, x, θ
        List<IExpr> all = new ArrayList<>(variables);
        for (Equation e : system.equations()) {
            all.add(e.rhs());
            variables.forEach(v -> all.add(Differentiation.derivative(e.rhs(), v)));
        }
        DifferentialField field = DifferentialField.of(all, Set.of(), assumptions);
        this.compiled =
                new CompiledElements(field, all.stream().map(field::element).toList());
    }

    /** Adds the rows at a point where these symbols vanish; whether any was independent of those before. */
    boolean add(PrimeField prime, Set<ISymbol> vanishing, long seed, SparseElimination rows) {
        Values v = new Values(prime, compiled.at(prime, vanishing, seed));
        boolean news = false;
        for (int i = 0; i < states; i++) {
            for (int c = 0; c < span.columns().size(); c++) {
                long entry = v.entry(span.columns().get(c), i);
                if (entry != 0) {
                    rows.put(c, entry);
                }
            }
            news |= rows.endRow();
        }
        return news;
    }

    private final class Values {
        private final PrimeField p;
        private final long[] all;
        private final int width = 1 + states + parameters;

        Values(PrimeField p, long[] all) {
            this.p = p;
            this.all = all;
        }

        private long rate(int i) {
            return all[width + i * (width + 1)];
        }

        private long slope(int i, int variable) {
            return all[width + i * (width + 1) + 1 + variable];
        }

        long entry(EquivalenceSpan.Column column, int i) {
            if (column instanceof EquivalenceSpan.Column.Time k) {
                return k.part().contains(i) ? p.negate(time(k.power(), i)) : 0;
            }
            if (column instanceof EquivalenceSpan.Column.State s) {
                return state(s, i);
            }
            EquivalenceSpan.Column.Parameter q = (EquivalenceSpan.Column.Parameter) column;
            long m = q.monomial() < 0 ? 1 : all[1 + states + q.monomial()];
            return p.negate(p.multiply(slope(i, 1 + states + q.j()), m));
        }

        /** Of {@code T = t^power}: {@code T' f + T ∂f/∂t}. */
        private long time(int power, int i) {
            return power == 0 ? slope(i, 0) : p.add(rate(i), p.multiply(all[0], slope(i, 0)));
        }

        private long state(EquivalenceSpan.Column.State s, int i) {
            long m = s.monomial() < 0 ? 1 : all[1 + s.monomial()];
            long entry = p.negate(p.multiply(slope(i, 1 + s.i()), m));
            if (s.i() == i && s.monomial() >= 0) {
                entry = p.add(entry, rate(s.monomial()));
            }
            if (s.power() == 0) {
                return entry;
            }
            entry = p.multiply(all[0], entry);
            return s.i() == i ? p.add(entry, m) : entry;
        }
    }
}
