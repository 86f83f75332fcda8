package dev.prolong.conservation.direct;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.AnalyticLogarithm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.field.WorkLimitException;
import dev.prolong.algebra.linear.ModularMatrix;
import dev.prolong.ansatz.AdjointSystem;
import dev.prolong.ansatz.KernelSupply;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.Independence;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * First integrals of {@code x^(n) = f(t, x, .., x^(n−1))} by the direct method: {@code D_t I = 0} for combinations I of candidates, whose
 * degree rises until as many independent ones are found as there can be, or the effort is spent.
 *
 * <p>Candidates are products of powers of the atoms of the system. In turn: conserved combinations; combinations with a factor {@code
 * e^{kt}}, powers and circular functions of t, from the spaces that the flow maps into itself, in other times than t too; combinations whose
 * coefficients solve a linear equation in t. Source: Goriely, Integrability and Nonintegrability of Dynamical Systems, chapter 2. Nothing is claimed here: verdicts are given elsewhere.
 */
public final class DirectMethod {
    /** How many times as many candidates there may be where they fall into parts. */
    private static final int GRADED = 24;
    /** Degree of linear functions of the states, the velocities times a polynomial in t. */
    private static final int LINEAR = 3;
    /** Degree of coefficient and candidate together where coefficients are polynomials in the parameters. */
    private static final int WITH_PARAMETERS = 5;
    /** One part of so many that linear equations for one variable may take of the work. */
    private static final int LINEAR_SHARE = 4;
    /** Elimination of n candidates takes n to this power. */
    private static final double WORK = 3;

    private final DifferentialSystem system;
    private final KernelSupply kernels;
    private final Effort effort;
    private final List<IExpr> known;
    private final Predicate<ConservedQuantity> judge;
    private final Set<IExpr> eigenfunctions = new LinkedHashSet<>();
    private final int most;

    private DirectMethod(
            DifferentialSystem system,
            KernelSupply kernels,
            List<IExpr> known,
            Effort effort,
            Predicate<ConservedQuantity> judge) {
        this.system = system;
        this.kernels = kernels;
        this.effort = effort;
        this.judge = judge;
        this.known = known;
        this.most = system.jetSpace().free().size() - 1;
    }

    /**
     * Searches for first integrals independent of each other and of those known; a full search begins with a quick
     * one, so that what is found at small cost is there when a limit ends it, and makes the rest smaller.
     *
     * @param kernels functions that are known by a linear equation only
     * @param known quantities that are conserved
     * @param judge takes what is found, one by one, and says whether it stands
     */
    public static void search(
            DifferentialSystem system,
            KernelSupply kernels,
            List<IExpr> known,
            Effort effort,
            Predicate<ConservedQuantity> judge) {
        List<IExpr> all = new ArrayList<>(known);
        untilTheEnd(() -> {
            for (Effort part : effort.equals(Effort.FULL) ? List.of(Effort.QUICK, effort) : List.of(effort)) {
                new DirectMethod(system, kernels, all, part, judge).search();
            }
        });
    }

    /** The same along the orbits, for what all other methods have missed: linear equations with one of the coordinates as their variable. */
    public static void alongOrbits(
            DifferentialSystem system,
            KernelSupply kernels,
            List<IExpr> known,
            Effort effort,
            Predicate<ConservedQuantity> judge) {
        untilTheEnd(() -> new DirectMethod(system, kernels, new ArrayList<>(known), effort, judge).orbits());
    }

    private static void untilTheEnd(Runnable search) {
        try {
            search.run();
        } catch (NotSmoothException | CancellationException | ArithmeticException end) {
            // what was found until then is with the judge
        }
    }

    private boolean isComplete() {
        return known.size() >= most;
    }

    /** Whether there can be no further one among functions of these atoms: in n coordinates that do not all stand still, n − 1. */
    private boolean isComplete(List<Atom> atoms) {
        Set<ISymbol> within = new HashSet<>();
        atoms.forEach(a -> within.addAll(Expr.symbols(a.tree())));
        within.retainAll(system.jetSpace().free());
        boolean moving = within.stream().anyMatch(v -> !system.flow().of(v).equals(Expr.ZERO));
        long there = known.stream()
                .filter(q -> Expr.symbols(q).stream()
                        .allMatch(v ->
                                within.contains(v) || !system.jetSpace().free().contains(v)))
                .count();
        return isComplete() || there >= within.size() - (moving ? 1 : 0);
    }

    /** The flow on products of these atoms, with the work that one part of the search may take. */
    private Flow flow(List<Atom> atoms, List<ISymbol> extra) {
        return flow(atoms, extra, Clock.TIME);
    }

    private Flow flow(List<Atom> atoms, List<ISymbol> extra, Clock clock) {
        Flow flow = new Flow(system, atoms, extra, clock);
        flow.field().limit(effort.work());
        return flow;
    }

    /** One part of the search; what it found until its work was done is with the judge. */
    private static void bounded(Runnable part) {
        try {
            part.run();
        } catch (WorkLimitException spent) {
            // the next part is another search
        }
    }

