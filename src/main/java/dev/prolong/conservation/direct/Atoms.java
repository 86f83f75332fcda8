package dev.prolong.conservation.direct;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** The functions out of which a system is made: its coordinates, the kernels of its right sides, the factors of its denominators. */
final class Atoms {
    /** The least power of its argument that an arbitrary function is integrated with: Ermakov's systems have it. */
    private static final int LEAST_WEIGHT = -3;

    private final DifferentialSystem system;
    private final Set<ISymbol> coordinates;
    private final Map<IExpr, Atom> found = new LinkedHashMap<>();

    private Atoms(DifferentialSystem system) {
        this.system = system;
        this.coordinates = new LinkedHashSet<>(system.jetSpace().free());
    }

    /** All of them, coordinates first; the independent variable only where the system depends on it. */
    static List<Atom> of(DifferentialSystem system) {
        Atoms atoms = new Atoms(system);
        ISymbol t = system.independent();
        boolean moving = system.equations().stream().anyMatch(e -> !Expr.isFreeOf(e.rhs(), t));
        atoms.coordinates.stream().filter(v -> moving || !v.equals(t)).forEach(v -> atoms.put(Atom.positive(v)));
        system.equations().forEach(e -> atoms.collect(e.rhs()));
        return List.copyOf(atoms.found.values());
    }

    /** The coordinates that no velocity has outside the arguments of its kernels. */
    static Set<IExpr> hidden(DifferentialSystem system, List<Atom> atoms) {
        Map<IExpr, IExpr> placeholders = new LinkedHashMap<>();
        for (Atom a : atoms) {
            if (!(a.tree() instanceof ISymbol)) {
                placeholders.put(a.tree(), Expr.ONE);
            }
        }
        Set<IExpr> out = new LinkedHashSet<>();
        atoms.forEach(a -> out.add(a.tree()));
        out.removeIf(a -> !(a instanceof ISymbol));
        for (ISymbol v : system.jetSpace().free()) {
            out.removeAll(Expr.symbols(Expr.substitute(system.flow().of(v), placeholders)));
        }
        return out;
    }

    /** The same with exponentials in denominators too. */
    static List<Atom> polar(List<Atom> atoms) {
        return atoms.stream()
                .map(a -> Expr.isPower(a.tree())
                                && Expr.arguments(a.tree()).get(0).equals(Expr.E)
                        ? a.invertible()
                        : a)
                .toList();
    }

    /** The same with the sines and cosines of half of each angle. */
    static List<Atom> halved(List<Atom> atoms) {
        return atoms.stream().map(Atoms::halved).toList();
    }

    private static Atom halved(Atom atom) {
        for (Elementary f : List.of(Elementary.SIN, Elementary.COS)) {
            if (atom.tree().isAST(f.head())) {
                IExpr half = Expr.divide(Expr.arguments(atom.tree()).get(0), Expr.integer(2));
                return Atom.between(atom.least(), Expr.apply(f, half), atom.most());
            }
        }
        return atom;
    }

    /** With the logarithms of denominators as summands: potentials of sources and vortices. */
    static List<Atom> withLogarithms(List<Atom> atoms) {
        List<Atom> out = new ArrayList<>(atoms);
        atoms.stream()
                .filter(a -> a.least() < 0 && !Expr.isPower(a.tree()))
                .map(a -> Atom.summand(Expr.log(a.tree())))
                .filter(log -> atoms.stream().noneMatch(a -> a.tree().equals(log.tree())))
                .forEach(out::add);
        return out;
    }

    /**
     * With what the antiderivatives of the velocities' terms in one coordinate are made of, and those of arbitrary functions times powers
     * of their argument: potentials are combinations of these.
     */
    static List<Atom> withPotentials(DifferentialSystem system, List<Atom> atoms) {
        Atoms more = new Atoms(system);
        atoms.forEach(more::put);
        for (Equation e : system.equations()) {
            for (IExpr term : Expr.terms(e.rhs())) {
                for (IExpr f : Expr.subtrees(term, Expr::isArbitrary)) {
                    more.potential(f);
                }
                List<ISymbol> moving = Expr.symbols(term).stream()
                        .filter(more.coordinates::contains)
                        .toList();
                if (moving.size() == 1 && Expr.subtrees(term, Expr::isArbitrary).isEmpty()) {
                    Antiderivative.of(term, moving.get(0), system.assumptions()).ifPresent(more::collect);
                }
            }
        }
        return List.copyOf(more.found.values());
    }

    private void potential(IExpr f) {
        List<IExpr> arguments = Expr.arguments(f);
        boolean plain = ArbitraryFunction.orders(f).equals(List.of(0));
        if (plain) {
            ISymbol s = Expr.symbol(FreshNames.avoiding(system).takeNumbered("s"));
            IExpr inside = Expr.apply(ArbitraryFunction.name(f), List.of(s));
            for (int k = LEAST_WEIGHT; k <= 1; k++) {
                IExpr weighted = Expr.times(Expr.power(s, k), inside);
                IExpr integral = Expr.integral(weighted, s, k < 0 ? Expr.ONE : Expr.ZERO, arguments.get(0));
                put(k == 0 ? Atom.positive(integral) : Atom.summand(integral));
            }
        }
    }

