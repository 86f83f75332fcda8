package dev.prolong.equation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Spelling;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What the names before parentheses mean: the user's activations and arbitrary functions, the built-in functions, the known activations. */
final class Functions {

    /** All inserted bodies of activations together may have this many nodes: put into each other they grow exponentially. */
    private static final long LARGEST = 200_000;

    /** Trees may be this deep. */
    private static final int DEEPEST = 1_000;

    /** Activations may use each other over this many steps. */
    private static final int DEEPEST_DEFINITION = 50;

    private static final ISymbol ARGUMENT = Expr.symbol("?x");

    private final Set<String> arbitrary;
    private final Map<String, Statement.Activation> definitions;
    private final ActivationLibrary library;
    private final Map<String, Integer> arities = new LinkedHashMap<>();
    private final Map<String, Lambda> expanded = new HashMap<>();
    private final Set<String> expanding = new HashSet<>();
    private long inserted;

    Functions(Collection<String> arbitrary, Map<String, Statement.Activation> definitions, ActivationLibrary library) {
        this.arbitrary = new LinkedHashSet<>(arbitrary);
        this.definitions = definitions;
        this.library = library;
    }

    /** Whether the user declared a function of this name. */
    boolean isDeclared(String name) {
        return arbitrary.contains(name) || definitions.containsKey(name);
    }

    /** The arbitrary functions applied so far, in the order of their first use. */
    List<ISymbol> applied() {
        return arities.keySet().stream().map(Expr::symbol).toList();
    }

    /** The value of a call. */
    IExpr apply(Expression.Call call, List<IExpr> arguments, Scope scope) {
        String name = call.function().text();
        if (arguments.contains(Scope.UNKNOWN)) {
            return Scope.UNKNOWN;
        }
        if (arbitrary.contains(name)) {
            return arbitrary(call, arguments, scope);
        }
        Optional<PartialDerivative> partial =
                PartialDerivative.named(name).filter(p -> arbitrary.contains(p.function()));
        if (partial.isPresent()) {
            return partial(partial.get(), call, arguments, scope);
        }
        Optional<Lambda> lambda = lambda(call.function(), scope);
        if (lambda.isPresent()) {
            return apply(lambda.get(), call, arguments, scope);
        }
        if (BuiltinFunctions.isFunction(name)) {
            return builtin(call, arguments, scope);
        }
        reportUnknown(call, scope);
        return Scope.UNKNOWN;
    }

    /** The definition of an activation, the user's own or a known one. */
    private Optional<Lambda> lambda(Name function, Scope scope) {
        Statement.Activation definition = definitions.get(function.text());
        if (definition == null) {
            return BuiltinFunctions.isKnown(function.text())
                    ? Optional.empty()
                    : library.find(function.text()).map(ActivationRule::lambda);
        }
        Lambda known = expanded.get(function.text());
        return Optional.of(known == null ? define(definition, scope) : known);
    }

    /** Translates the body of a user's activation, once. */
    Lambda define(Statement.Activation definition, Scope scope) {
        String name = definition.name().text();
        ISymbol variable = Expr.symbol(definition.variable().text());
        if (expanding.size() > DEEPEST_DEFINITION || !expanding.add(name)) {
            scope.report(DiagnosticKind.RECURSIVE_ACTIVATION, definition.name().span(), name);
            return new Lambda(List.of(variable), List.of(), Scope.UNKNOWN);
        }
        IExpr body = new Translation(scope, this)
                .with(definition.variable().text(), variable)
                .number(definition.body());
        expanding.remove(name);
        Lambda lambda = new Lambda(List.of(variable), List.of(), body);
        expanded.put(name, lambda);
        return lambda;
    }

    private IExpr apply(Lambda lambda, Expression.Call call, List<IExpr> arguments, Scope scope) {
        int most = lambda.variables().size();
        if (arguments.size() < lambda.fewestArguments() || arguments.size() > most) {
            reportArity(call, most, scope);
            return Scope.UNKNOWN;
        }
        Lambda derived = lambda;
        for (int i = 0; i < call.primes() && derived.sizeAt(arguments) <= LARGEST; i++) {
            derived = derived.withBody(Differentiation.derivative(
                    derived.body(), lambda.variables().get(0)));
        }
        inserted += derived.sizeAt(arguments);
        if (inserted > LARGEST || derived.depthAt(arguments) > DEEPEST) {
            scope.report(DiagnosticKind.EXPRESSION_TOO_LARGE, call.span());
            return Scope.UNKNOWN;
        }
        return derived.at(arguments);
    }

