package dev.prolong.conservation.direct;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.FaddeevLeVerrier;
import dev.prolong.algebra.linear.LinearKernel;
import dev.prolong.algebra.linear.SquareMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * First integrals {@code e^{−tA} P} of the functions P in an invariant space, by the eigenvalues of the matrix A there: for {@code λ}
 * rational in the parameters {@code e^{−λt} Σ_j (−t)^j/j! (D_t−λ)^j P}, for a pair {@code α ± iω} of a quadratic factor {@code e^{−αt}
 * (cos ωt P − sin ωt/ω (D_t−α) P)}. Eigenvalues of factors of higher degree are left out.
 */
final class Spectrum {
    private final Flow flow;
    private final DifferentialField field;
    private final InvariantSpace space;
    private final ISymbol lambda;
    private final IExpr t;
    private final Set<IExpr> integrals = new LinkedHashSet<>();
    private final List<IExpr> eigenfunctions = new ArrayList<>();

    Spectrum(Flow flow, InvariantSpace space, ISymbol lambda) {
        this.flow = flow;
        this.field = flow.field();
        this.space = space;
        this.lambda = lambda;
        this.t = flow.time();
        for (FieldElement factor : field.factors(characteristic())) {
            List<FieldElement> c = field.coefficients(factor, lambda);
            if (c.size() == 2) {
                rational(field.negate(field.divide(c.get(0), c.get(1))));
            } else if (c.size() == 3) {
                quadratic(field.divide(c.get(1), c.get(2)), field.divide(c.get(0), c.get(2)));
            }
        }
    }

    /** Those without t first. */
    List<IExpr> integrals() {
        List<IExpr> out = new ArrayList<>(integrals);
        out.sort(Comparator.comparing(
                        (IExpr e) -> !Expr.isFreeOf(e, flow.system().independent()))
                .thenComparing(Expr::size));
        return out;
    }

    /** The functions P with {@code D_t P = λ P} for λ other than zero. */
    List<IExpr> eigenfunctions() {
        return eigenfunctions;
    }

    /** {@code det(λ − A)}. */
    private FieldElement characteristic() {
        int n = space.dimension();
        FieldElement x = field.element(lambda);
        FieldElement det = field.power(x, n);
        FaddeevLeVerrier coefficients = new FaddeevLeVerrier(new SquareMatrix(field, space.action()));
        for (int k = 1; k <= n; k++) {
            det = field.add(det, field.multiply(coefficients.next(), field.power(x, n - k)));
        }
        return det;
    }

    /** The vectors y with {@code y M = 0}. */
    private List<List<FieldElement>> leftKernel(SquareMatrix m) {
        List<List<FieldElement>> transposed = new ArrayList<>();
        for (int c = 0; c < m.size(); c++) {
            List<FieldElement> row = new ArrayList<>();
            for (List<FieldElement> r : m.rows()) {
                row.add(r.get(c));
            }
            transposed.add(row);
        }
        return LinearKernel.of(field, transposed, m.size());
    }

    private SquareMatrix shifted(FieldElement eigenvalue) {
        return new SquareMatrix(field, space.action()).plus(field.negate(eigenvalue));
    }

    private void rational(FieldElement eigenvalue) {
        SquareMatrix one = shifted(eigenvalue);
        SquareMatrix m = one;
        int found = 0;
        while (true) {
            List<List<FieldElement>> generalised = leftKernel(m);
            if (generalised.size() == found) {
                return;
            }
            for (List<FieldElement> y : generalised) {
                chain(y, eigenvalue, found == 0);
            }
            found = generalised.size();
            m = m.times(one);
        }
    }

    /** The integral of one generalised eigenvector. */
    private void chain(List<FieldElement> start, FieldElement eigenvalue, boolean eigenvector) {
        List<IExpr> terms = new ArrayList<>();
        List<FieldElement> y = primitive(start);
        IExpr factor = Expr.ONE;
        for (int j = 0; y.stream().anyMatch(e -> !e.isZero()); j++) {
            terms.add(Expr.times(factor, tree(y)));
            factor = Expr.times(Expr.rational(-1, j + 1), factor, t);
            y = space.image(field, y, eigenvalue);
        }
        IExpr p = Expr.plus(terms);
        if (eigenvector && !eigenvalue.isZero()) {
            eigenfunctions.add(p);
        }
        integrals.add(Expr.times(damping(field.tree(eigenvalue)), p));
    }

    private List<FieldElement> primitive(List<FieldElement> y) {
        List<FieldElement> f = space.function(field, y);
        List<FieldElement> scaled = field.primitive(f);
        for (int k = 0; k < f.size(); k++) {
            if (!f.get(k).isZero()) {
                FieldElement factor = field.divide(scaled.get(k), f.get(k));
                return y.stream().map(e -> field.multiply(factor, e)).toList();
            }
        }
        return y;
    }

    private void quadratic(FieldElement minusTrace, FieldElement norm) {
        FieldElement alpha = field.divide(minusTrace, field.integer(-2));
        FieldElement square = field.subtract(norm, field.multiply(alpha, alpha));
        IExpr omega = field.squareRoot(square).map(field::tree).orElseGet(() -> Expr.sqrt(field.tree(square)));
        SquareMatrix shift = shifted(alpha);
        SquareMatrix m = shift.times(shift).plus(square);
        IExpr angle = Expr.times(omega, t);
        IExpr cos = Expr.apply(Elementary.COS, angle);
        IExpr sin = Expr.apply(Elementary.SIN, angle);
        for (List<FieldElement> start : leftKernel(m)) {
            List<FieldElement> y = primitive(start);
            IExpr p = tree(y);
            IExpr r = Expr.divide(tree(space.image(field, y, alpha)), omega);
            integrals.add(Expr.times(damping(field.tree(alpha)), Expr.minus(Expr.times(cos, p), Expr.times(sin, r))));
        }
    }

    /** {@code e^{−λt}}, a power where t is a logarithm. */
    private IExpr damping(IExpr eigenvalue) {
        return t.isAST(Elementary.LOG.head())
                ? Expr.power(Expr.arguments(t).get(0), Expr.negate(eigenvalue))
                : Expr.exp(Expr.times(Expr.MINUS_ONE, eigenvalue, t));
    }

    private IExpr tree(List<FieldElement> y) {
        return new Combination(space.candidates(), space.function(field, y)).tree(flow);
    }
}
