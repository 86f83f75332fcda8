package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.syntax.Claim;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.OdeParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Reads what a user claims about a system: a generator, {@code t: 1, z: 0} or {@code T=1, Z=0}, or a conserved quantity. Names that the
 * system does not have are free constants. Leading derivatives are replaced by what the equations say.
 */
public final class Claims {

    /**
     * A claimed generator.
     *
     * @param components the infinitesimals that are not left out, by coordinate (which may be a parameter), in the order of the claim
     * @param constants the free constants
     */
    public record GeneratorClaim(Map<ISymbol, IExpr> components, List<ISymbol> constants) {
        public GeneratorClaim {
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
            constants = List.copyOf(constants);
        }
    }

    /** A claimed conserved quantity with its free constants. */
    public record QuantityClaim(IExpr expression, List<ISymbol> constants) {
        public QuantityClaim {
            constants = List.copyOf(constants);
        }
    }

    private final DifferentialSystem system;
    private final Diagnostics diagnostics;
    private final Scope scope;
    private final Translation translation;
    private final Arrays arrays;

    private Claims(SourceText source, DifferentialSystem system, ActivationLibrary library) {
        this.system = system;
        this.diagnostics = new Diagnostics(source);
        this.scope = new Scope(
                diagnostics,
                system.independent().getSymbolName(),
                names(system.states()),
                names(system.parameters()),
                true,
                Set.of());
        List<String> scalars = new ArrayList<>(names(system.states()));
        scalars.addAll(names(system.parameters()));
        this.arrays = Arrays.among(scalars, diagnostics);
        this.translation = new Translation(scope, new Functions(names(system.functions()), Map.of(), library));
    }

    private static List<String> names(List<ISymbol> symbols) {
        return symbols.stream().map(ISymbol::getSymbolName).toList();
    }

    /**
     * Reads a generator.
     *
     * @throws dev.prolong.source.DiagnosticException if the text is not one, or names no coordinate of the system
     */
    public static GeneratorClaim generator(SourceText source, DifferentialSystem system, ActivationLibrary library) {
        Claims claims = new Claims(source, system, library);
        return claims.generator(OdeParser.parseClaims(source));
    }

    /**
     * Reads a quantity.
     *
     * @throws dev.prolong.source.DiagnosticException if the text is not an expression in the coordinates of the system
     */
    public static QuantityClaim quantity(SourceText source, DifferentialSystem system, ActivationLibrary library) {
        Claims claims = new Claims(source, system, library);
        IExpr value = claims.value(OdeParser.parseExpression(source));
        claims.diagnostics.throwIfAny();
        return new QuantityClaim(value, claims.constants());
    }

    private GeneratorClaim generator(List<Claim> claims) {
        Coordinates coordinates = new Coordinates(system);
        Map<ISymbol, IExpr> components = new LinkedHashMap<>();
        for (Claim claim : claims) {
            String name = claim.name().text();
            Span span = claim.name().span();
            Optional<ISymbol> coordinate = coordinates.named(name).map(Expr::symbol);
            if (coordinate.isEmpty()) {
                diagnostics.report(DiagnosticKind.UNKNOWN_COORDINATE, span, name, coordinates.list());
            } else if (components.putIfAbsent(coordinate.get(), value(claim.value())) != null) {
                diagnostics.report(DiagnosticKind.DUPLICATE_CLAIM, span, name);
            }
        }
        diagnostics.throwIfAny();
        return new GeneratorClaim(components, constants());
    }

    private IExpr value(Expression e) {
        Map<ISymbol, IExpr> leading = system.leading();
        Expression scalar = new UnrolledExpression(arrays, diagnostics).of(e, Map.of());
        IExpr value = Expr.substitute(translation.number(scalar), leading);
        List<ISymbol> free = system.jetSpace().free();
        for (ISymbol symbol : Expr.symbols(value)) {
            if (LeadingDerivatives.isDerivative(symbol) && !free.contains(symbol)) {
                diagnostics.report(DiagnosticKind.DERIVATIVE_IN_CLAIM, e.span(), symbol.getSymbolName());
            }
        }
        return value;
    }

    private List<ISymbol> constants() {
        return scope.found().stream().map(Expr::symbol).toList();
    }
}
