package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.grammar.OdeParser;
import java.util.ArrayList;
import java.util.List;

/** Builds what is written like a call: functions, {@code piecewise}, {@code integral}, {@code sum}, {@code diff}, {@code d^2z/dt^2}. */
final class CallBuilder {

    private final Diagnostics diagnostics;
    private final ExpressionBuilder expressions;

    CallBuilder(Diagnostics diagnostics, ExpressionBuilder expressions) {
        this.diagnostics = diagnostics;
        this.expressions = expressions;
    }

    Expression call(OdeParser.CallContext context) {
        Name function = expressions.name(context.name());
        Span span = expressions.span(context);
        List<OdeParser.ArgumentContext> arguments = context.argument();
        String word = context.prime().isEmpty() ? function.text() : "";
        return switch (word) {
            case "piecewise" -> piecewise(arguments, function, span);
            case "integral" -> integral(plain(arguments), function, span);
            case "diff" -> diff(plain(arguments), function, span);
            case "sum" -> sum(arguments, function, span);
            default -> {
                int primes = expressions.order(context.prime().size(), span);
                yield new Expression.Call(function, primes, plain(arguments), span);
            }
        };
    }

    private List<Expression> plain(List<OdeParser.ArgumentContext> arguments) {
        List<Expression> values = new ArrayList<>();
        for (OdeParser.ArgumentContext argument : arguments) {
            if (argument instanceof OdeParser.PlainArgumentContext plain
                    && plain.condition().size() == 1) {
                values.add(expressions.expression(plain.condition(0)));
            } else {
                diagnostics.report(misplaced(argument), expressions.span(argument));
            }
        }
        return values;
    }

    private static DiagnosticKind misplaced(OdeParser.ArgumentContext argument) {
        return argument instanceof OdeParser.RangeArgumentContext
                ? DiagnosticKind.MISPLACED_RANGE
                : DiagnosticKind.MISPLACED_CASE;
    }

    private Expression piecewise(List<OdeParser.ArgumentContext> arguments, Name keyword, Span span) {
        List<Expression.Case> cases = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            if (!(arguments.get(i) instanceof OdeParser.PlainArgumentContext plain)
                    || plain.condition().size() < 2) {
                diagnostics.report(DiagnosticKind.BAD_PIECEWISE, expressions.span(arguments.get(i)));
                return new Name(keyword.text(), span);
            }
            boolean otherwise = plain.condition(0).getText().equals("otherwise");
            Expression value = expressions.expression(plain.condition(1));
            if (otherwise && last && !cases.isEmpty()) {
                return new Expression.Piecewise(cases, value, span);
            }
            if (otherwise) {
                diagnostics.report(
                        last ? DiagnosticKind.BAD_PIECEWISE : DiagnosticKind.OTHERWISE_NOT_LAST,
                        expressions.span(plain));
                return value;
            }
            cases.add(new Expression.Case(expressions.expression(plain.condition(0)), value));
        }
        diagnostics.report(DiagnosticKind.OTHERWISE_MISSING, span);
        return new Name(keyword.text(), span);
    }

    private Expression integral(List<Expression> arguments, Name keyword, Span span) {
        if (arguments.size() == 4 && arguments.get(1) instanceof Name variable) {
            return new Expression.Integral(arguments.get(0), variable, arguments.get(2), arguments.get(3), span);
        }
        diagnostics.report(
                DiagnosticKind.BAD_INTEGRAL,
                arguments.size() == 4 ? arguments.get(1).span() : span);
        return new Name(keyword.text(), span);
    }

    private Expression diff(List<Expression> arguments, Name keyword, Span span) {
        int count = arguments.size();
        boolean fits = (count == 2 || count == 3) && arguments.get(1) instanceof Name;
        int order = fits && count == 3 && arguments.get(2) instanceof Expression.Numeral number
                ? Numbers.count(number).orElse(0)
                : 3 - count;
        if (!fits || order < 1) {
            diagnostics.report(DiagnosticKind.BAD_DIFF, span);
            return new Name(keyword.text(), span);
        }
        return new Expression.Derivative(
                arguments.get(0), (Name) arguments.get(1), expressions.order(order, span), span);
    }

    private Expression sum(List<OdeParser.ArgumentContext> arguments, Name keyword, Span span) {
        if (arguments.size() == 2
                && arguments.get(0) instanceof OdeParser.RangeArgumentContext range
                && arguments.get(1) instanceof OdeParser.PlainArgumentContext body
                && body.condition().size() == 1) {
            return new Expression.IndexedSum(range(range.range()), expressions.expression(body.condition(0)), span);
        }
        diagnostics.report(DiagnosticKind.BAD_SUM, span);
        return new Name(keyword.text(), span);
    }

    Range range(OdeParser.RangeContext context) {
        return new Range(expressions.name(context.name()), extent(context.extent()), expressions.span(context));
    }

    Extent extent(OdeParser.ExtentContext context) {
        return new Extent(expressions.expression(context.sum(0)), expressions.expression(context.sum(1)));
    }

    /** The bounds of a declaration, {@code 1..3}; a single index declares one component. */
    Extent bounds(OdeParser.BoundsContext context) {
        int last = context.sum().size() - 1;
        return new Extent(expressions.expression(context.sum(0)), expressions.expression(context.sum(last)));
    }

    /** {@code d^2z/dt^2}: the grammar knows the signs, the letters and numbers are looked at here. */
    Expression leibniz(OdeParser.LeibnizContext context) {
        Span span = expressions.span(context);
        Name state = expressions.name(context.name(1));
        String below = expressions.name(context.name(2)).text();
        Expression.Numeral above = Numbers.read(context.NUMBER(0).getText(), span, diagnostics);
        Expression.Numeral again = Numbers.read(context.NUMBER(1).getText(), span, diagnostics);
        int order = Numbers.count(above).orElse(0);
        boolean fits = context.name(0).getText().equals("d")
                && below.length() > 1
                && below.charAt(0) == 'd'
                && order > 0
                && above.numerator().equals(again.numerator())
                && above.denominator().equals(again.denominator());
        if (!fits) {
            diagnostics.report(DiagnosticKind.BAD_LEIBNIZ, span);
            return state;
        }
        Name variable = new Name(below.substring(1), expressions.span(context.name(2)));
        return new Expression.Derivative(state, variable, expressions.order(order, span), span);
    }
}
