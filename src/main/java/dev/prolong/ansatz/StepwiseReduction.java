package dev.prolong.ansatz;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.derivation.Formula;
import dev.prolong.determining.DeterminingEquations;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Determining equations integrated one at a time: an equation that is ordinary for one unknown, or that gives it algebraically, is solved,
 * the solution put into all others, and these are split again. New unknowns depend on fewer coordinates.
 *
 * <p>Source: Bluman and Anco, section 3.2; Hydon, Symmetry Methods for Differential Equations, section 3.3.
 */
final class StepwiseReduction {
    private static final int MOST_STEPS = 120;
    private static final int MOST_UNKNOWNS = 90;

    private final List<ISymbol> coordinates;
    private final List<Assumption> assumptions;
    private final LinearOde odes;
    private final FreshNames names;
    private final List<Formula> lines = new ArrayList<>();
    private final List<IExpr> pivots = new ArrayList<>();
    private List<UnknownFunction> unknowns;
    private List<LinearEquation> equations;
    private List<IExpr> infinitesimals;

    StepwiseReduction(
            DeterminingSystem determining,
            List<ISymbol> coordinates,
            List<Assumption> assumptions,
            LinearOde odes,
            FreshNames names) {
        this.unknowns = determining.unknowns();
        this.infinitesimals = unknowns.stream().map(UnknownFunction::tree).toList();
        this.coordinates = coordinates;
        this.assumptions = assumptions;
        this.odes = odes;
        this.names = names;
        this.equations = normal(determining.equations());
    }

    /** What is left when no step applies. */
    DeterminingSystem reduced() {
        for (int step = 0; step < MOST_STEPS && unknowns.size() < MOST_UNKNOWNS; step++) {
            if (!step()) {
                break;
            }
        }
        return new DeterminingSystem(unknowns, equations);
    }

    /** What was solved for, in the order of the steps. */
    List<Formula> lines() {
        return lines;
    }

    /** What was divided by. */
    List<IExpr> pivots() {
        return pivots;
    }

    /** The infinitesimals for a solution of the reduced equations. */
    List<IExpr> infinitesimals(List<IExpr> solution) {
        List<IExpr> out = infinitesimals;
        for (int u = 0; u < unknowns.size(); u++) {
            ISymbol name = unknowns.get(u).name();
            List<ISymbol> arguments = unknowns.get(u).arguments();
            IExpr value = solution.get(u);
            out = out.stream().map(e -> replaced(e, name, arguments, value)).toList();
        }
        return out;
    }

