package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Statement;
import dev.prolong.syntax.SystemDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Makes the differential system that a declaration describes: names get their meaning, activations are expanded, the equations are
 * solved for their leading derivatives, adjoint equations are added where asked for.
 */
public final class Elaboration {

    private final Declarations declarations;
    private final Diagnostics diagnostics;
    private final Roles roles;
    private final Scope scope;
    private final Functions functions;
    private final DerivativeSurvey survey;
    private final List<String> vectorForm;

    private Elaboration(SystemDeclaration declaration, ActivationLibrary library) {
        this.diagnostics = new Diagnostics(declaration.source());
        this.vectorForm = declaration.all(Statement.Equation.class).stream()
                .filter(e -> !e.ranges().isEmpty())
                .map(e -> declaration.source().slice(e.span()))
                .map(s -> s.replaceAll("\\s+", " "))
                .toList();
        SystemDeclaration scalar = Unrolling.of(declaration, diagnostics);
        diagnostics.throwIfAny();
        this.declarations = Declarations.read(scalar, diagnostics);
        this.survey = DerivativeSurvey.of(declarations);
        this.roles = Roles.of(declarations, survey);
        this.scope = new Scope(
                diagnostics,
                roles.independent(),
                roles.states(),
                declarations.parameters().keySet(),
                !declarations.parametersDeclared(),
                survey.freeNames());
        this.functions = new Functions(declarations.functions().keySet(), declarations.activations(), library);
    }

    /**
     * Elaborates a declaration with the activations that come with prolong.
     *
     * @throws dev.prolong.source.DiagnosticException with everything that is wrong with it
     */
    public static Problem of(SystemDeclaration declaration) {
        return of(declaration, ActivationLibrary.standard());
    }

    /** Elaborates a declaration with the activations of a library. */
    public static Problem of(SystemDeclaration declaration, ActivationLibrary library) {
        return new Elaboration(declaration, library).problem();
    }

    private Problem problem() {
        Translation translation = new Translation(scope, functions);
        declarations.activations().values().forEach(a -> functions.define(a, scope));
        Map<Statement.Equation, List<IExpr>> sides = new LinkedHashMap<>();
        for (Statement.Equation e : declarations.equations()) {
            sides.put(e, List.of(translation.number(e.left()), translation.number(e.right())));
        }
        diagnostics.throwIfAny();
        Optional<IExpr> lagrangian = declarations.lagrangian().map(l -> translation.number(l.body()));
        boolean loss = lagrangian.filter(Problem::isLoss).isPresent();
        boolean anyMotion = loss && sides.isEmpty();
        DifferentialSystem system = anyMotion
                ? anyMotion(declarations.lagrangian().get())
                : lagrangian.isPresent() && !loss
                        ? system(lagrangian.get(), declarations.lagrangian().get(), sides)
                        : system(sides);
        Optional<AnsatzChoice> ansatz = declarations.ansatz().map(a -> AnsatzElaboration.of(a, system, diagnostics));
        DifferentialSystem whole = declarations
                .backpropagation()
                .map(b -> Backpropagation.of(system, renamings(b, system), b.span(), diagnostics))
                .orElse(system);
        diagnostics.throwIfAny();
        DifferentialSystem layered = new LayerShapes(system, diagnostics).around(whole, declarations.layers());
        diagnostics.throwIfAny();
        return new Problem(layered, ansatz, lagrangian, anyMotion);
    }

    /** The Euler–Lagrange equations of a Lagrangian, which stands alone. */
    private DifferentialSystem system(
            IExpr lagrangian, Statement.Lagrangian statement, Map<Statement.Equation, List<IExpr>> sides) {
        sides.keySet().forEach(e -> diagnostics.report(DiagnosticKind.LAGRANGIAN_AND_EQUATION, e.span()));
        List<ISymbol> states = roles.states().stream().map(Expr::symbol).toList();
        diagnostics.throwIfAny();
        List<IExpr> left =
                EulerLagrange.of(lagrangian, Expr.symbol(roles.independent()), states, statement.span(), diagnostics);
        diagnostics.throwIfAny();
        LeadingDerivatives leading = LeadingDerivatives.of(roles.states(), left);
        EquationSolver solver = new EquationSolver(leading, diagnostics);
        left.forEach(e -> solver.add(e, Expr.ZERO, statement.span()));
        Map<ISymbol, IExpr> solved = EulerLagrange.normal(solver.solve());
        diagnostics.throwIfAny();
        return system(leading, solved);
    }

