package dev.prolong.syntax;

import dev.prolong.source.Span;
import java.math.BigInteger;
import java.util.List;

/**
 * An expression as the user wrote it. Names are in their canonical spelling (Greek letters spelt out); nothing is resolved or simplified.
 * Sums, products and comparisons are lists, so the depth of a tree is bounded by the nesting of brackets.
 */
public sealed interface Expression {

    /** The place in the source text. */
    Span span();

    /** An exact non-negative rational number, {@code numerator/denominator}. */
    record Numeral(BigInteger numerator, BigInteger denominator, Span span) implements Expression {}

    /** A name: a variable, parameter, state or constant. */
    record Name(String text, Span span) implements Expression {}

    /** A derivative written with primes, {@code z''}; {@code order} is at least 1. */
    record Primed(Name name, int order, Span span) implements Expression {}

    /** A derivative written {@code d^2z/dt^2} or {@code diff(z, t, 2)}; {@code order} is at least 1. */
    record Derivative(Expression operand, Name variable, int order, Span span) implements Expression {}

    /** A function applied to arguments, {@code f(x, y)}, or its derivative, {@code f''(x)} with {@code primes = 2}. */
    record Call(Name function, int primes, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code a + b - c ...}, at least two terms. */
    record Sum(List<Term> terms, Span span) implements Expression {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** A term of a sum, subtracted if {@code negative}. */
    record Term(boolean negative, Expression value) {}

    /** {@code a * b / c ...}, at least two factors; each division is by one factor: {@code a/b*c = (a/b)*c}. */
    record Product(List<Factor> factors, Span span) implements Expression {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    /** A factor of a product, divided by if {@code inverse}. */
    record Factor(boolean inverse, Expression value) {}

    /** {@code -operand}. */
    record Negation(Expression operand, Span span) implements Expression {}

    /** {@code base ^ exponent}. */
    record Power(Expression base, Expression exponent, Span span) implements Expression {}

    /** {@code piecewise(condition: value, ..., otherwise: value)}; the first case that holds counts. */
    record Piecewise(List<Case> cases, Expression otherwise, Span span) implements Expression {
        public Piecewise {
            cases = List.copyOf(cases);
        }
    }

    /** A case of a piecewise expression. */
    record Case(Expression condition, Expression value) {}

    /** {@code integral(integrand, variable, lower, upper)}. */
    record Integral(Expression integrand, Name variable, Expression lower, Expression upper, Span span)
            implements Expression {}

    /** A chain {@code a < b <= c}: one relation fewer than operands. */
    record Comparison(List<Expression> operands, List<Relation> relations, Span span) implements Expression {
        public Comparison {
            operands = List.copyOf(operands);
            relations = List.copyOf(relations);
        }
    }

    /** All of the operands hold ({@code and}). */
    record Conjunction(List<Expression> operands, Span span) implements Expression {
        public Conjunction {
            operands = List.copyOf(operands);
        }
    }

    /** One of the operands holds at least ({@code or}). */
    record Disjunction(List<Expression> operands, Span span) implements Expression {
        public Disjunction {
            operands = List.copyOf(operands);
        }
    }

    /** A component {@code W[i,j]}, or with primes its derivative, {@code z[i]'}. */
    record Indexed(Name name, List<Expression> indices, int primes, Span span) implements Expression {
        public Indexed {
            indices = List.copyOf(indices);
        }
    }

    /** {@code sum(i in 1..n, body)}. */
    record IndexedSum(Range range, Expression body, Span span) implements Expression {}
}