    private boolean step() {
        for (LinearEquation e : equations) {
            if (algebraic(e)) {
                return true;
            }
        }
        for (int order = 1; order <= 4; order++) {
            for (LinearEquation e : equations) {
                if (ordinary(e, order)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An unknown given by others, each a function of no more than what it depends on. */
    private boolean algebraic(LinearEquation e) {
        for (UnknownDerivative d : e.terms().keySet()) {
            List<ISymbol> own = unknowns.get(d.unknown()).arguments();
            boolean fits = d.order() == 0
                    && e.terms().keySet().stream()
                            .allMatch(o -> o.equals(d)
                                    || o.unknown() != d.unknown()
                                            && own.containsAll(
                                                    unknowns.get(o.unknown()).arguments()))
                    && e.terms().values().stream()
                            .allMatch(c -> coordinates.stream().allMatch(s -> own.contains(s) || Expr.isFreeOf(c, s)));
            if (fits) {
                pivots.add(coefficient(e, d));
                List<IExpr> terms = new ArrayList<>();
                e.terms().forEach((o, c) -> {
                    if (!o.equals(d)) {
                        terms.add(Expr.times(
                                NormalForm.of(Expr.negate(Expr.divide(c, coefficient(e, d))), assumptions),
                                unknowns.get(o.unknown()).derivative(o.orders())));
                    }
                });
                substitute(d.unknown(), Expr.plus(terms), List.of());
                return true;
            }
        }
        return false;
    }

    private static IExpr coefficient(LinearEquation e, UnknownDerivative d) {
        return e.terms().getOrDefault(d, Expr.ZERO);
    }

    private boolean ordinary(LinearEquation e, int order) {
        for (UnknownDerivative d : e.terms().keySet()) {
            UnknownFunction u = unknowns.get(d.unknown());
            int place = soleOrder(d, order);
            if (place < 0) {
                continue;
            }
            ISymbol v = u.arguments().get(place);
            Map<UnknownDerivative, IExpr> sources = new LinkedHashMap<>();
            List<IExpr> own = new ArrayList<>(java.util.Collections.nCopies(order, Expr.ZERO));
            boolean fits = true;
            for (Map.Entry<UnknownDerivative, IExpr> t : e.terms().entrySet()) {
                UnknownDerivative o = t.getKey();
                IExpr a = Expr.negate(Expr.divide(t.getValue(), coefficient(e, d)));
                if (o.equals(d)) {
                    continue;
                }
                if (o.unknown() == d.unknown()) {
                    int k = o.orders().get(place);
                    fits &= o.order() == k && k < order;
                    if (fits) {
                        own.set(k, NormalForm.of(a, assumptions));
                    }
                } else {
                    fits &= !unknowns.get(o.unknown()).arguments().contains(v)
                            && u.arguments()
                                    .containsAll(unknowns.get(o.unknown()).arguments());
                    sources.put(o, NormalForm.of(a, assumptions));
                }
            }
            if (fits && solve(d.unknown(), v, own, sources)) {
                pivots.add(coefficient(e, d));
                return true;
            }
        }
        return false;
    }

    /** The place of the only coordinate in which the derivative is taken, as often as given; else -1. */
    private static int soleOrder(UnknownDerivative d, int order) {
        for (int i = 0; i < d.orders().size(); i++) {
            if (d.orders().get(i) == order && d.order() == order) {
                return i;
            }
        }
        return -1;
    }

    private boolean solve(int unknown, ISymbol v, List<IExpr> own, Map<UnknownDerivative, IExpr> sources) {
        boolean pure = own.stream().allMatch(a -> a.equals(Expr.ZERO));
        boolean alone =
                own.stream().allMatch(a -> coordinates.stream().allMatch(s -> s.equals(v) || Expr.isFreeOf(a, s)));
        if (!pure && (!alone || own.size() > 1 && !sources.isEmpty())) {
            return false;
        }
        try {
            List<IExpr> system = odes.fundamental(v, own, coordinates);
            boolean complete = system.size() == own.size()
                    && system.stream()
                            .allMatch(f -> Expr.subtrees(f, x -> LinearKernel.isKernel(x) || Expr.isIntegral(x))
                                    .isEmpty());
            if (!complete) {
                return false;
            }
            IExpr h = pure ? Expr.ONE : system.get(0);
            List<IExpr> terms = new ArrayList<>();
            for (Map.Entry<UnknownDerivative, IExpr> s : sources.entrySet()) {
                IExpr particular = s.getValue();
                for (int k = 0; k < own.size(); k++) {
                    Optional<IExpr> integral = Antiderivative.of(Expr.divide(particular, h), v, assumptions);
                    if (integral.isEmpty()) {
                        return false;
                    }
                    particular = integral.get();
                }
                terms.add(Expr.times(
                        h,
                        particular,
                        unknowns.get(s.getKey().unknown()).derivative(s.getKey().orders())));
            }
            List<ISymbol> rest = unknowns.get(unknown).arguments().stream()
                    .filter(s -> !s.equals(v))
                    .toList();
            List<UnknownFunction> fresh = new ArrayList<>();
            for (IExpr f : system) {
                UnknownFunction c = new UnknownFunction(
                        Expr.symbol(names.takeNumbered("f")),
                        unknowns.get(unknown).coordinate(),
                        rest);
                fresh.add(c);
                terms.add(Expr.times(f, c.tree()));
            }
            substitute(unknown, Expr.plus(terms), fresh);
            return true;
        } catch (NotSmoothException | ArithmeticException outside) {
            return false;
        }
    }

    private void substitute(int unknown, IExpr value, List<UnknownFunction> fresh) {
        UnknownFunction old = unknowns.get(unknown);
        lines.add(Formula.equation(old.tree(), value));
        List<IExpr> conditions = equations.stream()
                .map(e -> replaced(e.tree(unknowns), old.name(), old.arguments(), value))
                .toList();
        infinitesimals = infinitesimals.stream()
                .map(e -> replaced(e, old.name(), old.arguments(), value))
                .toList();
        List<UnknownFunction> now = new ArrayList<>(unknowns);
        now.remove(unknown);
        now.addAll(fresh);
        unknowns = List.copyOf(now);
        equations = normal(DeterminingEquations.split(conditions, unknowns, coordinates, assumptions));
    }

    /** Coefficients in normal form, so that none that is zero is taken for a pivot. */
    private List<LinearEquation> normal(List<LinearEquation> split) {
        Set<LinearEquation> out = new LinkedHashSet<>();
        for (LinearEquation e : split) {
            Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
            e.terms().forEach((d, c) -> {
                IExpr form = NormalForm.of(c, assumptions);
                if (!form.equals(Expr.ZERO)) {
                    terms.put(d, form);
                }
            });
            if (!terms.isEmpty()) {
                out.add(new LinearEquation(terms));
            }
        }
        return List.copyOf(out);
    }

    /** The function and its derivatives replaced by a value and its. */
    private static IExpr replaced(IExpr e, ISymbol name, List<ISymbol> arguments, IExpr value) {
        Map<IExpr, IExpr> map = new LinkedHashMap<>();
        for (IExpr node : Expr.subtrees(
                e, x -> Expr.isArbitrary(x) && ArbitraryFunction.name(x).equals(name))) {
            IExpr d = value;
            List<Integer> orders = ArbitraryFunction.orders(node);
            for (int i = 0; i < orders.size(); i++) {
                d = Differentiation.derivative(d, arguments.get(i), orders.get(i));
            }
            map.put(node, d);
        }
        return Expr.substitute(e, map);
    }
}
