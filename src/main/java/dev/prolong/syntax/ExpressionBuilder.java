package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.grammar.OdeBaseVisitor;
import dev.prolong.syntax.grammar.OdeParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds {@link Expression} records from the parse tree. */
final class ExpressionBuilder extends OdeBaseVisitor<Expression> {

    private final Diagnostics diagnostics;
    private final CallBuilder calls;

    ExpressionBuilder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.calls = new CallBuilder(diagnostics, this);
    }

    /** Builds an expression; rules with a single child of the chain condition, ..., power are passed through without recursion. */
    Expression expression(ParserRuleContext context) {
        ParserRuleContext at = context;
        while (at.getChildCount() == 1
                && !(at instanceof OdeParser.PrimaryContext)
                && at.getChild(0) instanceof ParserRuleContext child) {
            at = child;
        }
        return at.accept(this);
    }

    private List<Expression> expressions(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::expression).toList();
    }

    Name name(OdeParser.NameContext context) {
        return new Name(Greek.spellOut(context.getText()), span(context));
    }

    Span span(ParserRuleContext context) {
        return TokenScan.span(context.getStart()).cover(TokenScan.span(context.getStop()));
    }

    void report(DiagnosticKind kind, Span span, String... arguments) {
        diagnostics.report(kind, span, arguments);
    }

    @Override
    public Expression visitCondition(OdeParser.ConditionContext context) {
        return new Expression.Disjunction(expressions(context.conjunction()), span(context));
    }

    @Override
    public Expression visitConjunction(OdeParser.ConjunctionContext context) {
        return new Expression.Conjunction(expressions(context.comparison()), span(context));
    }

    @Override
    public Expression visitComparison(OdeParser.ComparisonContext context) {
        List<Relation> relations =
                context.relation().stream().map(r -> Relation.of(r.getText())).toList();
        return new Expression.Comparison(expressions(context.sum()), relations, span(context));
    }

    @Override
    public Expression visitSum(OdeParser.SumContext context) {
        List<Expression.Term> terms = new ArrayList<>();
        for (int i = 0; i < context.getChildCount(); i += 2) {
            boolean negative = i > 0 && context.getChild(i - 1).getText().equals("-");
            terms.add(new Expression.Term(negative, expression((ParserRuleContext) context.getChild(i))));
        }
        return new Expression.Sum(terms, span(context));
    }

    @Override
    public Expression visitTerm(OdeParser.TermContext context) {
        List<Expression.Factor> factors = new ArrayList<>();
        for (int i = 0; i < context.getChildCount(); i += 2) {
            boolean inverse = i > 0 && context.getChild(i - 1).getText().equals("/");
            factors.add(new Expression.Factor(inverse, expression((ParserRuleContext) context.getChild(i))));
        }
        return new Expression.Product(factors, span(context));
    }

    @Override
    public Expression visitFactor(OdeParser.FactorContext context) {
        return signed(context.sign(), expression(context.power()), span(context));
    }

    private static Expression signed(List<OdeParser.SignContext> signs, Expression value, Span span) {
        long minus = signs.stream().filter(s -> s.getText().equals("-")).count();
        return minus % 2 == 0 ? value : new Expression.Negation(value, span);
    }

    /** {@code a^b^c = a^(b^c)}, and a sign in an exponent covers what stands above it: {@code a^-b^c = a^(-(b^c))}. */
    @Override
    public Expression visitPower(OdeParser.PowerContext context) {
        List<OdeParser.ExponentContext> exponents = context.exponent();
        if (exponents.size() > Limits.TOWER) {
            report(DiagnosticKind.EXPONENT_TOWER, span(context), Integer.toString(Limits.TOWER));
            return expression(context.primary());
        }
        int last = exponents.size() - 1;
        Span end = span(exponents.get(last));
        Expression upper = signed(
                exponents.get(last).sign(), expression(exponents.get(last).primary()), end);
        for (int i = last - 1; i >= 0; i--) {
            OdeParser.ExponentContext exponent = exponents.get(i);
            Expression base = expression(exponent.primary());
            Expression power = new Expression.Power(base, upper, base.span().cover(end));
            upper = signed(exponent.sign(), power, span(exponent).cover(end));
        }
        return new Expression.Power(expression(context.primary()), upper, span(context));
    }

    @Override
    public Expression visitNumber(OdeParser.NumberContext context) {
        return Numbers.read(context.getText(), span(context), diagnostics);
    }

    @Override
    public Expression visitLeibniz(OdeParser.LeibnizContext context) {
        return calls.leibniz(context);
    }

    @Override
    public Expression visitCall(OdeParser.CallContext context) {
        return calls.call(context);
    }

    @Override
    public Expression visitIndexed(OdeParser.IndexedContext context) {
        int primes = order(context.prime().size(), span(context));
        return new Expression.Indexed(name(context.name()), expressions(context.sum()), primes, span(context));
    }

    @Override
    public Expression visitReference(OdeParser.ReferenceContext context) {
        Name name = name(context.name());
        int primes = order(context.prime().size(), span(context));
        return primes == 0 ? name : new Expression.Primed(name, primes, span(context));
    }

    @Override
    public Expression visitParenthesised(OdeParser.ParenthesisedContext context) {
        return expression(context.condition());
    }

    /** An order of a derivative, reported if it is absurd. */
    int order(int order, Span span) {
        if (order > Limits.ORDER) {
            report(DiagnosticKind.DERIVATIVE_TOO_HIGH, span, Integer.toString(Limits.ORDER));
            return 1;
        }
        return order;
    }
}