    /** States that move in any way, {@code x_i' = F_i(t, x)}, for a loss that stands alone. */
    private DifferentialSystem anyMotion(Statement.Lagrangian loss) {
        if (roles.states().isEmpty()) {
            diagnostics.report(DiagnosticKind.LAGRANGIAN_STATES, loss.span());
        }
        diagnostics.throwIfAny();
        List<ISymbol> coordinates = new ArrayList<>(List.of(Expr.symbol(roles.independent())));
        roles.states().forEach(x -> coordinates.add(Expr.symbol(x)));
        FreshNames names = new FreshNames(roles.states());
        names.take(roles.independent());
        Stream.of(parameters(), functions.applied()).flatMap(List::stream).forEach(s -> names.take(s.getSymbolName()));
        List<ISymbol> arbitrary = new ArrayList<>(functions.applied());
        List<Equation> equations = new ArrayList<>();
        for (String x : roles.states()) {
            ISymbol f = Expr.symbol(names.takeNumbered("F"));
            arbitrary.add(f);
            equations.add(new Equation(Expr.symbol(x), 1, Expr.apply(f, coordinates)));
        }
        return system(equations, arbitrary);
    }

    private DifferentialSystem system(Map<Statement.Equation, List<IExpr>> sides) {
        if (sides.isEmpty()) {
            throw Diagnostic.of(DiagnosticKind.NO_EQUATION, diagnostics.source(), Span.START)
                    .asException();
        }
        EquationCheck check = new EquationCheck(roles.states(), diagnostics);
        sides.forEach((e, both) -> check.equation(e, both.get(0), both.get(1)));
        diagnostics.throwIfAny();
        LeadingDerivatives leading = check.leading();
        EquationSolver solver = new EquationSolver(leading, diagnostics);
        sides.forEach((e, both) -> solver.add(both.get(0), both.get(1), e.span()));
        reportMissing(check, sides.size());
        Map<ISymbol, IExpr> solved = solver.solve();
        diagnostics.throwIfAny();
        return system(leading, solved);
    }

    private DifferentialSystem system(LeadingDerivatives leading, Map<ISymbol, IExpr> solved) {
        List<Equation> equations = leading.variables().stream()
                .map(v -> new Equation(v.state(), v.order(), solved.getOrDefault(v.symbol(), Scope.UNKNOWN)))
                .toList();
        return system(equations, functions.applied());
    }

    private DifferentialSystem system(List<Equation> equations, List<ISymbol> arbitrary) {
        return new DifferentialSystem(
                declarations.systemName(),
                Expr.symbol(roles.independent()),
                parameters(),
                arbitrary,
                equations,
                Assumptions.of(declarations.assumptions()),
                new Origin(Map.of(), vectorForm, LinearLayers.NONE));
    }

    private List<ISymbol> parameters() {
        List<String> names = new ArrayList<>(declarations.parameters().keySet());
        names.addAll(scope.found());
        return names.stream().map(Expr::symbol).toList();
    }

    /** With fewer equations than states, names the states that no equation begins with. */
    private void reportMissing(EquationCheck check, int equations) {
        int missing = roles.states().size() - equations;
        for (String state : roles.states()) {
            boolean never = !check.leading().has(state);
            if (never || missing > 0 && !check.hasOwnEquation(state)) {
                Span span = Optional.ofNullable(declarations.states().get(state))
                        .or(() -> Optional.ofNullable(survey.states().get(state)))
                        .map(Name::span)
                        .orElse(Span.START);
                diagnostics.report(DiagnosticKind.MISSING_EQUATION, span, state);
                missing--;
            }
        }
        diagnostics.throwIfAny();
    }

    private Map<String, String> renamings(Statement.Backpropagation statement, DifferentialSystem system) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Statement.Renaming renaming : statement.renamings()) {
            String target = renaming.target().text();
            String name = renaming.name().text();
            boolean known = system.states().contains(Expr.symbol(target))
                    || system.parameters().contains(Expr.symbol(target));
            if (!known) {
                diagnostics.report(
                        DiagnosticKind.UNKNOWN_RENAME, renaming.target().span(), target);
            } else if (scope.isKnown(name) || functions.isDeclared(name) || names.containsValue(name)) {
                diagnostics.report(DiagnosticKind.NAME_TAKEN, renaming.name().span(), name);
            } else if (names.putIfAbsent(target, name) != null) {
                diagnostics.report(
                        DiagnosticKind.DUPLICATE_DECLARATION, renaming.target().span(), target, "renamed");
            }
        }
        return names;
    }
}
