package dev.prolong.conservation;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.LinearSystem;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.equation.LinearLayers;
import dev.prolong.symmetry.Generator;
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
 * Carries the affine transformations {@code z → A z + a, θ → Θ} of a network over to the layers around it.
 *
 * <p>With {@code δE = A E, δe = A e + a} in front and {@code δC = −C A, δc = −C a} behind, no output moves, so the loss does not: {@code
 * Σ g·δW = 0} for its gradients. A Runge–Kutta method respects this, so it is no approximation. Where the field {@code δW} is the gradient
 * of a function of the weights, modulo fields of the other laws, gradient flow keeps that function. Known for rescalings: Du, Hu and Lee,
 * Algorithmic regularization in learning deep homogeneous models (NeurIPS 2018); Kunin et al., Neural mechanics (ICLR 2021).
 */
final class TrainingLaws {
    private final DifferentialSystem forward;
    private final LinearLayers layers;
    private final Map<ISymbol, ISymbol> gradients = new LinkedHashMap<>();
    private final List<ISymbol> weights;
    private final DifferentialField rationals = DifferentialField.of(List.of(), Set.of(), List.of());

    TrainingLaws(DifferentialSystem whole, DifferentialSystem forward) {
        this.forward = forward;
        this.layers = whole.origin().layers();
        Set<String> taken = new LinkedHashSet<>();
        layers.weights().forEach(w -> taken.add(w.getSymbolName()));
        whole.states().forEach(s -> taken.add(s.getSymbolName()));
        whole.parameters().forEach(s -> taken.add(s.getSymbolName()));
        FreshNames names = new FreshNames(taken);
        List<ISymbol> all = new ArrayList<>();
        layers.encoder().ifPresent(l -> addAll(l, all));
        all.addAll(forward.parameters());
        layers.decoder().ifPresent(l -> addAll(l, all));
        all.forEach(w -> gradients.put(w, Expr.symbol(names.take("g_" + w.getSymbolName()))));
        this.weights = List.copyOf(all);
    }

    private static void addAll(LinearLayers.Layer layer, List<ISymbol> out) {
        layer.rows().forEach(out::addAll);
        out.addAll(layer.bias());
    }

    /** {@code A z + a} on each block of states. */
    private record Affine(List<List<IExpr>> matrix, List<IExpr> shift) {
        boolean isZero() {
            return matrix.stream().allMatch(r -> r.stream().allMatch(Expr.ZERO::equals))
                    && shift.stream().allMatch(Expr.ZERO::equals);
        }
    }

