package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.field.NoPointException;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SparseElimination;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Equivalence transformations of a first-order system: components along the parameters too, everything affine with rational
 * coefficients.
 *
 * <p>The linearised equations are evaluated at random points modulo a prime; the null space of the rows is that of the equations on the
 * ansatz but for a chance of about 10^-12, and never smaller. Points at which most parameters vanish come first: they give sparse rows.
 * A system with cases must be transformed by one field on all its smooth pieces.
 *
 * <p>Source: Ovsiannikov, Group Analysis of Differential Equations, section 6.4 (equivalence transformations); von zur Gathen and
 * Gerhard, Modern Computer Algebra, section 5.10 (rational reconstruction).
 */
public final class EquivalenceSolver {
    private static final int MOST_COLUMNS = 8_000;
    private static final int MOST_FAILURES = 200;
    private static final int IDLE_SPARSE = 40;
    private static final int IDLE_DENSE = 3;

    private final DifferentialSystem system;
    private final EquivalenceSpan span;
    private final List<EquivalenceRows> pieces = new ArrayList<>();

    private EquivalenceSolver(DifferentialSystem system, List<Pieces.Piece> smooth) {
        this.system = system;
        this.span = new EquivalenceSpan(system);
        for (Pieces.Piece piece : smooth) {
            pieces.add(new EquivalenceRows(system.withRightSides(piece.expressions()), span, system.assumptions()));
        }
    }

    /**
     * What was found.
     *
     * @param dimension of the space of solutions within the ansatz
     * @param generators independent ones, on {@code t}, states and parameters; still to be verified
     */
    public record Found(int dimension, List<Generator> generators) {
        public Found {
            generators = List.copyOf(generators);
        }
    }

    /** Empty where the system is not of first order, too large, or has functions that the differential field does not know. */
    public static Optional<Found> solve(DifferentialSystem system) {
        int n = system.states().size();
        long p = system.parameters().size();
        if (!system.isFirstOrder() || n * (n + 1L) + p * (p + 1) > MOST_COLUMNS) {
            return Optional.empty();
        }
        try {
            return Pieces.of(system.rightSides()).flatMap(smooth -> new EquivalenceSolver(system, smooth).found());
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }

    private Optional<Found> found() {
        for (PrimeField prime : PrimeField.ALL) {
            Optional<SparseElimination> rows = eliminated(prime);
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            if (rows.isPresent()) {
                List<Generator> generators = new ArrayList<>();
                for (long[] v :
                        new SparseBasis(prime, span.weights()).of(rows.get().nullspace())) {
                    rational(v, prime).map(span::generator).ifPresent(generators::add);
                }
                return Optional.of(new Found(rows.get().freeColumns().size(), generators));
            }
        }
        return Optional.empty();
    }

    private Optional<SparseElimination> eliminated(PrimeField prime) {
        SparseElimination rows = new SparseElimination(prime, span.columns().size());
        for (EquivalenceRows piece : pieces) {
            boolean sparse = fill(piece, prime, rows, true);
            if (!fill(piece, prime, rows, false) && !sparse) {
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    /** Adds rows until no more news come; whether there was a point at all. */
    private boolean fill(EquivalenceRows piece, PrimeField prime, SparseElimination rows, boolean sparse) {
        SplittableRandom random = new SplittableRandom(17);
        int idle = 0;
        int failures = 0;
        boolean any = false;
        for (long seed = 1; idle < (sparse ? IDLE_SPARSE : IDLE_DENSE); seed++) {
            Set<ISymbol> vanishing = sparse ? vanishing(random) : Set.of();
            try {
                boolean news = piece.add(prime, vanishing, seed, rows);
                idle = news ? 0 : idle + 1;
                any = true;
            } catch (NoPointException unlucky) {
                if (++failures > MOST_FAILURES) {
                    return any;
                }
            }
            if (Thread.currentThread().isInterrupted()) {
                return any;
            }
        }
        return any;
    }

    /** All parameters but one to four, and some of the states. */
    private Set<ISymbol> vanishing(SplittableRandom random) {
        Set<ISymbol> out = new HashSet<>(system.parameters());
        int kept = 1 + random.nextInt(4);
        for (int k = 0; k < kept && !system.parameters().isEmpty(); k++) {
            out.remove(
                    system.parameters().get(random.nextInt(system.parameters().size())));
        }
        for (ISymbol x : system.states()) {
            if (random.nextInt(3) == 0) {
                out.add(x);
            }
        }
        return out;
    }

    private static Optional<List<IExpr>> rational(long[] residues, PrimeField prime) {
        List<IExpr> out = new ArrayList<>();
        for (long r : residues) {
            Optional<PrimeField.Fraction> q = r == 0 ? Optional.empty() : prime.rational(r);
            if (r != 0 && q.isEmpty()) {
                return Optional.empty();
            }
            out.add(q.map(x -> Expr.rational(x.numerator(), x.denominator())).orElse(Expr.ZERO));
        }
        return Optional.of(out);
    }
}
