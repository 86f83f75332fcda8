package dev.prolong.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The constructors of expression trees.
 *
 * <p>Trees are Symja's {@link IExpr}, but never evaluated by Symja: each constructor here brings its result to a light canonical form
 * (flat sums and products in a fixed order, rational numbers folded, like terms and equal bases collected, parity and special values
 * at 0 applied). Equal trees are equal functions; the converse is decided in {@code algebra.field}.
 */
public final class Expr {
    public static final IExpr ZERO = F.C0;
    public static final IExpr ONE = F.C1;
    public static final IExpr MINUS_ONE = F.CN1;
    public static final IExpr TWO = F.C2;
    public static final IExpr HALF = Numbers.quotient(BigInteger.ONE, BigInteger.TWO);
    public static final ISymbol PI = S.Pi;
    public static final ISymbol E = S.E;

    private Expr() {}

    /** The symbol of this name; equal names give the same symbol, and none is ever one of Symja's built-in symbols. */
    public static ISymbol symbol(String name) {
        return Symbols.of(name);
    }

    public static IExpr integer(long n) {
        return F.ZZ(n);
    }

    public static IExpr integer(BigInteger n) {
        return F.ZZ(n);
    }

    /** The rational number {@code n/d}; {@code d} must not be zero. */
    public static IExpr rational(BigInteger n, BigInteger d) {
        return Numbers.quotient(n, d);
    }

    public static IExpr rational(long n, long d) {
        return Numbers.quotient(BigInteger.valueOf(n), BigInteger.valueOf(d));
    }

    public static IExpr plus(IExpr... terms) {
        return Sums.of(List.of(terms));
    }

    public static IExpr plus(Collection<? extends IExpr> terms) {
        return Sums.of(terms);
    }

    public static IExpr minus(IExpr a, IExpr b) {
        return plus(a, negate(b));
    }

    public static IExpr negate(IExpr a) {
        return times(MINUS_ONE, a);
    }

    public static IExpr times(IExpr... factors) {
        return Products.of(List.of(factors));
    }

    public static IExpr times(Collection<? extends IExpr> factors) {
        return Products.of(factors);
    }

    public static IExpr divide(IExpr a, IExpr b) {
        return times(a, power(b, MINUS_ONE));
    }

    public static IExpr power(IExpr base, IExpr exponent) {
        return Powers.of(base, exponent);
    }

    public static IExpr power(IExpr base, long exponent) {
        return Powers.of(base, F.ZZ(exponent));
    }

    /** {@code e^(c log u + ..) = u^c e^(..)}. */
    public static IExpr expOfLogarithms(IExpr exponent) {
        return Powers.ofLogarithms(exponent);
    }

    public static IExpr exp(IExpr x) {
        return power(E, x);
    }

    public static IExpr sqrt(IExpr x) {
        return power(x, HALF);
    }

    public static IExpr log(IExpr x) {
        return apply(Elementary.LOG, x);
    }

    public static IExpr abs(IExpr x) {
        return apply(Elementary.ABS, x);
    }

    /** {@code f(arguments)} for an elementary function, special values and parity applied. */
    public static IExpr apply(Elementary f, IExpr... arguments) {
        return Applications.of(f, List.of(arguments));
    }

    /** {@code f(arguments)} for an arbitrary function {@code f}. */
    public static IExpr apply(ISymbol f, List<? extends IExpr> arguments) {
        return F.ast(arguments.toArray(IExpr[]::new), f);
    }

    /** The derivative of an arbitrary function, {@code orders[i]} times in its i-th argument, at the arguments. */
    public static IExpr applyDerivative(ISymbol f, List<Integer> orders, List<? extends IExpr> arguments) {
        if (orders.stream().allMatch(k -> k == 0)) {
            return apply(f, arguments);
        }
        IExpr[] counts = orders.stream().map(k -> (IExpr) F.ZZ(k)).toArray(IExpr[]::new);
        IExpr operator = F.ast(new IExpr[] {f}, F.ast(counts, S.Derivative));
        return F.ast(arguments.toArray(IExpr[]::new), operator);
    }

    /** The unevaluated definite integral of {@code f} in {@code s} from {@code a} to {@code b}. */
    public static IExpr integral(IExpr f, ISymbol s, IExpr a, IExpr b) {
        if (f.equals(ZERO) || a.equals(b)) {
            return ZERO;
        }
        return F.ast(new IExpr[] {f, F.ast(new IExpr[] {s, a, b}, S.List)}, S.Integrate);
    }

    /** Expressions side by side: {@code (a, b, c)}. Tuples are shown, not calculated with. */
    public static IExpr tuple(List<? extends IExpr> parts) {
        return F.ast(parts.toArray(new IExpr[0]), S.List);
    }

