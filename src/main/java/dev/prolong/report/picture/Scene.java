package dev.prolong.report.picture;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.symmetry.Generator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A system with numbers for its parameters: its coordinates {@code t, x, x', ..} and its functions as functions of doubles.
 *
 * @param values one number for each parameter
 */
public record Scene(DifferentialSystem system, Map<ISymbol, Double> values) {
    private static final double[] ORDINARY = {1, 0.5, 0.8, 0.3, 1.2, 0.6, 0.9, 0.4};

    public Scene {
        values = new LinkedHashMap<>(values);
    }

    /** The system with small ordinary numbers that satisfy the assumptions on single parameters. */
    public static Scene of(DifferentialSystem system) {
        Map<ISymbol, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < system.parameters().size(); i++) {
            ISymbol p = system.parameters().get(i);
            boolean negative = system.assumptions().stream()
                    .anyMatch(a -> a.expression().equals(p)
                            && (a.relation() == Assumption.Relation.NEGATIVE
                                    || a.relation() == Assumption.Relation.NONPOSITIVE));
            double size = ORDINARY[i % ORDINARY.length];
            values.put(p, negative ? -size : size);
        }
        return new Scene(system, values);
    }

    /** {@code t}, then each state with its derivatives below the order of its equation. */
    List<ISymbol> coordinates() {
        return system.jetSpace().free();
    }

    /** A tree as a function of the coordinates, with the parameters at their values. */
    DoubleEvaluation function(IExpr e) {
        List<ISymbol> variables = new ArrayList<>(coordinates());
        variables.addAll(values.keySet());
        return DoubleEvaluation.of(e, variables);
    }

    /** With numbers for the constants, too, that these trees name beside the coordinates and parameters. */
    Scene withConstantsOf(List<IExpr> trees) {
        Map<ISymbol, Double> more = new LinkedHashMap<>(values);
        for (IExpr e : trees) {
            for (ISymbol s : Expr.symbols(e)) {
                boolean known = coordinates().contains(s) || s.equals(Expr.PI) || s.equals(Expr.E) || isBound(e, s);
                if (!known) {
                    more.computeIfAbsent(s, k -> ORDINARY[more.size() % ORDINARY.length]);
                }
            }
        }
        return new Scene(system, more);
    }

    /** Whether a tree has a value here: no functions that only have a name, no names but those of the system. */
    boolean knows(IExpr e) {
        List<ISymbol> known = new ArrayList<>(coordinates());
        known.addAll(values.keySet());
        return Expr.subtrees(e, Expr::isArbitrary).isEmpty()
                && Expr.symbols(e).stream()
                        .allMatch(s -> known.contains(s) || s.equals(Expr.PI) || s.equals(Expr.E) || isBound(e, s));
    }

    private static boolean isBound(IExpr e, ISymbol s) {
        return Expr.subtrees(e, Expr::isIntegral).stream().anyMatch(i -> !Expr.isFreeOf(i, s));
    }

    /** The arguments of a {@link #function}: a point of the coordinates, with the parameters behind. */
    double[] arguments(double t, double... x) {
        double[] out = new double[1 + x.length + values.size()];
        out[0] = t;
        System.arraycopy(x, 0, out, 1, x.length);
        int i = 1 + x.length;
        for (double v : values.values()) {
            out[i++] = v;
        }
        return out;
    }

    /** The velocity of the system as one of first order in its coordinates beside {@code t}. */
    Flow flow() {
        List<DoubleEvaluation> velocity = new ArrayList<>();
        for (int i = 0; i < system.equations().size(); i++) {
            Equation e = system.equations().get(i);
            for (int k = 1; k < e.order(); k++) {
                velocity.add(function(system.jetSpace().symbol(i, k)));
            }
            velocity.add(function(e.rhs()));
        }
        int n = velocity.size();
        return new Flow(
                (t, x, out) -> {
                    double[] at = arguments(t, x);
                    for (int i = 0; i < n; i++) {
                        out[i] = velocity.get(i).at(at);
                    }
                },
                n);
    }

    /** The flow of a generator on {@code (t, x)}, for systems of first order. */
    Flow flow(Generator x) {
        List<DoubleEvaluation> components = new ArrayList<>();
        for (ISymbol c : system.jetSpace().base()) {
            components.add(function(x.along(c)));
        }
        return new Flow(
                (eps, point, out) -> {
                    double[] states = new double[point.length - 1];
                    System.arraycopy(point, 1, states, 0, states.length);
                    double[] at = arguments(point[0], states);
                    for (int i = 0; i < components.size(); i++) {
                        out[i] = components.get(i).at(at);
                    }
                },
                components.size());
    }

    /** The parameters' values in words: {@code `theta1` = 1, `theta2` = 0.5}. */
    String words() {
        StringBuilder out = new StringBuilder();
        values.forEach((p, v) -> out.append(out.length() == 0 ? "" : ", ")
                .append('`')
                .append(p.getSymbolName())
                .append("` = ")
                .append(String.format(Locale.ROOT, "%.4f", v).replaceAll("\\.?0+$", "")));
        return out.toString();
    }
}
