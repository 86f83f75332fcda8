package dev.prolong.equation;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.SourceText;
import dev.prolong.source.Span;
import dev.prolong.source.Spelling;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.OdeParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The forward model {@code z' = σ(theta1*z + theta2)} of one neuron with an activation that is named or written as an expression in x. */
public final class NeuralOde {

    private static final String VARIABLE = "x";
    private static final String TIME = "t";
    private static final ISymbol STATE = Expr.symbol("z");
    private static final List<String> WEIGHTS = List.of("theta1", "theta2");
    private static final IExpr ARGUMENT =
            Expr.plus(Expr.times(Expr.symbol(WEIGHTS.get(0)), STATE), Expr.symbol(WEIGHTS.get(1)));

    private final Diagnostics diagnostics;
    private final ActivationLibrary library;
    private final Set<String> parameters = new LinkedHashSet<>(WEIGHTS);

    private NeuralOde(SourceText activation, ActivationLibrary library) {
        this.diagnostics = new Diagnostics(activation);
        this.library = library;
    }

    /**
     * The model with an activation.
     *
     * @param activation a name such as {@code silu}, or an expression such as {@code x/(1+exp(-x))} in which other names are parameters
     * @throws dev.prolong.source.DiagnosticException if there is no such activation, or the expression is wrong
     */
    public static DifferentialSystem of(SourceText activation, ActivationLibrary library) {
        NeuralOde model = new NeuralOde(activation, library);
        Expression expression = OdeParser.parseExpression(activation);
        Arrays none = new Arrays(model.diagnostics);
        return model.system(new UnrolledExpression(none, model.diagnostics).of(expression, Map.of()));
    }

    private DifferentialSystem system(Expression activation) {
        boolean named = activation instanceof Name name && !name.text().equals(VARIABLE);
        IExpr sigma = named ? known((Name) activation) : expression(activation);
        if (diagnostics.isEmpty() && Expr.isFreeOf(sigma, STATE)) {
            diagnostics.report(DiagnosticKind.CONSTANT_ACTIVATION, activation.span());
        }
        diagnostics.throwIfAny();
        return new DifferentialSystem(
                named ? ((Name) activation).text() : "",
                Expr.symbol(TIME),
                parameters.stream().map(Expr::symbol).toList(),
                List.of(),
                List.of(new Equation(STATE, 1, sigma)),
                List.<Assumption>of());
    }

    private IExpr known(Name name) {
        Optional<ActivationRule> rule = library.find(name.text());
        if (rule.isPresent()) {
            return rule(rule.get());
        }
        if (BuiltinFunctions.isFunction(name.text()) && !BuiltinFunctions.isVariadic(name.text())) {
            return BuiltinFunctions.apply(name.text(), List.of(ARGUMENT));
        }
        List<String> known = new ArrayList<>(library.names());
        known.addAll(BuiltinFunctions.names());
        diagnostics.report(
                Diagnostic.of(DiagnosticKind.UNKNOWN_ACTIVATION, diagnostics.source(), name.span(), name.text())
                        .suggesting(Spelling.nearest(name.text(), known)));
        return Scope.UNKNOWN;
    }

    /** The known activation; its parameters that have no default become parameters of the model. */
    private IExpr rule(ActivationRule rule) {
        FreshNames fresh = new FreshNames(List.of(TIME, STATE.getSymbolName()));
        parameters.forEach(fresh::take);
        List<IExpr> arguments = new ArrayList<>(List.of(ARGUMENT));
        for (ISymbol parameter : rule.openParameters()) {
            String name = fresh.take(parameter.getSymbolName());
            parameters.add(name);
            arguments.add(Expr.symbol(name));
        }
        return rule.lambda().at(arguments);
    }

    private IExpr expression(Expression activation) {
        Scope scope = new Scope(diagnostics, "", List.of(), WEIGHTS, true, Set.of(TIME, STATE.getSymbolName()));
        Functions functions = new Functions(List.of(), Map.of(), library);
        IExpr sigma = new Translation(scope, functions).with(VARIABLE, ARGUMENT).number(activation);
        for (String name : scope.found()) {
            if (name.equals(TIME) || name.equals(STATE.getSymbolName())) {
                Span span = activation.span();
                diagnostics.report(DiagnosticKind.ACTIVATION_VARIABLE, span, name);
            }
            parameters.add(name);
        }
        return sigma;
    }
}
