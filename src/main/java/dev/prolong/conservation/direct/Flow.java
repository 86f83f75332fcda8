package dev.prolong.conservation.direct;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.ModularEvaluation;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.equation.DifferentialSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The vector field {@code D_t = ∂_t + Σ x_i' ∂_{x_i}} on the free jet coordinates, acting on products of powers of atoms. */
final class Flow {
    private static final PrimeField FIELD = PrimeField.FIRST;
    private static final long SEED = 2_718;

    private final DifferentialSystem system;
    private final Clock clock;
    private final List<ISymbol> coordinates;
    private final List<Atom> atoms;
    private final DifferentialField field;
    private final List<FieldElement> elements = new ArrayList<>();
    private final List<FieldElement> speeds = new ArrayList<>();
    private final List<List<FieldElement>> gradients = new ArrayList<>();
    private final Source source;
    private final List<Point> points = new ArrayList<>();

    /**
     * @param extra symbols of constants that the field must know beside what the atoms contain
     * @throws dev.prolong.algebra.field.NotSmoothException where an atom has cases
     */
    Flow(DifferentialSystem system, List<Atom> atoms, List<ISymbol> extra) {
        this(system, atoms, extra, Clock.TIME);
    }

    /**
     * The field {@code h D_t}, whose parameter is the time of that clock.
     *
     * @throws dev.prolong.algebra.field.NotSmoothException where an atom has cases
     */
    Flow(DifferentialSystem system, List<Atom> atoms, List<ISymbol> extra, Clock clock) {
        this.system = system;
        this.clock = clock;
        this.coordinates = system.jetSpace().free();
        this.atoms = List.copyOf(atoms);
        List<IExpr> trees = new ArrayList<>(extra);
        List<IExpr> speedTrees = coordinates.stream()
                .map(v -> Expr.times(clock.speed(), system.flow().of(v)))
                .toList();
        List<List<IExpr>> gradientTrees = new ArrayList<>();
        for (Atom a : atoms) {
            gradientTrees.add(coordinates.stream()
                    .map(v -> Differentiation.derivative(a.tree(), v))
                    .toList());
        }
        atoms.forEach(a -> trees.add(a.tree()));
        trees.addAll(speedTrees);
        gradientTrees.forEach(trees::addAll);
        Set<ISymbol> moving = new LinkedHashSet<>(coordinates);
        moving.addAll(parameters());
        this.field = DifferentialField.of(trees, moving, system.assumptions());
        speedTrees.forEach(s -> speeds.add(field.element(s)));
        for (int i = 0; i < atoms.size(); i++) {
            elements.add(field.element(atoms.get(i).tree()));
            gradients.add(gradientTrees.get(i).stream().map(field::element).toList());
        }
        List<FieldElement> all = new ArrayList<>(elements);
        all.addAll(speeds);
        gradients.forEach(all::addAll);
        this.source = new Source(new ModularEvaluation(field, all, SEED));
    }

    DifferentialField field() {
        return field;
    }

    List<Atom> atoms() {
        return atoms;
    }

    List<ISymbol> coordinates() {
        return coordinates;
    }

    /** The velocities of the coordinates. */
    List<FieldElement> speeds() {
        return speeds;
    }

    FieldElement element(int atom) {
        return elements.get(atom);
    }

    /** The derivatives of an atom in the coordinates. */
    List<FieldElement> gradient(int atom) {
        return gradients.get(atom);
    }

    DifferentialSystem system() {
        return system;
    }

    /** What the parameter of the flow is, as a function of t. */
    IExpr time() {
        return clock.time(system.independent());
    }

    /** The constants that coefficients are polynomials in. */
    private Set<ISymbol> parameters() {
        Set<ISymbol> out = new LinkedHashSet<>();
        atoms.stream().filter(a -> a.kind() == Atom.Kind.PARAMETER).forEach(a -> out.add((ISymbol) a.tree()));
        return out;
    }

    /** Whether constants other than numbers occur, so that coefficients are functions of them. */
    boolean hasParameters() {
        Set<ISymbol> symbols = new LinkedHashSet<>();
        atoms.forEach(a -> symbols.addAll(Expr.symbols(a.tree())));
        system.equations().forEach(e -> symbols.addAll(Expr.symbols(e.rhs())));
        coordinates.forEach(symbols::remove);
        symbols.removeAll(parameters());
        return !symbols.isEmpty()
                || !field.constants(elements).isEmpty()
                || !field.constants(speeds).isEmpty();
    }

    /** {@code Π a_i^{e_i}}. */
    FieldElement element(int[] exponents) {
        FieldElement out = field.integer(1);
        for (int i = 0; i < exponents.length; i++) {
            if (exponents[i] != 0) {
                out = field.multiply(out, field.power(elements.get(i), exponents[i]));
            }
        }
        return out;
    }

    /** {@code D_t Π a_i^{e_i}}. */
    FieldElement rate(int[] exponents) {
        FieldElement sum = field.integer(0);
        for (int i = 0; i < exponents.length; i++) {
            if (exponents[i] != 0) {
                int[] lower = exponents.clone();
                lower[i]--;
                FieldElement rest = field.multiply(field.integer(exponents[i]), element(lower));
                sum = field.add(sum, field.multiply(rest, rate(i)));
            }
        }
        return sum;
    }

    /** {@code D_t e} of any element. */
    FieldElement rate(FieldElement e) {
        FieldElement sum = field.integer(0);
        for (int v = 0; v < speeds.size(); v++) {
            sum = field.add(sum, field.multiply(speeds.get(v), field.derivative(e, coordinates.get(v))));
        }
        return sum;
    }

    private FieldElement rate(int atom) {
        FieldElement sum = field.integer(0);
        for (int v = 0; v < speeds.size(); v++) {
            sum = field.add(
                    sum, field.multiply(speeds.get(v), gradients.get(atom).get(v)));
        }
        return sum;
    }

    /** The atom among the factors that enters as a summand only. */
    Optional<IExpr> summand(int[] exponents) {
        return IntStream.range(0, exponents.length)
                .filter(i -> exponents[i] != 0 && atoms.get(i).alone())
                .mapToObj(i -> atoms.get(i).tree())
                .findFirst();
    }

    IExpr tree(int[] exponents) {
        List<IExpr> factors = new ArrayList<>();
        for (int i = 0; i < exponents.length; i++) {
            if (exponents[i] != 0) {
                factors.add(Expr.power(atoms.get(i).tree(), exponents[i]));
            }
        }
        return Expr.times(factors);
    }

    /** The i-th of a sequence of random points modulo a prime. */
    Point point(int i) {
        while (points.size() <= i) {
            points.add(source.next());
        }
        return points.get(i);
    }

    /** What the atoms and their derivatives are at points. */
    private final class Source {
        private final ModularEvaluation evaluation;

        private Source(ModularEvaluation evaluation) {
            this.evaluation = evaluation;
        }

        Point next() {
            while (true) {
                long[] all = evaluation.next();
                int n = atoms.size();
                long[] values = new long[n];
                System.arraycopy(all, 0, values, 0, n);
                if (Arrays.stream(values).noneMatch(v -> v == 0)) {
                    return point(all, values);
                }
            }
        }

        private Point point(long[] all, long[] values) {
            int n = atoms.size();
            int m = speeds.size();
            long[] rates = new long[n];
            long[][] logGradients = new long[n][m];
            for (int i = 0; i < n; i++) {
                long inverse = FIELD.inverse(values[i]);
                for (int v = 0; v < m; v++) {
                    long d = FIELD.multiply(all[n + m + i * m + v], inverse);
                    logGradients[i][v] = d;
                    rates[i] = FIELD.add(rates[i], FIELD.multiply(all[n + v], d));
                }
            }
            return new Point(values, rates, logGradients);
        }
    }

    /** A point: the values of the atoms, and of their logarithmic derivatives along the flow and in each coordinate. */
    static final class Point {
        private final long[] values;
        private final long[] inverses;
        private final long[] rates;
        private final long[][] gradients;
        private final long[][] powers;
        private final long[][] inversePowers;

        private Point(long[] values, long[] rates, long[][] gradients) {
            this.values = values;
            this.inverses = Arrays.stream(values).map(FIELD::inverse).toArray();
            this.rates = rates;
            this.gradients = gradients;
            this.powers = new long[values.length][0];
            this.inversePowers = new long[values.length][0];
        }

        long value(int[] exponents) {
            long out = 1;
            for (int i = 0; i < exponents.length; i++) {
                int e = exponents[i];
                if (e != 0) {
                    out = FIELD.multiply(
                            out, e > 0 ? power(i, e, powers, values) : power(i, -e, inversePowers, inverses));
                }
            }
            return out;
        }

        private static long power(int i, int e, long[][] known, long[] bases) {
            int there = known[i].length;
            if (e >= there) {
                known[i] = Arrays.copyOf(known[i], e + 1);
                for (int k = there; k <= e; k++) {
                    known[i][k] = k == 0 ? 1 : FIELD.multiply(known[i][k - 1], bases[i]);
                }
            }
            return known[i][e];
        }

        /** The derivative along the flow. */
        long rate(int[] exponents) {
            return FIELD.multiply(value(exponents), logarithmic(exponents, rates));
        }

        /** The derivatives in the coordinates. */
        long[] gradient(int[] exponents) {
            long value = value(exponents);
            long[] out = new long[gradients.length == 0 ? 0 : gradients[0].length];
            for (int i = 0; i < exponents.length; i++) {
                for (int v = 0; v < out.length && exponents[i] != 0; v++) {
                    out[v] = FIELD.add(out[v], scaled(gradients[i][v], exponents[i]));
                }
            }
            for (int v = 0; v < out.length; v++) {
                out[v] = FIELD.multiply(out[v], value);
            }
            return out;
        }

        private static long logarithmic(int[] exponents, long[] derivatives) {
            long sum = 0;
            for (int i = 0; i < exponents.length; i++) {
                if (exponents[i] != 0) {
                    sum = FIELD.add(sum, scaled(derivatives[i], exponents[i]));
                }
            }
            return sum;
        }

        private static long scaled(long a, int k) {
            return FIELD.multiply(a, k > 0 ? k : FIELD.modulus() + k);
        }
    }
}
