package dev.prolong.conservation.direct;

import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.SmallFactors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Functions p that divide {@code D_t p}: their zero sets are invariant. Among the atoms; and, for rational fields, all irreducible
 * polynomials of small degree, as factors of the extactic determinant {@code det(V^i m_j)} over the monomials m up to the degree.
 *
 * <p>Source: Christopher, Llibre, Pereira, Multiplicity of invariant algebraic curves in polynomial vector fields, Pacific J. Math. 229
 * (2007).
 */
final class DarbouxPolynomials {
    /** The most terms that an entry of the determinant may have. */
    private static final int LARGEST_ENTRY = 300;

    private final Flow flow;
    private final DifferentialField field;

    private DarbouxPolynomials(Flow flow) {
        this.flow = flow;
        this.field = flow.field();
    }

    /** Those of degree up to this one; of higher degree only the atoms themselves. Those known are among them. */
    static List<IExpr> of(Flow flow, int degree, Set<IExpr> known) {
        DarbouxPolynomials search = new DarbouxPolynomials(flow);
        Set<FieldElement> out = new LinkedHashSet<>();
        known.forEach(p -> out.add(search.field.element(p)));
        for (int i = 0; i < flow.atoms().size(); i++) {
            FieldElement a = flow.element(i);
            if (search.divides(a)) {
                out.add(a);
            }
        }
        boolean rational =
                flow.atoms().stream().allMatch(a -> a.tree() instanceof ISymbol || a.least() < 0 && a.most() == 0);
        if (rational && degree > 0) {
            search.extactic(degree, out).stream().filter(search::divides).forEach(out::add);
        }
        return out.stream().map(search.field::tree).toList();
    }

    /** Whether {@code D_t p / p} has no pole where p vanishes, and p is no constant. */
    private boolean divides(FieldElement p) {
        if (p.isZero() || field.isConstant(p)) {
            return false;
        }
        FieldElement cofactor = field.divide(flow.rate(p), p);
        return Collections.disjoint(field.poles(cofactor), field.factors(p));
    }

    /** Factors of the extactic determinant; none where all that can be of this degree are known. */
    private List<FieldElement> extactic(int degree, Set<FieldElement> known) {
        List<Atom> coordinates = flow.atoms().stream()
                .filter(a -> a.tree() instanceof ISymbol)
                .map(a -> Atom.positive(a.tree()))
                .toList();
        List<int[]> monomials = Monomials.upTo(degree, coordinates, 60);
        FieldElement scale = field.integer(1);
        Set<FieldElement> explained = new LinkedHashSet<>(known);
        for (Atom a : coordinates) {
            for (FieldElement pole : field.poles(flow.rate(field.element(a.tree())))) {
                scale = field.multiply(scale, pole);
                explained.add(pole);
            }
        }
        List<List<FieldElement>> rows = new ArrayList<>();
        List<FieldElement> row = new ArrayList<>();
        for (int[] m : monomials) {
            row.add(monomial(coordinates, m));
        }
        for (int i = 0; i < monomials.size(); i++) {
            rows.add(row);
            List<FieldElement> next = new ArrayList<>();
            for (FieldElement e : row) {
                FieldElement d = field.multiply(scale, flow.rate(e));
                if (d.size() > LARGEST_ENTRY) {
                    return List.of();
                }
                next.add(d);
            }
            row = next;
        }
        return new SmallFactors(field, rows, List.copyOf(explained), degree).surelyNone()
                ? List.of()
                : field.factors(common(determinant(rows)));
    }

    /** The common divisor of e and {@code D_t e}: without the factors of e that occur once and do not divide their own rate. */
    private FieldElement common(FieldElement e) {
        FieldElement rate = flow.rate(e);
        return rate.isZero()
                ? e
                : field.divide(e, field.primitive(List.of(e, rate)).get(0));
    }

    private FieldElement monomial(List<Atom> coordinates, int[] exponents) {
        FieldElement out = field.integer(1);
        for (int i = 0; i < exponents.length; i++) {
            out = field.multiply(
                    out, field.power(field.element(coordinates.get(i).tree()), exponents[i]));
        }
        return out;
    }

    /** By elimination without fractions (Bareiss). */
    private FieldElement determinant(List<List<FieldElement>> rows) {
        List<List<FieldElement>> m = new ArrayList<>();
        rows.forEach(r -> m.add(new ArrayList<>(r)));
        FieldElement previous = field.integer(1);
        int n = m.size();
        for (int k = 0; k < n - 1; k++) {
            int pivot = k;
            while (pivot < n && m.get(pivot).get(k).isZero()) {
                pivot++;
            }
            if (pivot == n) {
                return field.integer(0);
            }
            Collections.swap(m, k, pivot);
            for (int i = k + 1; i < n; i++) {
                for (int j = k + 1; j < n; j++) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new java.util.concurrent.CancellationException("interrupted");
                    }
                    FieldElement minor = field.subtract(
                            field.multiply(m.get(k).get(k), m.get(i).get(j)),
                            field.multiply(m.get(i).get(k), m.get(k).get(j)));
                    m.get(i).set(j, field.divide(minor, previous));
                }
            }
            previous = m.get(k).get(k);
        }
        return m.get(n - 1).get(n - 1);
    }
}
