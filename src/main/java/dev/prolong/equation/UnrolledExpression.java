package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes out indices and indexed sums of expressions: a component becomes a name, a bound index a number. */
final class UnrolledExpression {
    /** All expressions of a text together may have this many parts when written out. */
    private static final int MOST_PARTS = 200_000;

    private final Arrays arrays;
    private final Diagnostics diagnostics;
    private int parts;

    UnrolledExpression(Arrays arrays, Diagnostics diagnostics) {
        this.arrays = arrays;
        this.diagnostics = diagnostics;
    }

    /**
     * The expression written out.
     *
     * @param indices the values of the indices that are bound here
     */
    Expression of(Expression e, Map<String, Integer> indices) {
        return new Walk(indices, Set.of()).of(e);
    }

    /** The same where a name is a variable of its own, whatever it is elsewhere. */
    Expression ofBody(Expression e, Name variable) {
        return new Walk(Map.of(), Set.of(variable.text())).of(e);
    }

    private final class Walk {
        private final Map<String, Integer> indices;
        private final Set<String> variables;

        Walk(Map<String, Integer> indices, Set<String> variables) {
            this.indices = indices;
            this.variables = variables;
        }

        private List<Expression> all(List<Expression> list) {
            return list.stream().map(this::of).toList();
        }

        Expression of(Expression e) {
            if (++parts > MOST_PARTS) {
                throw Diagnostic.of(DiagnosticKind.EXPRESSION_TOO_LARGE, diagnostics.source(), e.span())
                        .asException();
            }
            if (e instanceof Name name) {
                return name(name);
            }
            if (e instanceof Expression.Primed primed) {
                checkScalar(primed.name());
                return primed;
            }
            if (e instanceof Expression.Indexed indexed) {
                return component(indexed);
            }
            if (e instanceof Expression.IndexedSum sum) {
                return sum(sum);
            }
            if (e instanceof Expression.Sum sum) {
                return new Expression.Sum(
                        sum.terms().stream()
                                .map(t -> new Expression.Term(t.negative(), of(t.value())))
                                .toList(),
                        sum.span());
            }
            if (e instanceof Expression.Product product) {
                return new Expression.Product(
                        product.factors().stream()
                                .map(f -> new Expression.Factor(f.inverse(), of(f.value())))
                                .toList(),
                        product.span());
            }
            if (e instanceof Expression.Negation n) {
                return new Expression.Negation(of(n.operand()), n.span());
            }
            if (e instanceof Expression.Power power) {
                return new Expression.Power(of(power.base()), of(power.exponent()), power.span());
            }
            if (e instanceof Expression.Call call) {
                return new Expression.Call(call.function(), call.primes(), all(call.arguments()), call.span());
            }
            if (e instanceof Expression.Derivative d) {
                return new Expression.Derivative(of(d.operand()), d.variable(), d.order(), d.span());
            }
            return other(e);
        }

        private Expression other(Expression e) {
            if (e instanceof Expression.Piecewise piecewise) {
                return new Expression.Piecewise(
                        piecewise.cases().stream()
                                .map(c -> new Expression.Case(of(c.condition()), of(c.value())))
                                .toList(),
                        of(piecewise.otherwise()),
                        piecewise.span());
            }
            if (e instanceof Expression.Integral i) {
                Set<String> inside = new HashSet<>(variables);
                inside.add(i.variable().text());
                Expression integrand = new Walk(indices, inside).of(i.integrand());
                return new Expression.Integral(integrand, i.variable(), of(i.lower()), of(i.upper()), i.span());
            }
            if (e instanceof Expression.Comparison c) {
                return new Expression.Comparison(all(c.operands()), c.relations(), c.span());
            }
            if (e instanceof Expression.Conjunction c) {
                return new Expression.Conjunction(all(c.operands()), c.span());
            }
            if (e instanceof Expression.Disjunction d) {
                return new Expression.Disjunction(all(d.operands()), d.span());
            }
            return e;
        }

        private Expression name(Name name) {
            if (variables.contains(name.text())) {
                return name;
            }
            Integer value = indices.get(name.text());
            if (value == null) {
                checkScalar(name);
                return name;
            }
            return number(value, name.span());
        }

        private void checkScalar(Name name) {
            if (arrays.isArray(name.text()) && !variables.contains(name.text())) {
                List<Integer> first = arrays.components(name.text()).iterator().next();
                diagnostics.report(
                        DiagnosticKind.INDEX_MISSING,
                        name.span(),
                        name.text(),
                        new ComponentName(name.text(), first).text());
            }
        }

        private Expression component(Expression.Indexed indexed) {
            Span span = indexed.span();
            Optional<ComponentName> component = new IndexArithmetic(diagnostics, indices)
                    .indices(indexed.indices())
                    .flatMap(k -> arrays.component(indexed.name(), k, span));
            Name name = new Name(component.map(ComponentName::text).orElse("?"), span);
            return indexed.primes() == 0 ? name : new Expression.Primed(name, indexed.primes(), span);
        }

        private Expression sum(Expression.IndexedSum sum) {
            List<Expression.Term> terms = new ArrayList<>();
            List<Integer> values = new IndexArithmetic(diagnostics, indices)
                    .all(sum.range().extent())
                    .orElse(List.of());
            for (int value : values) {
                Map<String, Integer> inner = new HashMap<>(indices);
                inner.put(sum.range().index().text(), value);
                terms.add(new Expression.Term(false, new Walk(inner, variables).of(sum.body())));
            }
            if (terms.isEmpty()) {
                return number(0, sum.span());
            }
            return terms.size() == 1 ? terms.get(0).value() : new Expression.Sum(terms, sum.span());
        }
    }

    private static Expression number(int value, Span span) {
        Expression size = new Expression.Numeral(BigInteger.valueOf(Math.abs(value)), BigInteger.ONE, span);
        return value < 0 ? new Expression.Negation(size, span) : size;
    }
}