    private IExpr builtin(Expression.Call call, List<IExpr> arguments, Scope scope) {
        String name = call.function().text();
        boolean variadic = BuiltinFunctions.isVariadic(name);
        if (variadic ? arguments.size() < 2 : arguments.size() != 1) {
            reportArity(call, variadic ? 2 : 1, scope);
            return Scope.UNKNOWN;
        }
        if (call.primes() > 0 && variadic) {
            scope.report(DiagnosticKind.PARTIAL_DERIVATIVE_UNCLEAR, call.span(), name);
            return Scope.UNKNOWN;
        }
        if (!RealDomain.admits(name, arguments.get(0))) {
            scope.report(DiagnosticKind.NOT_REAL, call.span(), name + " is not defined there");
            return Scope.UNKNOWN;
        }
        if (call.primes() == 0) {
            return BuiltinFunctions.apply(name, arguments);
        }
        IExpr body = BuiltinFunctions.apply(name, List.of(ARGUMENT));
        return apply(new Lambda(List.of(ARGUMENT), List.of(), body), call, arguments, scope);
    }

    private IExpr arbitrary(Expression.Call call, List<IExpr> arguments, Scope scope) {
        String name = call.function().text();
        int arity = arities.computeIfAbsent(name, k -> Math.max(1, arguments.size()));
        if (arguments.size() != arity) {
            reportArity(call, arity, scope);
            return Scope.UNKNOWN;
        }
        if (call.primes() > 0 && arity > 1) {
            scope.report(DiagnosticKind.PARTIAL_DERIVATIVE_UNCLEAR, call.span(), name);
            return Scope.UNKNOWN;
        }
        ISymbol f = Expr.symbol(name);
        return call.primes() == 0
                ? Expr.apply(f, arguments)
                : Expr.applyDerivative(f, List.of(call.primes()), arguments);
    }

    private IExpr partial(PartialDerivative partial, Expression.Call call, List<IExpr> arguments, Scope scope) {
        int arity = arities.computeIfAbsent(
                partial.function(), k -> partial.orders().size());
        if (call.primes() > 0) {
            scope.report(
                    DiagnosticKind.PARTIAL_DERIVATIVE_UNCLEAR,
                    call.span(),
                    call.function().text());
            return Scope.UNKNOWN;
        }
        if (arguments.size() != arity || arity != partial.orders().size()) {
            reportArity(call, arity, scope);
            return Scope.UNKNOWN;
        }
        return Expr.applyDerivative(Expr.symbol(partial.function()), partial.orders(), arguments);
    }

    private static void reportArity(Expression.Call call, int expected, Scope scope) {
        String name = call.function().text();
        boolean variadic = BuiltinFunctions.isVariadic(name);
        String takes = variadic ? "two or more arguments" : expected == 1 ? "one argument" : expected + " arguments";
        String pattern = switch (expected) {
            case 1 -> name + "(x)";
            case 2 -> name + "(x, y)";
            default -> name + "(x, y, ...)";
        };
        String given = Integer.toString(call.arguments().size());
        scope.report(DiagnosticKind.WRONG_ARITY, call.span(), name, takes, given, pattern);
    }

    private void reportUnknown(Expression.Call call, Scope scope) {
        Name function = call.function();
        String name = function.text();
        if (scope.isState(name)) {
            scope.report(DiagnosticKind.STATE_AS_FUNCTION, call.span(), name, scope.independent());
        } else if (scope.isKnown(name)) {
            scope.report(DiagnosticKind.NOT_A_FUNCTION, function.span(), name);
        } else {
            List<String> known = new ArrayList<>(BuiltinFunctions.names());
            known.addAll(arbitrary);
            known.addAll(definitions.keySet());
            known.addAll(library.names());
            List<String> synonym = BuiltinFunctions.synonym(name);
            scope.report(Diagnostic.of(
                            DiagnosticKind.UNKNOWN_FUNCTION, scope.diagnostics().source(), function.span(), name)
                    .suggesting(synonym.isEmpty() ? Spelling.nearest(name, known) : synonym));
        }
    }
}