    private void search() {
        List<Atom> atoms = Atoms.of(system);
        Set<IExpr> hidden = new HashSet<>(Atoms.hidden(system, atoms));
        List<Atom> visible =
                atoms.stream().filter(a -> !hidden.contains(a.tree())).toList();
        if (!hidden.isEmpty() && !visible.isEmpty()) {
            bounded(() -> conserved(visible, effort.degree()));
        }
        if (system.forward().isPresent()) {
            // what is linear, before products with the laws of the adjoints
            bounded(() -> conserved(atoms, 2));
            bounded(() -> spectra(atoms, 1, Clock.TIME));
        }
        List<Atom> logarithms = Atoms.withLogarithms(atoms);
        if (!logarithms.equals(atoms)) {
            bounded(() -> conserved(logarithms, 1));
        }
        bounded(() -> conserved(atoms, effort.degree()));
        List<Atom> polar = Atoms.polar(atoms);
        if (!polar.equals(atoms)) {
            bounded(() -> conserved(polar, effort.degree()));
        }
        searchWithDarboux(polar);
        for (List<Atom> plain :
                visible.isEmpty() || hidden.isEmpty() ? List.of(polar) : List.of(Atoms.polar(visible), polar)) {
            List<Atom> potentials = Atoms.withLogarithms(Atoms.withPotentials(system, plain));
            if (!potentials.equals(plain)) {
                bounded(() -> conserved(potentials, effort.degree()));
            }
        }
        List<Atom> halved = Atoms.halved(polar);
        if (!halved.equals(polar)) {
            bounded(() -> conserved(halved, effort.degree()));
        }
        if (system.equations().stream().anyMatch(e -> !Expr.isFreeOf(e.rhs(), system.independent()))) {
            bounded(() -> linear(atoms, system.independent(), Clock.TIME, 2));
        }
    }

    private void searchWithDarboux(List<Atom> atoms) {
        Set<IExpr> polynomials = new LinkedHashSet<>();
        bounded(() -> darboux(atoms, polynomials, most <= 4 ? 1 : 0));
        bounded(() -> spectra(atoms, effort.degree(), Clock.TIME));
        if (polynomials.addAll(eigenfunctions)) {
            bounded(() -> logarithms(atoms, polynomials));
        }
        bounded(() -> rational(atoms, polynomials));
        for (Clock clock : isComplete() ? List.<Clock>of() : Clock.of(system, atoms)) {
            bounded(() -> spectra(Atoms.withLogarithms(atoms), Math.min(effort.degree(), LINEAR), clock));
        }
        if (most == 2) {
            bounded(() -> {
                if (darboux(atoms, polynomials, 2)) {
                    rational(atoms, polynomials);
                }
            });
        }
    }

    /** Adds the Darboux polynomials up to a degree; where there are new ones, searches with their logarithms. */
    private boolean darboux(List<Atom> atoms, Set<IExpr> polynomials, int degree) {
        boolean more =
                !isComplete() && polynomials.addAll(DarbouxPolynomials.of(flow(atoms, List.of()), degree, polynomials));
        if (more) {
            logarithms(atoms, polynomials);
        }
        return more;
    }

    /** With the logarithms of Darboux polynomials, and t, as summands. */
    private void logarithms(List<Atom> atoms, Set<IExpr> polynomials) {
        List<Atom> all = new ArrayList<>(atoms);
        polynomials.forEach(p -> all.add(Atom.summand(Expr.log(p))));
        conserved(all, effort.rationalDegree());
        ISymbol t = system.independent();
        if (atoms.stream().noneMatch(a -> a.tree().equals(t))) {
            all.add(Atom.summand(t));
            conserved(all, 1);
        }
    }

    /** With Darboux polynomials as denominators. */
    private void rational(List<Atom> atoms, Set<IExpr> polynomials) {
        if (isComplete() || polynomials.isEmpty()) {
            return;
        }
        List<Atom> all = new ArrayList<>(atoms);
        for (IExpr p : polynomials) {
            all.replaceAll(a -> a.tree().equals(p) ? a.invertible() : a);
            if (all.stream().noneMatch(a -> a.tree().equals(p))) {
                all.add(Atom.denominator(p));
            }
        }
        conserved(all, effort.rationalDegree());
        spectra(all, effort.rationalDegree(), Clock.TIME);
    }

    /** Conserved combinations of monomials of rising degree, first with coefficients that are polynomials in the parameters. */
    private void conserved(List<Atom> atoms, int highest) {
        if (!system.parameters().isEmpty() && system.forward().isEmpty()) {
            List<Atom> withParameters = new ArrayList<>(atoms);
            system.parameters().forEach(p -> withParameters.add(Atom.parameter(p)));
            conservedOf(withParameters, Math.min(highest, WITH_PARAMETERS));
        }
        conservedOf(atoms, highest);
    }

