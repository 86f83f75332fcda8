package dev.prolong.verification;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.jet.JetSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Values of free constants for which a function of the coordinates is a simpler one: {@code z^c} is z for c = 1, {@code e^(c t)} is 1 for c =
 * 0. Collecting over functions takes them for what they are for almost all values.
 *
 * <p>Residuals that vanish do so at each point where the claim and the system are real, with all their derivatives, and there functions in
 * which constants stand may have lost the coordinates ({@code e^(c t)} at t = 0) or the constants ({@code z^c} at z = 1): what is left are
 * equations in the constants alone. Square roots go by their norm.
 */
final class SpecialConstants {
    /** Values for the coordinates of a point, and for constants where nothing better is known. */
    private static final List<IExpr> TRIED = List.of(
            Expr.ZERO,
            Expr.ONE,
            Expr.integer(-1),
            Expr.TWO,
            Expr.integer(-2),
            Expr.rational(1, 2),
            Expr.rational(-1, 2),
            Expr.PI);

    private static final int VALUES = 4;
    private static final int MOST_COORDINATES = 3;
    private static final int ORDER = 3;
    private static final long LARGEST = 3_000;

    private final DifferentialSystem system;
    private final Sampling sampling;
    private final Claim claim;
    private final Set<ISymbol> constants;

    SpecialConstants(DifferentialSystem system, Sampling sampling, Claim claim) {
        this.system = system;
        this.sampling = sampling;
        this.claim = claim;
        this.constants = claim.constants();
    }

    /**
     * Values to look at.
     *
     * @param values for some constant each, or more than one
     * @param complete whether the residuals vanish for no others
     */
    record Candidates(List<Map<ISymbol, IExpr>> values, boolean complete) {}

    /**
     * Candidates for the claim.
     *
     * @param guess whether small numbers may be tried where nothing better is known
     */
    Candidates of(boolean guess) {
        List<Map<ISymbol, IExpr>> found = new ArrayList<>();
        for (Pieces.Piece piece : Pieces.of(claim.residualsOnDomain()).orElse(List.of())) {
            Optional<CollectedResiduals> collected = CollectedResiduals.of(piece.expressions(), system, constants);
            if (collected.isEmpty() || collected.get().numerators().isEmpty()) {
                continue;
            }
            Candidates here = byNorm(collected.get())
                    .or(() -> atPoints(piece, collected.get()))
                    .orElse(new Candidates(List.of(), false));
            if (here.complete() && sampling.isSomewhere(claim, piece.condition())) {
                return here;
            }
            found.addAll(here.values());
        }
        for (ISymbol c : guess ? constants : Set.<ISymbol>of()) {
            TRIED.forEach(value -> found.add(Map.of(c, value)));
        }
        return new Candidates(found.stream().distinct().toList(), false);
    }

    private Optional<Candidates> byNorm(CollectedResiduals collected) {
        // where other functions stay mixed with constants, the norm decides nothing
        if (collected.mixed().isEmpty() || !collected.mixed().stream().allMatch(RootNorm::isRoot)) {
            return Optional.empty();
        }
        List<IExpr> norms = new ArrayList<>();
        try {
            for (IExpr numerator : collected.numerators()) {
                RootNorm.of(numerator, p -> !Expr.isFreeOf(p, constants), system.assumptions())
                        .ifPresent(norms::add);
            }
        } catch (NotSmoothException | ArithmeticException outside) {
            return Optional.empty();
        }
        return CollectedResiduals.of(norms, system, constants)
                .filter(CollectedResiduals::necessary)
                .flatMap(this::solved);
    }

    /** The values that solve equations which must hold; empty where they leave a case without any value. */
    private Optional<Candidates> solved(CollectedResiduals necessary) {
        ConstantEquations equations = new ConstantEquations(system.assumptions(), constants);
        try {
            Optional<ConstantEquations.Solution> whole = equations.solve(necessary.coefficients());
            if (whole.isEmpty()) {
                return Optional.of(new Candidates(List.of(), true));
            }
            return equations
                    .cases(whole.get())
                    .filter(cases -> cases.stream().noneMatch(s -> s.solved().isEmpty()))
                    .map(cases -> new Candidates(
                            cases.stream()
                                    .map(ConstantEquations.Solution::solved)
                                    .toList(),
                            true));
        } catch (ConstantEquations.UndecidedNumberException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Candidates> atPoints(Pieces.Piece piece, CollectedResiduals collected) {
        JetSpace space = system.jetSpace();
        List<ISymbol> moving = space.free().stream()
                .filter(v -> collected.mixed().stream().anyMatch(e -> !Expr.isFreeOf(e, v)))
                .toList();
        if (moving.isEmpty() || moving.size() > MOST_COORDINATES) {
            return Optional.empty();
        }
        List<Set<IExpr>> derivatives = derivatives(collected.numerators(), moving);
        List<IExpr> real = new ArrayList<>(claim.claimed());
        real.addAll(system.rightSides());
        Optional<Candidates> best = Optional.empty();
        for (Map<ISymbol, IExpr> point : points(moving)) {
            Optional<Candidates> here = at(point, derivatives);
            if (here.isEmpty()) {
                continue;
            }
            if (new RealNearby(system, constants, point).areReal(real, piece.condition())) {
                return here;
            }
            best = best.or(() -> here.filter(c -> !c.values().isEmpty()).map(c -> new Candidates(c.values(), false)));
        }
        return best;
    }

    /** By as few derivatives as will do. */
    private Optional<Candidates> at(Map<ISymbol, IExpr> point, List<Set<IExpr>> derivatives) {
        List<IExpr> values = new ArrayList<>();
        for (Set<IExpr> order : derivatives) {
            for (IExpr d : order) {
                IExpr value = Expr.substitute(d, point);
                if (value.isIndeterminate() || !value.isFree(S.DirectedInfinity, true)) {
                    return Optional.empty();
                }
                values.add(value);
            }
            Optional<Candidates> here = CollectedResiduals.of(values, system, constants)
                    .filter(CollectedResiduals::necessary)
                    .flatMap(this::solved);
            if (here.isPresent()) {
                return here;
            }
        }
        return Optional.empty();
    }

    /** The numerators, then their derivatives of one order after the other. */
    private static List<Set<IExpr>> derivatives(List<IExpr> numerators, List<ISymbol> moving) {
        List<Set<IExpr>> out = new ArrayList<>();
        Set<IExpr> last = new LinkedHashSet<>(numerators);
        while (out.size() <= ORDER && last.stream().mapToLong(Expr::size).sum() <= LARGEST) {
            out.add(last);
            Set<IExpr> next = new LinkedHashSet<>();
            for (IExpr e : last) {
                moving.forEach(v -> next.add(Differentiation.derivative(e, v)));
            }
            next.remove(Expr.ZERO);
            last = next;
        }
        return out;
    }

    private static List<Map<ISymbol, IExpr>> points(List<ISymbol> moving) {
        List<Map<ISymbol, IExpr>> out = List.of(Map.of());
        for (ISymbol v : moving) {
            List<Map<ISymbol, IExpr>> next = new ArrayList<>();
            for (Map<ISymbol, IExpr> before : out) {
                for (IExpr value : TRIED.subList(0, VALUES)) {
                    Map<ISymbol, IExpr> more = new LinkedHashMap<>(before);
                    more.put(v, value);
                    next.add(more);
                }
            }
            out = next;
        }
        return out;
    }
}
