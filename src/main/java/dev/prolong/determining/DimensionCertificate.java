package dev.prolong.determining;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.NoPointException;
import dev.prolong.algebra.modular.PrimeField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The dimension of the solution space of a determining system of finite type, counted without solving it.
 *
 * <p>At a random point modulo a prime the derivatives of all coefficients are numbers, and the equations differentiated up to total order
 * N are linear equations for the Taylor coefficients of the unknowns. Let {@code d_k(N)} be the dimension of what they leave for the
 * derivatives up to order k. Where {@code d_k(N) = d_{k+1}(N) = d_{k+1}(N+1)} and k+1 is at least the order of the system, the equations on
 * the derivatives up to order k+1 form a flat connection: its dimension is that of the solution space.
 *
 * <p>Two points modulo two primes must agree. Source: Reid, Wittkopf and Boulton, Euro. J. Appl. Math. 7 (1996); Seiler, Involution,
 * section 7 (finite type).
 */
public final class DimensionCertificate {
    private static final int POINTS_PER_PRIME = 40;

    private DimensionCertificate() {}

    /** Empty where the solution space is infinite, the limits of the count were reached, or there are no points. */
    public static Optional<Integer> of(
            DeterminingSystem determining, List<ISymbol> coordinates, Collection<Assumption> assumptions) {
        List<IExpr> coefficients = determining.equations().stream()
                .flatMap(e -> e.terms().values().stream())
                .toList();
        DifferentialField field = DifferentialField.of(coefficients, new LinkedHashSet<>(coordinates), assumptions);
        List<Integer> counts = new ArrayList<>();
        for (PrimeField prime : PrimeField.ALL) {
            for (long seed = 1; seed <= POINTS_PER_PRIME; seed++) {
                try {
                    Optional<Integer> count = new JetCount(determining, field, coordinates, prime, seed).count();
                    if (count.isEmpty()) {
                        return count;
                    }
                    if (counts.contains(count.get())) {
                        return count;
                    }
                    counts.add(count.get());
                    break;
                } catch (NoPointException unlucky) {
                    // the next point
                }
            }
        }
        return Optional.empty();
    }
}
