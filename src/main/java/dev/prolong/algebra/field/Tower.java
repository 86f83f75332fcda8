package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The variables of a field as it grows: which kernel each stands for, and what is known of them.
 *
 * <p>Room is fixed at the start, since polynomials of different length do not mix; where it runs out the field is built anew.
 */
final class Tower {
    private final int room;
    private final List<Kernel> kernels = new ArrayList<>();
    private final Map<IExpr, Integer> index = new HashMap<>();
    private final Set<ISymbol> coordinates;
    private final boolean everySymbolMoves;
    private final Set<Polynomial> positive = new HashSet<>();
    private final Arithmetic arithmetic;
    private boolean decisive = true;

    /**
     * @param room the greatest number of variables
     * @param coordinates symbols that are not constants; empty: all symbols
     */
    Tower(int room, Set<ISymbol> coordinates) {
        this.room = room;
        this.coordinates = coordinates;
        this.everySymbolMoves = coordinates.isEmpty();
        this.arithmetic = new Arithmetic(room, kernels);
    }

    /** The greatest number of variables: the length of every polynomial's exponents. */
    int room() {
        return room;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    List<Kernel> kernels() {
        return kernels;
    }

    /** The variable of this kernel, made if it is new; kernels with equal trees are one. */
    int variable(Kernel kernel) {
        Integer known = index.get(kernel.tree());
        if (known != null) {
            return known;
        }
        if (kernels.size() == room) {
            throw new OutsideFieldException(OutsideFieldException.Lack.VARIABLES, 2, "more kernels than room");
        }
        kernels.add(kernel);
        index.put(kernel.tree(), kernels.size() - 1);
        return kernels.size() - 1;
    }

    FieldElement element(Kernel kernel) {
        return arithmetic.variable(variable(kernel));
    }

    /** Says that there may be relations among the kernels that were not found, so that "not zero" is no proof. */
    void mayHideRelations() {
        decisive = false;
    }

    boolean decisive() {
        return decisive;
    }

    void assumePositive(Polynomial p) {
        positive.add(p);
    }

    Set<Polynomial> positives() {
        return positive;
    }

    /** Whether the symbol was named as one that varies. */
    boolean isCoordinate(ISymbol v) {
        return coordinates.contains(v);
    }

    /** Whether the symbol is not a constant of the field. */
    boolean moves(ISymbol v) {
        return everySymbolMoves || coordinates.contains(v);
    }

    /** Whether the kernel is a constant: no coordinate occurs in it. */
    boolean isConstant(int variable) {
        Kernel kernel = kernels.get(variable);
        if (kernel instanceof Kernel.Constant) {
            return true;
        }
        return Expr.symbols(kernel.tree()).stream().noneMatch(this::moves);
    }

    /** Sufficient: positive wherever its kernels are real. */
    boolean isPositive(Polynomial p) {
        return positive.contains(p) || hasPositiveTerms(p);
    }

    private boolean hasPositiveTerms(Polynomial p) {
        boolean strict = false;
        for (Polynomial.Term t : p.terms()) {
            if (t.coefficient().signum() < 0) {
                return false;
            }
            boolean definite = true;
            for (int i = 0; i < kernels.size(); i++) {
                int e = t.exponent(i);
                if (e > 0 && !isPositive(i)) {
                    if (e % 2 != 0) {
                        return false;
                    }
                    definite = false;
                }
            }
            strict |= definite;
        }
        return strict;
    }

    /**
     * Sufficient: smooth for all values of the symbols. The denominator has no zeros, tangents only enter through functions that are
     * smooth at their poles, and no kernel is real on a part of the space alone, which could fall into pieces; nor is there a constant of
     * integration, which another piece may have for its own.
     */
    boolean isSmooth(FieldElement g) {
        if (!hasPositiveTerms(g.denominator())) {
            return false;
        }
        for (int i = 0; i < kernels.size(); i++) {
            int above = g.numerator().degree(i);
            int below = g.denominator().degree(i);
            if (above == 0 && below == 0) {
                continue;
            }
            boolean smooth = kernels.get(i) instanceof Kernel.HalfTangent
                    ? above <= below && hasPositiveTerms(g.denominator().leading(i))
                    : isSmooth(kernels.get(i));
            if (!smooth) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is linear in free symbols together, constant term included. */
    boolean isLinear(FieldElement g) {
        return g.denominator().isConstant()
                && g.numerator().terms().stream()
                        .allMatch(t -> t.exponents().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                <= 1)
                && IntStream.range(0, kernels.size())
                        .allMatch(i -> kernels.get(i) instanceof Kernel.Free
                                || g.numerator().degree(i) == 0);
    }

    private boolean isSmooth(Kernel kernel) {
        if (kernel instanceof Kernel.Exponential e) {
            return isSmooth(e.exponent());
        }
        if (kernel instanceof Kernel.Root r) {
            return hasPositiveTerms(r.radicand()) && isSmooth(arithmetic.of(r.radicand()));
        }
        if (kernel instanceof Kernel.Logarithm l) {
            return hasPositiveTerms(l.argument()) && isSmooth(arithmetic.of(l.argument()));
        }
        return kernel instanceof Kernel.Free
                || kernel instanceof Kernel.Constant c && Expr.symbols(c.tree()).isEmpty()
                || kernel instanceof Kernel.Primitive p && p.smooth();
    }

    private boolean isPositive(int variable) {
        Kernel kernel = kernels.get(variable);
        if (kernel instanceof Kernel.Exponential) {
            return true;
        }
        if (kernel instanceof Kernel.Root root) {
            return root.degree() % 2 == 0;
        }
        if (kernel instanceof Kernel.Constant c) {
            return c.tree().equals(Expr.PI) || c.tree().equals(Expr.E);
        }
        return kernel instanceof Kernel.Free && positive.contains(Polynomial.variable(room, variable));
    }
}