    private void put(Atom atom) {
        found.merge(
                atom.tree(),
                atom,
                (a, b) -> Atom.between(Math.min(a.least(), b.least()), a.tree(), Math.max(a.most(), b.most())));
    }

    private boolean varies(IExpr e) {
        return Expr.symbols(e).stream().anyMatch(coordinates::contains);
    }

    private void collect(IExpr e) {
        if (!(e instanceof IAST a) || !varies(e)) {
            return;
        }
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            Expr.arguments(e).forEach(this::collect);
        } else if (Expr.isPower(e)) {
            power(a.arg1(), a.arg2());
        } else if (Expr.isArbitrary(e)) {
            arbitrary(e);
        } else {
            Elementary.byHead(e.head()).ifPresentOrElse(f -> function(f, a.arg1(), e), () -> put(Atom.positive(e)));
        }
    }

    private void power(IExpr base, IExpr exponent) {
        if (base.equals(Expr.E)) {
            IExpr e = Expr.exp(primitive(exponent));
            boolean inverse = Expr.factors(exponent).get(0) instanceof IRational q && q.isNegative();
            put(inverse && !exponent.equals(primitive(exponent)) ? Atom.denominator(e) : Atom.positive(e));
            return;
        }
        if (!(exponent instanceof IRational q)) {
            put(Atom.positive(Expr.power(base, exponent)).invertible());
            denominators(base);
            return;
        }
        collect(base);
        int degree =
                q.toBigDenominator().bitLength() > 8 ? 1 : q.toBigDenominator().intValue();
        if (degree > 1) {
            put(Atom.between(0, Expr.power(base, Expr.rational(1, degree)), degree - 1));
        }
        if (q.isNegative() || degree > 1) {
            denominators(base);
        }
    }

    /** The exponent without its rational factor, so that powers of one exponential are one atom. */
    private static IExpr primitive(IExpr exponent) {
        List<IExpr> factors = Expr.factors(exponent);
        return factors.get(0) instanceof IRational q
                        && factors.size() > 1
                        && q.toBigDenominator().bitLength() == 1
                ? Expr.divide(exponent, q)
                : exponent;
    }

    private void arbitrary(IExpr e) {
        List<Integer> orders = ArbitraryFunction.orders(e);
        put(Atom.positive(e));
        // a potential: the function of which the one that occurs is a derivative
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i) > 0) {
                List<Integer> lower = new ArrayList<>(orders);
                lower.set(i, orders.get(i) - 1);
                put(Atom.positive(Expr.applyDerivative(ArbitraryFunction.name(e), lower, Expr.arguments(e))));
            }
        }
    }

    private void function(Elementary f, IExpr g, IExpr e) {
        switch (f) {
            case SIN, COS -> pair(Elementary.SIN, Elementary.COS, g, 0, 0);
            case TAN, SEC -> pair(Elementary.SIN, Elementary.COS, g, 0, -99);
            case COT, CSC -> pair(Elementary.SIN, Elementary.COS, g, -99, 0);
            case SINH, COSH -> pair(Elementary.SINH, Elementary.COSH, g, 0, 0);
            case TANH, SECH -> pair(Elementary.SINH, Elementary.COSH, g, 0, -99);
            case COTH, CSCH -> pair(Elementary.SINH, Elementary.COSH, g, -99, 0);
            default -> put(Atom.positive(e));
        }
    }

    private void pair(Elementary odd, Elementary even, IExpr g, int leastOdd, int leastEven) {
        put(Atom.between(leastOdd, Expr.apply(odd, g), 1));
        put(Atom.between(leastEven, Expr.apply(even, g), 99));
    }

    /** The factors of what stands in a denominator; a sine is one, though not the polynomial in the half-angle tangent that it is. */
    private void denominators(IExpr base) {
        if (found.containsKey(base)) {
            found.computeIfPresent(base, (k, a) -> a.invertible());
            return;
        }
        for (IExpr factor : factors(base)) {
            if (found.containsKey(factor)) {
                found.computeIfPresent(factor, (k, a) -> a.invertible());
            } else if (varies(factor)) {
                put(Atom.denominator(factor));
            }
        }
    }

    private List<IExpr> factors(IExpr base) {
        try {
            DifferentialField field = DifferentialField.of(List.of(base), Set.of(), system.assumptions());
            List<IExpr> out = new ArrayList<>();
            for (FieldElement factor : field.factors(field.element(base))) {
                out.add(field.tree(factor));
            }
            return out;
        } catch (NotSmoothException outside) {
            return List.of(base);
        }
    }
}