    public static boolean isTuple(IExpr e) {
        return e.isAST(S.List);
    }

    /** {@code piecewise(c1: e1, ..., otherwise: e)}. */
    public static IExpr piecewise(List<Branch> branches, IExpr otherwise) {
        IExpr[] rows = branches.stream()
                .map(b -> (IExpr) F.ast(new IExpr[] {b.value(), b.condition()}, S.List))
                .toArray(IExpr[]::new);
        if (rows.length == 0) {
            return otherwise;
        }
        return F.ast(new IExpr[] {F.ast(rows, S.List), otherwise}, S.Piecewise);
    }

    /** One branch of {@link #piecewise}: {@code condition: value}. */
    public record Branch(IExpr condition, IExpr value) {}

    /** The branches of a {@code piecewise} tree, without its last. */
    public static List<Branch> branches(IAST piecewise) {
        List<Branch> out = new ArrayList<>();
        IAST rows = (IAST) piecewise.arg1();
        for (int i = 1; i < rows.size(); i++) {
            IAST row = (IAST) rows.get(i);
            out.add(new Branch(row.arg2(), row.arg1()));
        }
        return out;
    }

    public static boolean isPiecewise(IExpr e) {
        return e.isAST(S.Piecewise);
    }

    public static boolean isIntegral(IExpr e) {
        return e.isAST(S.Integrate)
                && ((IAST) e).size() == 3
                && ((IAST) e).arg2().isList();
    }

    public static boolean isNumber(IExpr e) {
        return e instanceof IRational;
    }

    public static boolean isSum(IExpr e) {
        return e.isAST(S.Plus);
    }

    public static boolean isProduct(IExpr e) {
        return e.isAST(S.Times);
    }

    public static boolean isPower(IExpr e) {
        return e.isAST(S.Power);
    }

    /** An application {@code f(..)} or derivative {@code f'(..)} of an arbitrary function. */
    public static boolean isArbitrary(IExpr e) {
        return e instanceof IAST a && (a.head() instanceof ISymbol h ? Symbols.isOurs(h) : a.head() instanceof IAST);
    }

    /** The terms of a sum; a single term is a list of one, zero of none. */
    public static List<IExpr> terms(IExpr e) {
        return e.equals(ZERO) ? List.of() : isSum(e) ? arguments(e) : List.of(e);
    }

    /** The factors of a product; a single factor is a list of one. */
    public static List<IExpr> factors(IExpr e) {
        return isProduct(e) ? arguments(e) : List.of(e);
    }

    /** The arguments of an application. */
    public static List<IExpr> arguments(IExpr e) {
        if (!(e instanceof IAST a)) {
            return List.of();
        }
        List<IExpr> out = new ArrayList<>(a.argSize());
        for (int i = 1; i < a.size(); i++) {
            out.add(a.get(i));
        }
        return out;
    }

    /** The tree with this head and these arguments, brought to canonical form; the way to rebuild any tree. */
    public static IExpr rebuild(IExpr head, List<? extends IExpr> arguments) {
        return Rebuild.of(head, arguments);
    }

    /** Replaces every subtree that is a key; simultaneous, bound integration variables are left alone. */
    public static IExpr substitute(IExpr e, Map<? extends IExpr, ? extends IExpr> replacements) {
        return replacements.isEmpty() ? e : Rebuild.substitute(e, replacements);
    }

    public static IExpr substitute(IExpr e, IExpr from, IExpr to) {
        return Rebuild.substitute(e, Map.of(from, to));
    }

    /** The free symbols of a tree in the order of their names (constants pi and e are not symbols, nor are function heads). */
    public static Set<ISymbol> symbols(IExpr e) {
        Set<ISymbol> found = new HashSet<>();
        Rebuild.collectSymbols(e, found);
        Set<ISymbol> out = new TreeSet<>(Order.INSTANCE);
        out.addAll(found);
        return out;
    }

    public static boolean isFreeOf(IExpr e, ISymbol symbol) {
        return isFreeOf(e, Set.of(symbol));
    }

    /** Whether none of the symbols is in the tree, but for those that an integral binds. */
    public static boolean isFreeOf(IExpr e, Set<ISymbol> symbols) {
        return !Rebuild.contains(e, symbols);
    }

    /** All subtrees that satisfy the test, outermost first, each once; of an integral its limits, not what it binds. */
    public static Set<IExpr> subtrees(IExpr e, Predicate<IExpr> test) {
        Set<IExpr> out = new LinkedHashSet<>();
        Rebuild.collectSubtrees(e, test, out);
        return out;
    }

    /** Nodes of the tree: its size as a measure of work. */
    public static long size(IExpr e) {
        return Rebuild.size(e);
    }
}
