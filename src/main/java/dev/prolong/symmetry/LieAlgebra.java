package dev.prolong.symmetry;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A Lie algebra by its structure constants {@code [e_i, e_j] = Σ_k c[i][j][k] e_k}.
 *
 * <p>Source: de Graaf, Lie Algebras: Theory and Algorithms, ch. 1 to 4.
 */
final class LieAlgebra {
    private static final int LARGEST = 50;

    private final int n;
    private final Fraction[][][] c;

    LieAlgebra(Fraction[][][] c) {
        this.n = c.length;
        this.c = c;
    }

    static Optional<LieAlgebra> of(List<List<IExpr>> commutators) {
        int n = commutators.size();
        if (n == 0 || n > LARGEST) {
            return Optional.empty();
        }
        List<ISymbol> names = new ArrayList<>();
        for (int k = 1; k <= n; k++) {
            names.add(Expr.symbol("X" + k));
        }
        Map<IExpr, IExpr> generic = new LinkedHashMap<>();
        Fraction[][][] c = new Fraction[n][n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                IExpr entry = commutators.get(i).get(j);
                for (int k = 0; k < n; k++) {
                    IExpr a = Differentiation.derivative(entry, names.get(k));
                    for (ISymbol s : Expr.symbols(a)) {
                        generic.computeIfAbsent(s, x -> Expr.rational(10_007L + 101L * generic.size(), 997));
                    }
                    if (!(Expr.substitute(a, generic) instanceof IRational q)) {
                        return Optional.empty();
                    }
                    c[i][j][k] = new Fraction(q.toBigNumerator(), q.toBigDenominator());
                }
            }
        }
        return Optional.of(new LieAlgebra(c));
    }

    int dimension() {
        return n;
    }

    Fraction[] bracket(Fraction[] x, Fraction[] y) {
        Fraction[] out = zero();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n && !x[i].isZero(); j++) {
                Fraction f = x[i].times(y[j]);
                for (int k = 0; k < n && !f.isZero(); k++) {
                    if (!c[i][j][k].isZero()) {
                        out[k] = out[k].plus(f.times(c[i][j][k]));
                    }
                }
            }
        }
        return out;
    }

    Fraction[] zero() {
        Fraction[] out = new Fraction[n];
        Arrays.fill(out, Fraction.ZERO);
        return out;
    }

    Fraction[] unit(int i) {
        Fraction[] out = zero();
        out[i] = new Fraction(BigInteger.ONE, BigInteger.ONE);
        return out;
    }

    Subspace whole() {
        Subspace out = new Subspace(n);
        for (int i = 0; i < n; i++) {
            out.add(unit(i));
        }
        return out;
    }

    Subspace brackets(Subspace a, Subspace b) {
        Subspace out = new Subspace(n);
        for (Fraction[] x : a.basis()) {
            for (Fraction[] y : b.basis()) {
                out.add(bracket(x, y));
            }
        }
        return out;
    }

    AlgebraStructure structure() {
        List<Integer> derived = new ArrayList<>();
        Subspace g = whole();
        while (derived.isEmpty() || derived.get(derived.size() - 1) != g.dimension()) {
            derived.add(g.dimension());
            g = brackets(g, g);
        }
        List<Integer> central = new ArrayList<>();
        Subspace all = whole();
        g = all;
        while (central.isEmpty() || central.get(central.size() - 1) != g.dimension()) {
            central.add(g.dimension());
            g = brackets(all, g);
        }
        AlgebraStructure anonymous = new AlgebraStructure(
                Optional.empty(), derived, central, center(), radical().dimension());
        return new AlgebraStructure(
                AlgebraName.of(this, anonymous), derived, central, anonymous.center(), anonymous.radical());
    }

    private int center() {
        Subspace conditions = new Subspace(n);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                Fraction[] row = new Fraction[n];
                for (int i = 0; i < n; i++) {
                    row[i] = c[i][j][k];
                }
                conditions.add(row);
            }
        }
        return n - conditions.dimension();
    }

    /** {@code κ(e_i, e_j) = tr(ad e_i ad e_j)}. */
    Fraction[][] killing() {
        Fraction[][] out = new Fraction[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                Fraction sum = Fraction.ZERO;
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        if (!c[i][k][l].isZero() && !c[j][l][k].isZero()) {
                            sum = sum.plus(c[i][k][l].times(c[j][l][k]));
                        }
                    }
                }
                out[i][j] = sum;
                out[j][i] = sum;
            }
        }
        return out;
    }

    /** The orthogonal complement of the derived algebra under the Killing form. */
    Subspace radical() {
        Fraction[][] killing = killing();
        Subspace conditions = new Subspace(n);
        for (Fraction[] y : brackets(whole(), whole()).basis()) {
            Fraction[] row = zero();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    row[i] = row[i].plus(killing[i][j].times(y[j]));
                }
            }
            conditions.add(row);
        }
        Subspace out = new Subspace(n);
        conditions.annihilator().forEach(out::add);
        return out;
    }

    /** The algebra modulo an ideal. */
    LieAlgebra modulo(Subspace ideal) {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!ideal.pivots().contains(i)) {
                rest.add(i);
            }
        }
        int m = rest.size();
        Fraction[][][] q = new Fraction[m][m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                Fraction[] b = ideal.reduce(c[rest.get(i)][rest.get(j)]);
                for (int k = 0; k < m; k++) {
                    q[i][j][k] = b[rest.get(k)];
                }
            }
        }
        return new LieAlgebra(q);
    }

    /** The dimension of the linear maps that commute with every {@code ad x}: for a semisimple algebra 1 only if it is simple. */
    int centroid() {
        Subspace conditions = new Subspace(n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < n; l++) {
                    // Σ_k c[i][j][k] φ[k][l] = Σ_k φ[j][k] c[i][k][l]
                    Fraction[] row = new Fraction[n * n];
                    Arrays.fill(row, Fraction.ZERO);
                    for (int k = 0; k < n; k++) {
                        row[k * n + l] = row[k * n + l].plus(c[i][j][k]);
                        row[j * n + k] = row[j * n + k].minus(c[i][k][l]);
                    }
                    conditions.add(row);
                }
            }
        }
        return n * n - conditions.dimension();
    }
}
