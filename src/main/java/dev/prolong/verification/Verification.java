package dev.prolong.verification;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.MatrixPowers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The second opinion on symmetries and conserved quantities of a system: by the linearised equations and by differentiation along
 * solutions, sharing nothing with the derivation.
 *
 * <p>Names in a claim that the system does not know are free constants. A claim is judged wherever its expressions are real and its
 * domain holds; on a system with cases, on every smooth piece. The fields {@code (M^k z)·∂_z} of a linear system with constant M, written as in
 * {@link MatrixPowers}, are symmetries by {@code M M^k = M^k M} and are only recognised. Not thread-safe.
 */
public final class Verification {
    /** The seed of the sample points where none is given. */
    public static final long SEED = 20_240_601;

    private final DifferentialSystem system;
    private final LinearisedSystem linearised;
    private final Judgement judgement;
    private final Optional<MatrixPowers> powers;

    public Verification(DifferentialSystem system) {
        this(system, SEED);
    }

    /** With the seed of the sample points. */
    public Verification(DifferentialSystem system, long seed) {
        this.system = system;
        this.linearised = new LinearisedSystem(system);
        this.judgement = new Judgement(system, seed);
        this.powers = system.isFirstOrder()
                ? MatrixPowers.of(
                        system.states(), system.rightSides(), system.jetSpace().base(), system.assumptions())
                : Optional.empty();
    }

    /** What a user claims to be a symmetry; coordinates that the claim does not name are not moved. */
    public Examination generator(Claims.GeneratorClaim claim) {
        Set<ISymbol> named = new LinkedHashSet<>(system.jetSpace().base());
        named.addAll(claim.components().keySet());
        List<ISymbol> coordinates = List.copyOf(named);
        List<IExpr> infinitesimals = coordinates.stream()
                .map(c -> claim.components().getOrDefault(c, Expr.ZERO))
                .toList();
        return generator(new Generator(coordinates, infinitesimals), Optional.empty());
    }

    /** What a user claims to be conserved. */
    public Examination quantity(Claims.QuantityClaim claim) {
        return quantity(claim.expression(), Optional.empty());
    }

    /** Whether X is a symmetry, or with components along parameters an equivalence transformation. */
    public Examination generator(Generator x, Optional<IExpr> domain) {
        if (powers.filter(p -> p.contains(x)).isPresent()) {
            return new Examination(new Verdict.Proved(), List.of());
        }
        List<IExpr> claimed = x.infinitesimals();
        return examined(new Claim(claimed, domain, constants(claimed, domain), linearised.residuals(x), List.of()));
    }

    /** Whether I is conserved, {@code D_t I = 0} along solutions, and not a constant. */
    public Examination quantity(IExpr quantity, Optional<IExpr> domain) {
        Residual rate =
                new Residual("the rate of change along solutions", system.flow().of(quantity));
        List<IExpr> gradient = system.jetSpace().free().stream()
                .map(v -> Differentiation.derivative(quantity, v))
                .toList();
        List<IExpr> claimed = List.of(quantity);
        return examined(new Claim(claimed, domain, constants(claimed, domain), List.of(rate), gradient));
    }

    private Examination examined(Claim claim) {
        return new Examination(judgement.of(claim), claim.residuals());
    }

    private Set<ISymbol> constants(Collection<IExpr> claimed, Optional<IExpr> domain) {
        Set<ISymbol> out = new TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));
        claimed.forEach(e -> out.addAll(Expr.symbols(e)));
        domain.ifPresent(d -> out.addAll(Expr.symbols(d)));
        known().forEach(out::remove);
        return out;
    }

    private List<ISymbol> known() {
        List<ISymbol> out = new ArrayList<>(system.jetSpace().free());
        out.addAll(system.parameters());
        return out;
    }
}
