package dev.prolong.conservation.direct;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.NotSmoothException;
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
 * e^{kt}}, powers and circular functions of t, from the spaces that the flow maps into itself. Source: Goriely, Integrability and
 * Nonintegrability of Dynamical Systems, chapter 2. Nothing is claimed here: verdicts are given elsewhere.
 */
public final class DirectMethod {
    /** How many times as many candidates there may be where they fall into parts. */
    private static final int GRADED = 8;

    private final DifferentialSystem system;
    private final Effort effort;
    private final List<IExpr> known;
    private final Predicate<ConservedQuantity> judge;
    private final Set<IExpr> eigenfunctions = new LinkedHashSet<>();
    private final int most;

    private DirectMethod(
            DifferentialSystem system, List<IExpr> known, Effort effort, Predicate<ConservedQuantity> judge) {
        this.system = system;
        this.effort = effort;
        this.judge = judge;
        this.known = new ArrayList<>(known);
        this.most = system.jetSpace().free().size() - 1;
    }

    /**
     * Searches for first integrals independent of each other and of those known.
     *
     * @param known quantities that are conserved
     * @param judge takes what is found, one by one, and says whether it stands
     */
    public static void search(
            DifferentialSystem system, List<IExpr> known, Effort effort, Predicate<ConservedQuantity> judge) {
        try {
            new DirectMethod(system, known, effort, judge).search();
        } catch (NotSmoothException | CancellationException | ArithmeticException end) {
            // what was found until then is with the judge
        }
    }

    private boolean isComplete() {
        return known.size() >= most;
    }

    private void search() {
        List<Atom> all = Atoms.of(system);
        Set<IExpr> hidden = new HashSet<>(Atoms.hidden(system, all));
        List<Atom> visible =
                all.stream().filter(a -> !hidden.contains(a.tree())).toList();
        if (!hidden.isEmpty() && !visible.isEmpty()) {
            conserved(visible, effort.degree());
        }
        conserved(all, effort.degree());
        spectra(all, effort.degree());
        darboux(all);
    }

    /** With the logarithms of Darboux polynomials as summands, then with the polynomials as denominators. */
    private void darboux(List<Atom> atoms) {
        if (isComplete()) {
            return;
        }
        Flow flow = new Flow(system, atoms, List.of());
        int dimension = system.jetSpace().free().size() - 1;
        Set<IExpr> polynomials = new LinkedHashSet<>(eigenfunctions);
        polynomials.addAll(DarbouxPolynomials.of(flow, dimension == 2 ? 2 : dimension <= 4 ? 1 : 0));
        if (polynomials.isEmpty()) {
            return;
        }
        List<Atom> logarithms = new ArrayList<>(atoms);
        polynomials.forEach(p -> logarithms.add(Atom.summand(Expr.log(p))));
        ISymbol t = system.independent();
        if (atoms.stream().noneMatch(a -> a.tree().equals(t))) {
            logarithms.add(Atom.summand(t));
        }
        conserved(logarithms, effort.rationalDegree());
        List<Atom> rational = new ArrayList<>(atoms);
        for (IExpr p : polynomials) {
            rational.replaceAll(a -> a.tree().equals(p) ? a.invertible() : a);
            if (rational.stream().noneMatch(a -> a.tree().equals(p))) {
                rational.add(Atom.denominator(p));
            }
        }
        conserved(rational, effort.rationalDegree());
        spectra(rational, effort.rationalDegree());
    }

    /** Conserved combinations of monomials of rising degree; where the flow has a grading, of one weight at a time. */
    private void conserved(List<Atom> atoms, int highest) {
        Flow flow = new Flow(system, atoms, List.of());
        Optional<Grading> grading = Grading.of(flow);
        int all = grading.isPresent() ? GRADED * effort.candidates() : effort.candidates();
        for (int degree = 1; degree <= highest && !isComplete(); degree++) {
            List<int[]> monomials = Monomials.upTo(degree, atoms, all);
            if (monomials.size() > all) {
                return;
            }
            for (List<int[]> part : grading.map(g -> g.parts(monomials)).orElse(List.of(monomials))) {
                if (part.size() <= effort.candidates() && !isComplete()) {
                    conservedIn(flow, part);
                }
            }
        }
    }

    private void conservedIn(Flow flow, List<int[]> monomials) {
        Span span = new Span(flow, monomials);
        for (long[] c : span.independentOf(span.conserved())) {
            Combination.conserved(flow, span.candidates(), c).ifPresent(i -> offer(i.tree(flow)));
        }
    }

    private void spectra(List<Atom> atoms, int highest) {
        ISymbol lambda = Expr.symbol(FreshNames.avoiding(system).take("lambda"));
        Flow flow = new Flow(system, atoms, List.of(lambda));
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
            eigenfunctions.addAll(spectrum.eigenfunctions());
            spectrum.integrals().forEach(this::offer);
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
