package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.symmetry.Generator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The columns of the equivalence ansatz: {@code T} in {@code 1, t}, each {@code X_i} in {@code 1, x} and, where few, times t, each {@code
 * Θ_j} in {@code 1, θ}. Where the system falls into parts that share parameters only, each part may have its own {@code T}, written in
 * the equivalent form {@code −T f ∂_x}.
 */
final class EquivalenceSpan {
    /** Beyond this many columns the factor t is left out. */
    private static final int MANY = 400;

    /** What a column stands for. */
    sealed interface Column {
        /** {@code t^power (∂_t + f ∂_x)} taken from the states of one part. */
        record Time(Set<Integer> part, int power) implements Column {}

        /** {@code t^power m ∂_{x_i}}, m a state or, for a negative index, 1. */
        record State(int i, int monomial, int power) implements Column {}

        /** {@code m ∂_{θ_j}}, m a parameter or, for a negative index, 1. */
        record Parameter(int j, int monomial) implements Column {}
    }

    private final DifferentialSystem system;
    private final List<Set<Integer>> parts;
    private final List<Column> columns = new ArrayList<>();

    EquivalenceSpan(DifferentialSystem system) {
        this.system = system;
        this.parts = Parts.of(system);
        int n = system.states().size();
        int p = system.parameters().size();
        for (int power = 0; power <= 1; power++) {
            for (Set<Integer> part : parts) {
                columns.add(new Column.Time(part, power));
            }
        }
        boolean few = n * (n + 1) + p * (p + 1) <= MANY;
        for (int power = 0; power <= (few ? 1 : 0); power++) {
            for (int i = 0; i < n; i++) {
                for (int m = -1; m < n; m++) {
                    columns.add(new Column.State(i, m, power));
                }
            }
        }
        for (int j = 0; j < p; j++) {
            for (int m = -1; m < p; m++) {
                columns.add(new Column.Parameter(j, m));
            }
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** What moves t or a state weighs more, so that the generators of the basis move few of them. */
    int[] weights() {
        return columns.stream()
                .mapToInt(c -> c instanceof Column.Parameter ? 1 : 4)
                .toArray();
    }

    /** The field with these coefficients, multiplied up to whole numbers, the first of them positive. */
    Generator generator(List<IExpr> coefficients) {
        ISymbol t = system.independent();
        List<List<IExpr>> states = new ArrayList<>();
        system.states().forEach(s -> states.add(new ArrayList<>()));
        List<List<IExpr>> parameters = new ArrayList<>();
        system.parameters().forEach(s -> parameters.add(new ArrayList<>()));
        List<IExpr> time = new ArrayList<>();
        List<IExpr> whole = whole(coefficients);
        for (int c = 0; c < columns.size(); c++) {
            IExpr a = whole.get(c);
            if (a.equals(Expr.ZERO)) {
                continue;
            }
            Column column = columns.get(c);
            if (column instanceof Column.Time k) {
                IExpr factor = Expr.times(a, Expr.power(t, k.power()));
                if (isCommon(k.power(), whole)) {
                    if (k.part().contains(0)) {
                        time.add(factor);
                    }
                } else {
                    k.part()
                            .forEach(i -> states.get(i)
                                    .add(Expr.negate(Expr.times(
                                            factor, system.equations().get(i).rhs()))));
                }
            } else if (column instanceof Column.State s) {
                IExpr m = s.monomial() < 0 ? Expr.ONE : system.states().get(s.monomial());
                states.get(s.i()).add(Expr.times(a, Expr.power(t, s.power()), m));
            } else if (column instanceof Column.Parameter p) {
                IExpr m = p.monomial() < 0 ? Expr.ONE : system.parameters().get(p.monomial());
                parameters.get(p.j()).add(Expr.times(a, m));
            }
        }
        List<ISymbol> coordinates = new ArrayList<>(system.jetSpace().base());
        coordinates.addAll(system.parameters());
        List<IExpr> components = new ArrayList<>(List.of(Expr.plus(time)));
        states.forEach(s -> components.add(Expr.plus(s)));
        parameters.forEach(s -> components.add(Expr.plus(s)));
        return new Generator(coordinates, components);
    }

    /** Whether all parts have the same coefficient of this power of t, so that it is that of {@code ∂_t}. */
    private boolean isCommon(int power, List<IExpr> coefficients) {
        Set<IExpr> values = new java.util.HashSet<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c) instanceof Column.Time k && k.power() == power) {
                values.add(coefficients.get(c));
            }
        }
        return values.size() == 1;
    }

    private static List<IExpr> whole(List<IExpr> coefficients) {
        BigInteger common = BigInteger.ONE;
        int sign = 0;
        for (IExpr q : coefficients) {
            IRational r = (IRational) q;
            BigInteger d = r.toBigDenominator();
            common = common.multiply(d.divide(common.gcd(d)));
            sign = sign == 0 ? r.toBigNumerator().signum() : sign;
        }
        IExpr factor = Expr.integer(sign < 0 ? common.negate() : common);
        return coefficients.stream().map(q -> Expr.times(factor, q)).toList();
    }
}