    /**
     * What each transformation means for training; empty for those that the layers cannot follow.
     *
     * @param affine transformations of the forward model without time
     */
    List<Optional<TrainingLaw>> of(List<Generator> affine) {
        List<Optional<Generator>> fields = affine.stream().map(this::field).toList();
        List<Optional<List<IExpr>>> matrices =
                fields.stream().map(f -> f.flatMap(this::matrix)).toList();
        List<List<IExpr>> span = matrices.stream().flatMap(Optional::stream).toList();
        List<Optional<TrainingLaw>> out = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Optional<List<IExpr>> matrix = matrices.get(i);
            out.add(fields.get(i).map(f -> law(f, matrix.flatMap(m -> constant(f, m, span)))));
        }
        return out;
    }

    private TrainingLaw law(Generator field, Optional<TrainingLaw.Constant> constant) {
        IExpr identity = product(field, gradients);
        VectorForm form = new VectorForm(gradients, forward.independent(), List.of());
        return new TrainingLaw(identity, form.of(field, identity), constant);
    }

    private IExpr product(Generator field, Map<ISymbol, ISymbol> with) {
        List<IExpr> terms = new ArrayList<>();
        for (ISymbol w : weights) {
            Expr.terms(field.along(w)).forEach(t -> terms.add(Expr.times(with.getOrDefault(w, w), t)));
        }
        return Expr.plus(terms);
    }

    /** The field on all weights; empty if a layer that would have to follow is not there or blocks move differently. */
    private Optional<Generator> field(Generator x) {
        int size = layers.encoder()
                .map(l -> l.rows().size())
                .or(() -> layers.decoder().map(LinearLayers.Layer::columns))
                .orElse(forward.states().size());
        Optional<Affine> onStates = onStates(x, size);
        boolean follows = layers.encoder().isPresent() && layers.decoder().isPresent();
        if (onStates.isEmpty() || !onStates.get().isZero() && !follows) {
            return Optional.empty();
        }
        Affine affine = onStates.get();
        boolean biased = layers.encoder().map(l -> !l.bias().isEmpty()).orElse(true)
                && layers.decoder().map(l -> !l.bias().isEmpty()).orElse(true);
        boolean translated = affine.shift().stream().anyMatch(a -> !a.equals(Expr.ZERO));
        if (translated && !biased) {
            return Optional.empty();
        }
        Map<ISymbol, IExpr> moved = new LinkedHashMap<>();
        layers.encoder().ifPresent(l -> encoder(l, affine, moved));
        forward.parameters().forEach(p -> moved.put(p, x.along(p)));
        layers.decoder().ifPresent(l -> decoder(l, affine, moved));
        return Optional.of(new Generator(
                weights,
                weights.stream().map(w -> moved.getOrDefault(w, Expr.ZERO)).toList()));
    }

    private static void encoder(LinearLayers.Layer l, Affine affine, Map<ISymbol, IExpr> moved) {
        for (int i = 0; i < l.rows().size(); i++) {
            List<IExpr> row = affine.matrix().get(i);
            for (int m = 0; m < l.columns(); m++) {
                moved.put(l.rows().get(i).get(m), Expr.plus(products(row, column(l.rows(), m))));
            }
            if (!l.bias().isEmpty()) {
                List<IExpr> terms = new ArrayList<>(products(row, l.bias()));
                terms.add(affine.shift().get(i));
                moved.put(l.bias().get(i), Expr.plus(terms));
            }
        }
    }

    private static void decoder(LinearLayers.Layer l, Affine affine, Map<ISymbol, IExpr> moved) {
        for (int p = 0; p < l.rows().size(); p++) {
            List<ISymbol> row = l.rows().get(p);
            for (int j = 0; j < row.size(); j++) {
                moved.put(row.get(j), negated(products(column(affine.matrix(), j), row)));
            }
            if (!l.bias().isEmpty()) {
                moved.put(l.bias().get(p), negated(products(affine.shift(), row)));
            }
        }
    }

    private static <T> List<T> column(List<List<T>> rows, int j) {
        return rows.stream().map(r -> r.get(j)).toList();
    }

    private static IExpr negated(List<IExpr> terms) {
        return Expr.plus(terms.stream().map(Expr::negate).toList());
    }

    private static List<IExpr> products(List<IExpr> a, List<ISymbol> b) {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            out.add(Expr.times(a.get(i), b.get(i)));
        }
        return out;
    }

    private Optional<Affine> onStates(Generator x, int size) {
        List<ISymbol> states = forward.states();
        Set<Affine> found = new LinkedHashSet<>();
        for (int from = 0; from < states.size(); from += size) {
            List<ISymbol> block = states.subList(from, from + size);
            List<List<IExpr>> matrix = new ArrayList<>();
            List<IExpr> shift = new ArrayList<>();
            for (ISymbol z : block) {
                IExpr component = x.along(z);
                if (states.stream().anyMatch(s -> !block.contains(s) && !Expr.isFreeOf(component, s))) {
                    return Optional.empty();
                }
                matrix.add(block.stream()
                        .map(s -> Differentiation.derivative(component, s))
                        .toList());
                IExpr rest = component;
                for (ISymbol s : block) {
                    rest = Expr.substitute(rest, s, Expr.ZERO);
                }
                shift.add(rest);
            }
            found.add(new Affine(matrix, shift));
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The field as {@code J W + g}, row by row with g at the end of each; empty unless all numbers are rational. */
    private Optional<List<IExpr>> matrix(Generator field) {
        List<IExpr> out = new ArrayList<>();
        for (ISymbol w : weights) {
            IExpr component = field.along(w);
            IExpr rest = component;
            for (ISymbol v : weights) {
                out.add(Expr.isFreeOf(component, v) ? Expr.ZERO : Differentiation.derivative(component, v));
                rest = Expr.substitute(rest, v, Expr.ZERO);
            }
            out.add(rest);
        }
        return out.stream().allMatch(IRational.class::isInstance) ? Optional.of(out) : Optional.empty();
    }

    /** {@code W·(S W)/2 + g·W} with S the symmetric part of J, if its gradient is a combination of the fields. */
    private Optional<TrainingLaw.Constant> constant(Generator field, List<IExpr> matrix, List<List<IExpr>> span) {
        int n = weights.size();
        List<IExpr> gradient = new ArrayList<>(matrix);
        boolean linear = false;
        boolean quadratic = false;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                IExpr sum = Expr.plus(matrix.get(i * (n + 1) + j), matrix.get(j * (n + 1) + i));
                gradient.set(i * (n + 1) + j, Expr.times(Expr.HALF, sum));
                quadratic |= !sum.equals(Expr.ZERO);
            }
            linear |= !matrix.get(i * (n + 1) + n).equals(Expr.ZERO);
        }
        if (linear && quadratic || !isCombination(gradient, span)) {
            return Optional.empty();
        }
        IExpr m = product(field, Map.of());
        ArrayLaw form = new VectorForm(identical(), forward.independent(), List.of()).of(field, m);
        return Optional.of(new TrainingLaw.Constant(m, form, quadratic ? 2 : 1));
    }

    private Map<ISymbol, ISymbol> identical() {
        Map<ISymbol, ISymbol> out = new LinkedHashMap<>();
        weights.forEach(w -> out.put(w, w));
        return out;
    }

    private boolean isCombination(List<IExpr> wanted, List<List<IExpr>> span) {
        Set<List<FieldElement>> rows = new LinkedHashSet<>();
        for (int k = 0; k < wanted.size(); k++) {
            List<FieldElement> row = new ArrayList<>();
            for (List<IExpr> vector : span) {
                row.add(rationals.element(vector.get(k)));
            }
            row.add(rationals.element(wanted.get(k)));
            if (row.stream().anyMatch(e -> !e.isZero())) {
                rows.add(row);
            }
        }
        return LinearSystem.solve(rationals, List.copyOf(rows), span.size()).isPresent();
    }
}
