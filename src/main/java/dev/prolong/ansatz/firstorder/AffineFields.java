package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.RowReduction;
import dev.prolong.equation.AnsatzChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** Infinitesimals that are polynomials of total degree at most one: translations, scalings, rotations, shears. */
final class AffineFields implements Method {
    @Override
    public String form() {
        return "polynomials of total degree one";
    }

    @Override
    public Optional<Finding> find(PlaneEquation e) {
        DifferentialField k = e.field();
        List<IExpr> monomials = List.of(Expr.ONE, e.x(), e.y());
        List<FieldElement> columns = new ArrayList<>();
        FieldElement fx = e.byX(e.f());
        FieldElement fy = e.byY(e.f());
        for (IExpr m : monomials) {
            FieldElement g = k.element(m);
            // −g_x f − g_y f² − g f_x
            columns.add(k.negate(k.add(k.multiply(e.f(), e.rate(g)), k.multiply(g, fx))));
        }
        for (IExpr m : monomials) {
            FieldElement g = k.element(m);
            columns.add(k.subtract(e.rate(g), k.multiply(g, fy)));
        }
        List<List<FieldElement>> kernel = RowReduction.of(k, k.split(columns)).kernel(k, columns.size());
        if (kernel.isEmpty()) {
            return Optional.empty();
        }
        List<PlaneSymmetry> symmetries =
                kernel.stream().map(v -> symmetry(k, v, monomials)).toList();
        return Optional.of(new Finding(
                symmetries,
                new AnsatzChoice(AnsatzChoice.Kind.POLYNOMIAL, 1, Map.of()),
                Optional.of(kernel.size()),
                "linear algebra",
                "Both infinitesimals are taken as polynomials of degree 1. The coefficients of linearly independent functions give"
                        + " linear equations for their six coefficients.",
                "Bluman and Anco, section 3.2"));
    }

    private static PlaneSymmetry symmetry(DifferentialField k, List<FieldElement> v, List<IExpr> monomials) {
        List<FieldElement> whole = cleared(k, v);
        List<IExpr> xi = new ArrayList<>();
        List<IExpr> eta = new ArrayList<>();
        for (int i = 0; i < monomials.size(); i++) {
            xi.add(Expr.times(k.tree(whole.get(i)), monomials.get(i)));
            eta.add(Expr.times(k.tree(whole.get(i + monomials.size())), monomials.get(i)));
        }
        return new PlaneSymmetry(Expr.plus(xi), Expr.plus(eta));
    }

    /** Without denominators. */
    private static List<FieldElement> cleared(DifferentialField k, List<FieldElement> v) {
        FieldElement common = k.integer(1);
        for (FieldElement a : v) {
            common = k.multiply(common, k.denominator(k.multiply(a, common)));
        }
        FieldElement factor = common;
        return v.stream().map(a -> k.multiply(a, factor)).toList();
    }
}
