package dev.prolong.syntax;

import java.util.ArrayList;
import java.util.List;

/** The immediate parts of an expression, for those who walk it. */
public final class Subexpressions {

    private Subexpressions() {}

    /** The parts in the order of the text; names of functions and bound variables are no parts. */
    public static List<Expression> of(Expression e) {
        if (e instanceof Expression.Sum sum) {
            return sum.terms().stream().map(Expression.Term::value).toList();
        }
        if (e instanceof Expression.Product product) {
            return product.factors().stream().map(Expression.Factor::value).toList();
        }
        if (e instanceof Expression.Negation negation) {
            return List.of(negation.operand());
        }
        if (e instanceof Expression.Power power) {
            return List.of(power.base(), power.exponent());
        }
        if (e instanceof Expression.Call call) {
            return call.arguments();
        }
        if (e instanceof Expression.Derivative derivative) {
            return List.of(derivative.operand());
        }
        if (e instanceof Expression.Piecewise piecewise) {
            return parts(piecewise);
        }
        if (e instanceof Expression.Integral integral) {
            return List.of(integral.integrand(), integral.lower(), integral.upper());
        }
        if (e instanceof Expression.Comparison comparison) {
            return comparison.operands();
        }
        if (e instanceof Expression.Conjunction conjunction) {
            return conjunction.operands();
        }
        if (e instanceof Expression.Disjunction disjunction) {
            return disjunction.operands();
        }
        if (e instanceof Expression.Indexed indexed) {
            return indexed.indices();
        }
        if (e instanceof Expression.IndexedSum sum) {
            return List.of(sum.body());
        }
        return List.of();
    }

    private static List<Expression> parts(Expression.Piecewise piecewise) {
        List<Expression> parts = new ArrayList<>();
        for (Expression.Case branch : piecewise.cases()) {
            parts.add(branch.condition());
            parts.add(branch.value());
        }
        parts.add(piecewise.otherwise());
        return parts;
    }
}
