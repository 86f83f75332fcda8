package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The equation {@code y' = f(x, y)} with a differential field in which f lies.
 *
 * <p>{@code ξ ∂_x + η ∂_y} is a symmetry exactly if {@code Q = η − ξ f} solves {@code Q_x + f Q_y = f_y Q}; so {@code Q ∂_y} is one too,
 * and {@code 1/Q} an integrating factor. Source: Olver, Applications of Lie Groups to Differential Equations (2nd ed.), section 2.5.
 */
final class PlaneEquation {
    private final ISymbol x;
    private final ISymbol y;
    private final IExpr tree;
    private final List<Assumption> assumptions;
    private final DifferentialField field;
    private final FieldElement f;

    private PlaneEquation(ISymbol x, ISymbol y, IExpr tree, List<Assumption> assumptions) {
        this.x = x;
        this.y = y;
        this.tree = tree;
        this.assumptions = assumptions;
        List<IExpr> expressions = new ArrayList<>(List.of(x, y));
        expressions.addAll(separated(tree));
        expressions.add(tree);
        this.field = DifferentialField.of(expressions, Set.of(x, y), assumptions);
        this.f = field.element(tree);
    }

    /** @throws dev.prolong.algebra.field.NotSmoothException where f has cases */
    static PlaneEquation of(ISymbol x, ISymbol y, IExpr f, List<Assumption> assumptions) {
        return new PlaneEquation(x, y, f, assumptions);
    }

    /** {@code dx/dy = 1/f}. */
    PlaneEquation swapped() {
        return new PlaneEquation(y, x, Expr.power(tree, -1), assumptions);
    }

    /** Exponentials and waves of {@code a(x) + b(y)} by those of a and b, so that they factor. */
    private Set<IExpr> separated(IExpr e) {
        Set<IExpr> out = new LinkedHashSet<>();
        for (IExpr node : Expr.subtrees(e, n -> n instanceof IAST a && a.argSize() > 0)) {
            IAST a = (IAST) node;
            boolean exponential = Expr.isPower(node) && a.arg1().equals(Expr.E);
            IExpr argument = exponential ? a.arg2() : a.arg1();
            if (!Expr.isSum(argument)
                    || !exponential && Elementary.byHead(a.head()).isEmpty()
                    || a.isAST(Elementary.LOG.head())) {
                continue;
            }
            List<IExpr> ofX = new ArrayList<>();
            List<IExpr> ofY = new ArrayList<>();
            List<IExpr> rest = new ArrayList<>();
            for (IExpr term : Expr.arguments(argument)) {
                boolean noX = Expr.isFreeOf(term, x);
                boolean noY = Expr.isFreeOf(term, y);
                (noX ? ofY : noY ? ofX : rest).add(term);
            }
            if (!ofX.isEmpty() && !ofY.isEmpty() && rest.isEmpty()) {
                for (IExpr part : List.of(Expr.plus(ofX), Expr.plus(ofY))) {
                    out.add(exponential ? Expr.exp(part) : Expr.rebuild(a.head(), List.of(part)));
                }
            }
        }
        return out;
    }

    ISymbol x() {
        return x;
    }

    ISymbol y() {
        return y;
    }

    IExpr tree() {
        return tree;
    }

    List<Assumption> assumptions() {
        return assumptions;
    }

    DifferentialField field() {
        return field;
    }

    FieldElement f() {
        return f;
    }

    FieldElement byX(FieldElement e) {
        return field.derivative(e, x);
    }

    FieldElement byY(FieldElement e) {
        return field.derivative(e, y);
    }

    /** The derivative along solutions, {@code e_x + f e_y}. */
    FieldElement rate(FieldElement e) {
        return field.add(byX(e), field.multiply(f, byY(e)));
    }

    boolean isFreeOfX(FieldElement e) {
        return !field.involves(e, x);
    }

    boolean isFreeOfY(FieldElement e) {
        return !field.involves(e, y);
    }

    /** An element as a tree. */
    IExpr plain(FieldElement e) {
        return field.tree(e);
    }

    /** {@code η − ξ f}. */
    IExpr characteristic(PlaneSymmetry s) {
        return Expr.minus(s.eta(), Expr.times(s.xi(), tree));
    }

    /** Whether the field is a symmetry, decided. */
    boolean admits(PlaneSymmetry s) {
        IExpr q = characteristic(s);
        IExpr residual = Expr.plus(
                Differentiation.derivative(q, x),
                Expr.times(tree, Differentiation.derivative(q, y)),
                Expr.negate(Expr.times(Differentiation.derivative(tree, y), q)));
        return ZeroDecision.isZero(residual, assumptions);
    }

    /** Whether its characteristic is zero: it moves every solution into itself. */
    boolean isTrivial(PlaneSymmetry s) {
        return ZeroDecision.isZero(characteristic(s), assumptions);
    }
}
