package dev.prolong.equation;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.jet.JetVariable;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Turns syntax expressions into expression trees; what cannot be is reported and replaced by {@link Scope#UNKNOWN}. */
final class Translation {

    private final Scope scope;
    private final Functions functions;
    private final Map<String, IExpr> bindings;
    private final Arithmetic arithmetic;

    Translation(Scope scope, Functions functions) {
        this(scope, functions, Map.of());
    }

    private Translation(Scope scope, Functions functions, Map<String, IExpr> bindings) {
        this.scope = scope;
        this.functions = functions;
        this.bindings = bindings;
        this.arithmetic = new Arithmetic(scope);
    }

    /** The same translation with a name that means something else. */
    Translation with(String name, IExpr value) {
        Map<String, IExpr> inner = new HashMap<>(bindings);
        inner.put(name, value);
        return new Translation(scope, functions, inner);
    }

    /** The tree of an expression that stands for a number. */
    IExpr number(Expression e) {
        if (e instanceof Expression.Numeral n) {
            return Expr.rational(n.numerator(), n.denominator());
        }
        if (e instanceof Name name) {
            return name(name);
        }
        if (e instanceof Expression.Primed primed) {
            return jet(primed.name(), primed.order(), primed.span());
        }
        if (e instanceof Expression.Derivative derivative) {
            return derivative(derivative);
        }
        if (e instanceof Expression.Call call) {
            return functions.apply(
                    call, call.arguments().stream().map(this::number).toList(), scope);
        }
        if (e instanceof Expression.Sum sum) {
            return arithmetic.sum(sum.terms().stream().map(this::term).toList(), sum.span());
        }
        if (e instanceof Expression.Product product) {
            return arithmetic.product(factors(product), product.span());
        }
        if (e instanceof Expression.Negation negation) {
            return Expr.negate(number(negation.operand()));
        }
        if (e instanceof Expression.Power power) {
            return arithmetic.power(number(power.base()), number(power.exponent()), power.span());
        }
        if (e instanceof Expression.Piecewise piecewise) {
            return piecewise(piecewise);
        }
        if (e instanceof Expression.Integral integral) {
            return integral(integral);
        }
        return notANumber(e);
    }

    private IExpr notANumber(Expression e) {
        scope.report(DiagnosticKind.NUMBER_EXPECTED, e.span());
        return Scope.UNKNOWN;
    }

    private IExpr name(Name name) {
        IExpr bound = bindings.get(name.text());
        if (bound != null) {
            return bound;
        }
        if (functions.isDeclared(name.text()) && !scope.isKnown(name.text())) {
            scope.report(DiagnosticKind.FUNCTION_AS_NAME, name.span(), name.text());
            return Scope.UNKNOWN;
        }
        return scope.resolve(name);
    }

    private IExpr term(Expression.Term term) {
        IExpr value = number(term.value());
        return term.negative() ? Expr.negate(value) : value;
    }

    private List<IExpr> factors(Expression.Product product) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < product.factors().size(); i++) {
            Optional<Leibniz> derivative = Leibniz.at(product, i).filter(this::isDerivative);
            Expression.Factor factor = product.factors().get(i);
            if (derivative.isPresent()) {
                out.add(jet(derivative.get().state(), 1, derivative.get().span()));
                i++;
            } else if (factor.inverse()) {
                out.add(arithmetic.reciprocal(
                        number(factor.value()), factor.value().span()));
            } else {
                out.add(number(factor.value()));
            }
        }
        return out;
    }

    private boolean isDerivative(Leibniz quotient) {
        return scope.isState(quotient.state().text())
                && quotient.variable().text().equals(scope.independent())
                && !scope.isKnown(quotient.above())
                && !scope.isKnown(quotient.below());
    }

    private IExpr derivative(Expression.Derivative derivative) {
        Name variable = derivative.variable();
        if (!variable.text().equals(scope.independent())) {
            scope.report(DiagnosticKind.NOT_INDEPENDENT, variable.span(), variable.text(), scope.independent());
            return Scope.UNKNOWN;
        }
        if (derivative.operand() instanceof Name name) {
            return jet(name, derivative.order(), derivative.span());
        }
        if (derivative.operand() instanceof Expression.Primed primed) {
            return jet(primed.name(), derivative.order() + primed.order(), derivative.span());
        }
        scope.report(DiagnosticKind.BAD_DIFF, derivative.span(), scope.independent());
        return Scope.UNKNOWN;
    }

    private IExpr jet(Name name, int order, Span span) {
        if (!scope.isState(name.text()) || bindings.containsKey(name.text())) {
            boolean reported = name.text().equals("e")
                    || name.text().equals("pi")
                    || name.text().equals(scope.independent()) && !bindings.containsKey(name.text());
            if (reported) {
                return Scope.UNKNOWN;
            }
            String role = scope.isConstant(name.text()) ? "a parameter" : "declared otherwise";
            scope.report(DiagnosticKind.NOT_A_STATE, span, name.text(), role);
            return Scope.UNKNOWN;
        }
        return new JetVariable(Expr.symbol(name.text()), order).symbol();
    }

    private IExpr piecewise(Expression.Piecewise piecewise) {
        List<Expr.Branch> branches = new ArrayList<>();
        IExpr otherwise = number(piecewise.otherwise());
        for (Expression.Case branch : piecewise.cases()) {
            IExpr condition = condition(branch.condition());
            IExpr value = number(branch.value());
            if (condition.equals(Condition.TRUE)) {
                return Expr.piecewise(branches, value);
            }
            if (!condition.equals(Condition.FALSE)) {
                branches.add(new Expr.Branch(condition, value));
            }
        }
        return Expr.piecewise(branches, otherwise);
    }

    private IExpr integral(Expression.Integral integral) {
        ISymbol variable = scope.bound(integral.variable());
        IExpr integrand = with(integral.variable().text(), variable).number(integral.integrand());
        return Expr.integral(integrand, variable, number(integral.lower()), number(integral.upper()));
    }

    /** The tree of a condition. */
    IExpr condition(Expression e) {
        if (e instanceof Expression.Comparison comparison) {
            return comparison(comparison);
        }
        if (e instanceof Expression.Conjunction conjunction) {
            return Condition.and(
                    conjunction.operands().stream().map(this::condition).toList());
        }
        if (e instanceof Expression.Disjunction disjunction) {
            return Condition.or(
                    disjunction.operands().stream().map(this::condition).toList());
        }
        scope.report(DiagnosticKind.CONDITION_EXPECTED, e.span());
        return Condition.TRUE;
    }

    private IExpr comparison(Expression.Comparison comparison) {
        List<IExpr> operands = comparison.operands().stream().map(this::number).toList();
        List<IExpr> parts = new ArrayList<>();
        for (int i = 0; i < comparison.relations().size(); i++) {
            parts.add(Condition.compare(
                    operands.get(i), head(comparison.relations().get(i)), operands.get(i + 1)));
        }
        return Condition.and(parts);
    }

    private static IBuiltInSymbol head(Relation relation) {
        return switch (relation) {
            case LESS -> S.Less;
            case LESS_EQUAL -> S.LessEqual;
            case GREATER -> S.Greater;
            case GREATER_EQUAL -> S.GreaterEqual;
            case EQUAL -> S.Equal;
            case UNEQUAL -> S.Unequal;
        };
    }
}
