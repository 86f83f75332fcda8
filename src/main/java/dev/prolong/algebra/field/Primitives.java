package dev.prolong.algebra.field;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Adjoins functions known by their derivatives (inverse trigonometric functions, erf, Ei, integrals).
 *
 * <p>Where the derivative of a new one is a rational combination of those of primitives, logarithms, exponents and angles already
 * there, it differs from that combination by a constant and gets no variable. The constant is found exactly at a point where all are
 * defined, provided every function involved is smooth on the whole space; else it is kept as an opaque constant.
 */
final class Primitives {
    private final Tower tower;
    private final Derivations derivations;
    private final Lattice exponents;
    private final Lattice angles;

    Primitives(Tower tower, Derivations derivations, Lattice exponents, Lattice angles) {
        this.tower = tower;
        this.derivations = derivations;
        this.exponents = exponents;
        this.angles = angles;
    }

    private record Candidate(FieldElement value, IExpr tree, boolean smooth) {}

    /** The element of {@code tree}, given its partial derivatives by symbol. */
    FieldElement adjoin(IExpr tree, Map<ISymbol, FieldElement> derivatives, boolean smooth) {
        for (Kernel known : tower.kernels()) {
            if (known.tree().equals(tree)) {
                return tower.element(known);
            }
        }
        Set<ISymbol> symbols = new LinkedHashSet<>(derivatives.keySet());
        List<Candidate> candidates = related(candidates(), symbols);
        candidates.forEach(c -> symbols.addAll(moving(c)));
        Arithmetic k = tower.arithmetic();
        List<FieldElement> target = symbols.stream()
                .map(v -> derivatives.getOrDefault(v, k.constant(0)))
                .toList();
        List<List<FieldElement>> basis = new ArrayList<>();
        List<Candidate> usable = new ArrayList<>();
        for (Candidate c : candidates) {
            List<FieldElement> d =
                    symbols.stream().map(v -> derivations.of(c.value(), v)).toList();
            if (d.stream().anyMatch(e -> !e.isZero())) {
                basis.add(d);
                usable.add(c);
            }
        }
        Optional<List<RationalSpan.Ratio>> q = independent(target, basis, usable);
        if (q.isEmpty()) {
            return tower.element(new Kernel.Primitive(tree, smooth));
        }
        return combination(tree, q.get(), usable, smooth);
    }

    /** The symbols on which a candidate depends. */
    private List<ISymbol> moving(Candidate c) {
        return Expr.symbols(c.tree()).stream().filter(tower::moves).toList();
    }

    /**
     * Those candidates that may occur in a function of these symbols: where the derivatives of some along another coordinate are
     * independent, none of them can.
     */
    private List<Candidate> related(List<Candidate> all, Set<ISymbol> symbols) {
        List<Candidate> out = new ArrayList<>(all);
        boolean fewer = true;
        while (fewer) {
            fewer = false;
            Set<ISymbol> others = new LinkedHashSet<>();
            out.forEach(c -> others.addAll(moving(c)));
            others.removeAll(symbols);
            for (ISymbol v : others) {
                List<Candidate> along =
                        out.stream().filter(c -> moving(c).contains(v)).toList();
                List<List<FieldElement>> rates = along.stream()
                        .map(c -> List.of(derivations.of(c.value(), v)))
                        .toList();
                if (!along.isEmpty() && areIndependent(rates)) {
                    fewer = out.removeAll(along);
                }
            }
        }
        return out;
    }

    private static boolean areIndependent(List<List<FieldElement>> vectors) {
        for (int i = 0; i < vectors.size(); i++) {
            boolean zero = vectors.get(i).stream().allMatch(FieldElement::isZero);
            if (zero
                    || RationalSpan.vectorCoordinates(vectors.get(i), vectors.subList(0, i))
                            .isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Coordinates over a maximal independent part of the candidates, which is what {@code usable} and {@code basis} are cut to. */
    private static Optional<List<RationalSpan.Ratio>> independent(
            List<FieldElement> target, List<List<FieldElement>> basis, List<Candidate> usable) {
        List<List<FieldElement>> kept = new ArrayList<>();
        List<Candidate> names = new ArrayList<>();
        for (int i = 0; i < basis.size(); i++) {
            if (RationalSpan.vectorCoordinates(basis.get(i), kept).isEmpty()) {
                kept.add(basis.get(i));
                names.add(usable.get(i));
            }
        }
        usable.clear();
        usable.addAll(names);
        return target.isEmpty() ? Optional.empty() : RationalSpan.vectorCoordinates(target, kept);
    }

    private List<Candidate> candidates() {
        Arithmetic k = tower.arithmetic();
        List<Candidate> out = new ArrayList<>();
        for (int i = 0; i < tower.kernels().size(); i++) {
            Kernel kernel = tower.kernels().get(i);
            if (kernel instanceof Kernel.Logarithm) {
                out.add(new Candidate(k.variable(i), kernel.tree(), tower.isSmooth(k.variable(i))));
            } else if (kernel instanceof Kernel.Primitive p) {
                out.add(new Candidate(k.variable(i), kernel.tree(), p.smooth()));
            }
        }
        Trees trees = new Trees(tower.kernels());
        for (Lattice lattice : List.of(exponents, angles)) {
            for (FieldElement b : lattice.basis()) {
                out.add(new Candidate(b, trees.of(b), tower.isSmooth(b)));
            }
        }
        return out;
    }

    private FieldElement combination(
            IExpr tree, List<RationalSpan.Ratio> q, List<Candidate> candidates, boolean smooth) {
        Arithmetic k = tower.arithmetic();
        FieldElement sum = k.constant(0);
        IExpr difference = tree;
        boolean everywhere = smooth;
        for (int i = 0; i < q.size(); i++) {
            if (!q.get(i).isZero()) {
                Candidate c = candidates.get(i);
                sum = k.add(sum, k.multiply(k.constant(q.get(i).n(), q.get(i).d()), c.value()));
                difference = Expr.minus(
                        difference,
                        Expr.times(Expr.rational(q.get(i).n(), q.get(i).d()), c.tree()));
                everywhere &= c.smooth();
            }
        }
        if (everywhere) {
            for (long at : new long[] {0, 1}) {
                Map<ISymbol, IExpr> point = new LinkedHashMap<>();
                Expr.symbols(difference).forEach(s -> point.put(s, Expr.integer(at)));
                IExpr value = Expr.substitute(difference, point);
                if (value instanceof IRational r) {
                    return k.add(sum, k.constant(r.toBigNumerator(), r.toBigDenominator()));
                }
            }
        }
        return k.add(sum, tower.element(new Kernel.Constant(difference)));
    }
}