    /** The same of one weight at a time. */
    private void conservedOf(List<Atom> atoms, int highest) {
        if (isComplete(atoms)) {
            return;
        }
        Flow flow = flow(atoms, List.of());
        ModularMatrix gradients = new ModularMatrix(flow.coordinates().size());
        Grading grading = new Grading(flow);
        int all = GRADED * effort.candidates();
        for (int degree = 1; degree <= highest; degree++) {
            List<int[]> monomials = Monomials.upTo(degree, atoms, all);
            List<List<int[]>> parts = grading.parts(monomials);
            if (monomials.size() > all || work(parts) > Math.pow(effort.candidates(), WORK)) {
                return;
            }
            for (List<int[]> part : parts) {
                if (isComplete(atoms)) {
                    return;
                }
                conservedIn(flow, part, gradients);
            }
        }
    }

    private static double work(List<List<int[]>> parts) {
        return parts.stream().mapToDouble(p -> Math.pow(p.size(), WORK)).sum();
    }

    /** @param gradients of the combinations before, at a point: what is a function of those is not looked at */
    private void conservedIn(Flow flow, List<int[]> monomials, ModularMatrix gradients) {
        Span span = new Span(flow, monomials);
        for (long[] c : span.independent(span.conserved(), gradients)) {
            Combination.conserved(flow, span.candidates(), c).ifPresent(i -> offer(i.tree(flow)));
        }
    }

    private void spectra(List<Atom> atoms, int highest, Clock clock) {
        ISymbol lambda = Expr.symbol(FreshNames.avoiding(system).take("lambda"));
        Flow flow = flow(atoms, List.of(lambda), clock);
        for (int degree = 1; degree <= highest && !isComplete(); degree++) {
            List<int[]> monomials = Monomials.upTo(degree, atoms, effort.pairs());
            if (monomials.size() > effort.pairs()) {
                return;
            }
            Span span = new Span(flow, monomials);
            List<Integer> support = span.invariantSupport();
            if (support.isEmpty() || support.size() > effort.support()) {
                continue;
            }
            List<int[]> candidates = new ArrayList<>();
            candidates.add(new int[atoms.size()]);
            support.forEach(k -> candidates.add(span.candidates().get(k)));
            Spectrum spectrum = new Spectrum(flow, InvariantSpace.largest(flow, candidates), lambda);
            if (clock.equals(Clock.TIME)) {
                eigenfunctions.addAll(spectrum.eigenfunctions());
            }
            spectrum.integrals().forEach(this::offer);
        }
    }

    /** With each coordinate in turn as the variable of linear equations: t, or one by which the orbits may be parametrised. */
    private void orbits() {
        ISymbol t = system.independent();
        List<Atom> atoms = new ArrayList<>(Atoms.of(system));
        if (atoms.stream().noneMatch(a -> a.tree().equals(t))) {
            atoms.add(Atom.summand(t));
        }
        for (ISymbol x : system.jetSpace().free()) {
            IExpr speed = system.flow().of(x);
            if (!x.equals(t) && !speed.equals(Expr.ZERO)) {
                bounded(() -> linear(atoms, x, new Clock(Expr.power(speed, -1), Optional.of(x)), 2));
            }
        }
    }

    /**
     * {@code p·b} for functions b with {@code D b = a(x) b} and the solutions p of the adjoint equations {@code p' = −aᵀ p}, where {@code D x
     * = 1}.
     */
    private void linear(List<Atom> atoms, ISymbol x, Clock clock, int highest) {
        Set<ISymbol> coordinates = new HashSet<>(system.jetSpace().free());
        coordinates.remove(x);
        List<Atom> moving = atoms.stream()
                .filter(a -> Expr.symbols(a.tree()).stream().anyMatch(coordinates::contains))
                .toList();
        if (isComplete()) {
            return;
        }
        Flow flow = flow(moving, List.of(), clock);
        flow.field().limit(effort.work() / LINEAR_SHARE);
        for (int degree = 1; degree <= highest && !isComplete(); degree++) {
            List<int[]> monomials = Monomials.upTo(degree, moving, effort.support());
            if (monomials.size() > effort.support()) {
                return;
            }
            InvariantSpace space = InvariantSpace.over(x, flow, monomials);
            List<List<IExpr>> a = space.action().stream()
                    .map(r -> r.stream().map(flow.field()::tree).toList())
                    .toList();
            for (List<IExpr> p : AdjointSystem.solutions(x, a, system.assumptions(), kernels)) {
                offer(AnalyticLogarithm.of(space.product(p, flow)));
            }
        }
    }

    /** Takes a quantity if it is independent of those known. */
    private void offer(IExpr quantity) {
        if (isComplete()) {
            return;
        }
        List<IExpr> all = new ArrayList<>(known);
        all.add(quantity);
        if (Independence.independent(system, all).contains(known.size()) && judge.test(claim(quantity))) {
            known.add(quantity);
        }
    }

    private static ConservedQuantity claim(IExpr quantity) {
        return new ConservedQuantity(
                quantity, ConservedQuantity.Kind.FIRST_INTEGRAL, List.of(), Optional.empty(), List.of());
    }
}
